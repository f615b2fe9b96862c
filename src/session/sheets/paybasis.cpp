// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/paybasis.h"

#include "comparable/payrules.h"
#include "store/sqlite/payfunction.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

Result<PayBasis> PayBasis::of(store::RowReader &reader)
{
    const auto memos = reader.memos();
    if (!memos)
        return std::unexpected(memos.error());
    const QByteArray own = memos->value(QString::fromLatin1(store::PayRulesMemo)).toUtf8();
    const auto rules = comparable::PayRules::parse(own);
    const comparable::PayRules &used = own.isEmpty() || !rules ? comparable::PayRules::builtIn() : *rules;
    return PayBasis{QString::fromLatin1(used.currency()), used.gross()};
}

QString PayBasis::unit() const
{
    const bool isRouble = currency == "RUR"_L1 || currency == "RUB"_L1;
    const QString sign = isRouble ? u"₽"_s : currency;
    return beforeTax ? tr("Pay, %1 a month before tax").arg(sign) : tr("Pay, %1 a month in hand").arg(sign);
}

QString PayBasis::sentence() const
{
    return beforeTax ? tr("Pay that compares: a month of full work, before tax, nominal.")
                     : tr("Pay that compares: a month of full work, in hand, nominal.");
}

} // namespace linnet::session

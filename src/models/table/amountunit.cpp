// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/amountunit.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;

QString AmountUnit::text() const
{
    QString per = period;
    if (per.size() > 1 && per[1].isLower())
        per[0] = per[0].toLower();
    return per.isEmpty() ? sign(currency) : sign(currency) + u", "_s + per;
}

QString AmountUnit::sign(const QString &currency)
{
    if (currency == "RUR"_L1 || currency == "RUB"_L1)
        return u"₽"_s;
    if (currency == "USD"_L1)
        return u"$"_s;
    if (currency == "EUR"_L1)
        return u"€"_s;
    return currency == "KZT"_L1 ? u"₸"_s : currency;
}

QList<Condition> AmountUnit::conditions() const
{
    QList<Condition> result;
    if (!currency.isEmpty())
        result << Condition{CurrencyColumn, FilterOp::OneOf, {currency}, false};
    if (!period.isEmpty())
        result << Condition{PeriodColumn, FilterOp::OneOf, {period, table::Value()}, false};
    return result;
}

table::Sort AmountUnit::order() const
{
    table::Sort result;
    for (const Condition &condition : conditions())
        result << table::SortKey{condition.column, false, condition.operands};
    return result;
}

QString AmountUnit::usual(const std::vector<store::FacetEntry> &entries, const table::Filter &filter,
                          const QString &column)
{
    const QList<Condition> own = filter.of(column);
    const auto passes = [](const Condition &condition, const table::Value &value) {
        const bool chooses = condition.op == FilterOp::OneOf || condition.op == FilterOp::Equals;
        return !chooses || condition.operands.contains(value) != condition.negated;
    };
    for (const store::FacetEntry &entry : entries) {
        const bool fits = std::ranges::all_of(
            own, [&](const Condition &condition) { return passes(condition, entry.value); });
        if (fits && !table::isNull(entry.value))
            return table::toText(entry.value);
    }
    return {};
}

} // namespace linnet::models

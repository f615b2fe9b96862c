// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/payfunction.h"

#include "comparable/pay.h"
#include "store/sqlite/ownrules.h"
#include "store/sqlite/sqlerror.h"
#include "store/sqlite/sqlvalues.h"

#include <QString>

#include <memory>

namespace linnet::store {

using comparable::JobKind;
using comparable::Pay;
using comparable::PayFacts;
using comparable::PayPart;
using comparable::PayPeriod;
using comparable::PayRules;

namespace {

constexpr int Arguments = 12;
constexpr qsizetype MostWords = 10000; ///< that are remembered

/// What tells a value from others, without making a text of a number.
void addTo(QByteArray &row, sqlite3_value *value)
{
    if (const std::optional<double> number = numberOf(value))
        row.append(reinterpret_cast<const char *>(&*number), sizeof *number);
    else
        row.append(textOf(value));
    row.append('\0');
}

/// What the function knows from one call to the next, for its connection.
class PayOfRows
{
public:
    explicit PayOfRows(sqlite3 *connection)
        : m_own(connection, PayRulesMemo)
    {
    }

    /// Several columns of a row are asked one after the other. withRule: Pay::rule is wanted.
    const Pay &of(sqlite3_value **facts, qint64 writes, bool withRule)
    {
        readRules(writes);
        m_next.resize(0); // keeps its memory, which clear() does not
        for (int i = 0; i < Arguments - 2; ++i)
            addTo(m_next, facts[i]);
        if (m_next == m_row && (m_hasRule || !withRule))
            return m_pay;
        m_row.swap(m_next);
        m_hasRule = withRule;
        const std::optional<double> gross = numberOf(facts[3]);
        m_pay = comparable::comparablePay({.from = numberOf(facts[0]),
                                           .to = numberOf(facts[1]),
                                           .currency = textOf(facts[2]).toByteArray(),
                                           .gross = gross ? std::optional(*gross != 0) : std::nullopt,
                                           .period = periodOf(textOf(facts[4])),
                                           .kind = kindOf(textOf(facts[5]), textOf(facts[6])),
                                           .created = textOf(facts[7]),
                                           .fetched = textOf(facts[8]),
                                           .source = textOf(facts[9]).toByteArray()},
                                          *m_rules, withRule);
        return m_pay;
    }

private:
    void readRules(qint64 writes)
    {
        if (!m_own.readAgain(writes))
            return;
        m_row.clear();
        m_periods.clear();
        m_kinds.clear();
        auto rules = PayRules::parse(m_own.text());
        m_changed = rules ? std::make_unique<const PayRules>(std::move(*rules)) : nullptr;
        m_rules = m_changed ? m_changed.get() : &PayRules::builtIn();
    }

    template <typename T, typename Make>
    T remembered(QHash<QByteArray, T> &words, const QByteArray &word, Make make)
    {
        const auto known = words.constFind(word);
        if (known != words.cend())
            return *known;
        if (words.size() >= MostWords)
            words.clear();
        // The key that is looked for may look at bytes of the row.
        return *words.insert(QByteArray(word.constData(), word.size()), make());
    }
    PayPeriod periodOf(QByteArrayView word)
    {
        return remembered(m_periods, QByteArray::fromRawData(word.data(), word.size()),
                          [&] { return m_rules->periodOf(QString::fromUtf8(word)); });
    }
    JobKind kindOf(QByteArrayView employment, QByteArrayView schedule)
    {
        m_words.resize(0);
        m_words.append(employment).append('\0').append(schedule);
        return remembered(m_kinds, m_words, [&] {
            return m_rules->kindOf(QString::fromUtf8(employment), QString::fromUtf8(schedule));
        });
    }

    OwnRules m_own;
    std::unique_ptr<const PayRules> m_changed; ///< by the project's own lines
    const PayRules *m_rules = &PayRules::builtIn();
    QHash<QByteArray, PayPeriod> m_periods;
    QHash<QByteArray, JobKind> m_kinds;
    QByteArray m_row; ///< of m_pay
    bool m_hasRule = false;
    QByteArray m_next;
    QByteArray m_words;
    Pay m_pay;
};

void giveAmount(sqlite3_context *context, std::optional<double> amount)
{
    if (amount)
        sqlite3_result_double(context, *amount);
    else
        sqlite3_result_null(context);
}

void pay(sqlite3_context *context, int, sqlite3_value **values)
{
    auto &rows = *static_cast<PayOfRows *>(sqlite3_user_data(context));
    sqlite3_value **facts = values + 2;
    const auto part = PayPart(sqlite3_value_int(values[0]));
    const Pay &made = rows.of(facts, sqlite3_value_int64(values[1]), part == PayPart::Rule);
    switch (part) {
    case PayPart::Pay:
        giveAmount(context, made.pay);
        break;
    case PayPart::From:
        giveAmount(context, made.from);
        break;
    case PayPart::To:
        giveAmount(context, made.to);
        break;
    case PayPart::Basis: {
        const std::optional<double> gross = numberOf(facts[3]);
        giveText(context, !made.isNamed ? "" : !gross ? "not_said" : *gross != 0 ? "gross" : "net");
        break;
    }
    case PayPart::Rule:
        giveText(context, made.rule);
        break;
    }
}

} // namespace

Result<void> addPayFunction(sqlite3 *connection)
{
    const int code = sqlite3_create_function_v2(connection, "linnet_pay", Arguments,
                                                SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                                                new PayOfRows(connection), pay, nullptr, nullptr,
                                                [](void *rows) { delete static_cast<PayOfRows *>(rows); });
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(connection, code));
    return {};
}

} // namespace linnet::store

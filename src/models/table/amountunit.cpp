// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/amountunit.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;

namespace {

/// Sources name their periods in their own language; those that are known are said in the reader's.
QString periodInWords(const QString &period)
{
    static const QHash<QString, const char *> known{
        {u"за месяц"_s, QT_TRANSLATE_NOOP("linnet::models", "per month")},
        {u"за смену"_s, QT_TRANSLATE_NOOP("linnet::models", "per shift")},
        {u"за час"_s, QT_TRANSLATE_NOOP("linnet::models", "per hour")},
        {u"за вахту"_s, QT_TRANSLATE_NOOP("linnet::models", "per rotation")},
        {u"за услугу"_s, QT_TRANSLATE_NOOP("linnet::models", "per service")},
    };
    if (const char *words = known.value(period.toLower()))
        return QCoreApplication::translate("linnet::models", words);
    QString own = period;
    if (own.size() > 1 && own[1].isLower())
        own[0] = own[0].toLower();
    return own;
}

} // namespace

QStringList AmountUnit::columns()
{
    return {CurrencyColumn, PeriodColumn, TaxColumn};
}

void AmountUnit::take(const QString &column, const table::Value &value)
{
    if (column == CurrencyColumn)
        currency = table::toText(value);
    else if (column == PeriodColumn)
        period = table::toText(value);
    else if (const bool *yes = column == TaxColumn ? std::get_if<bool>(&value) : nullptr)
        beforeTax = *yes;
}

bool AmountUnit::includes(const AmountUnit &other) const
{
    return other.currency == currency && (other.period.isEmpty() || other.period == period) &&
           (!other.beforeTax || other.beforeTax == beforeTax);
}

QString AmountUnit::text() const
{
    QStringList parts{sign(currency), periodInWords(period)};
    if (beforeTax)
        parts << QCoreApplication::translate("linnet::models", *beforeTax ? "before tax" : "in hand");
    parts.removeAll(QString());
    return parts.join(u", "_s);
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
    if (beforeTax)
        result << Condition{TaxColumn, FilterOp::OneOf, {*beforeTax, table::Value()}, false};
    return result;
}

table::Sort AmountUnit::order() const
{
    table::Sort result;
    for (const Condition &condition : conditions())
        result << table::SortKey{condition.column, false, condition.operands};
    return result;
}

table::Sort AmountUnit::fair(const table::Sort &sort) const
{
    table::Sort result;
    for (const table::SortKey &key : sort) {
        if (isAmount(key.column))
            result << order();
        result << key;
    }
    return result;
}

bool AmountUnit::isAmount(const QString &column)
{
    return column.startsWith("salary_from"_L1) || column.startsWith("salary_to"_L1);
}

table::Value AmountUnit::usual(const std::vector<store::FacetEntry> &entries, const table::Filter &filter,
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
            return entry.value;
    }
    return {};
}

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowquery.h"

#include <optional>

namespace linnet::models {

/// What amounts are given in. They compare only within one currency, for one period, such as a month, and
/// either all before tax or all after it.
struct AmountUnit
{
    static inline const QString CurrencyColumn = QStringLiteral("currency");
    static inline const QString PeriodColumn = QStringLiteral("salary_mode");

    static inline const QString TaxColumn = QStringLiteral("salary_gross");

    QString currency;              ///< "" = not known
    QString period;                ///< as the source names it; "" = no row names one
    std::optional<bool> beforeTax; ///< nothing = no row says

    bool operator==(const AmountUnit &) const = default;
    bool isKnown() const { return !currency.isEmpty(); }
    /// Its columns, each of which is asked about among the rows that the ones before it have left.
    static QStringList columns();
    /// What a cell of one of the columns says.
    void take(const QString &column, const table::Value &value);
    /// Whether an amount in the other unit counts as one in this: what the other does not say is as usual.
    bool includes(const AmountUnit &other) const;
    /// "₽, per month, before tax"
    QString text() const;
    /// "₽" for a source's "RUR"; the code of currencies without a usual sign.
    static QString sign(const QString &currency);
    /// What its rows pass. An amount that says nothing of period or tax is one of the usual kind.
    QList<table::Condition> conditions() const;
    /// Puts its rows before all others, each currency, period and tax by itself.
    table::Sort order() const;
    /// The same before each amount that is sorted by: amounts of different currencies or periods do not
    /// compare.
    table::Sort fair(const table::Sort &sort) const;
    static bool isAmount(const QString &column);

    /// The most frequent value of a column that passes the filter's own conditions on it; nothing = there is
    /// none.
    static table::Value usual(const std::vector<store::FacetEntry> &entries, const table::Filter &filter,
                              const QString &column);
};

} // namespace linnet::models

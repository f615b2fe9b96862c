// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowquery.h"

namespace linnet::models {

/// What amounts are given in. They compare only within one currency and one period, such as a month.
struct AmountUnit
{
    static inline const QString CurrencyColumn = QStringLiteral("currency");
    static inline const QString PeriodColumn = QStringLiteral("salary_mode");

    QString currency; ///< "" = not known
    QString period;   ///< as the source names it; "" = no row names one

    bool operator==(const AmountUnit &) const = default;
    bool isKnown() const { return !currency.isEmpty(); }
    /// "₽, per month"
    QString text() const;
    /// "₽" for a source's "RUR"; the code of currencies without a usual sign.
    static QString sign(const QString &currency);
    /// What its rows pass. An amount without a period is one of the usual period.
    QList<table::Condition> conditions() const;
    /// Puts its rows before all others, each currency and period by itself.
    table::Sort order() const;

    /// The most frequent text of a column that passes the filter's own conditions on it; "" = there is none.
    static QString usual(const std::vector<store::FacetEntry> &entries, const table::Filter &filter,
                         const QString &column);
};

} // namespace linnet::models

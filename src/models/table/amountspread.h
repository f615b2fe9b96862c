// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/amountunit.h"
#include "models/table/facetmodel.h"

namespace linnet::models {

/// How the amounts of the rows are spread (the salary histogram): in one unit, the most frequent one unless
/// the user chose another, because amounts of other units do not compare. Follows a
/// FacetModel, which says when to count anew.
class AmountSpread : public QObject
{
    Q_OBJECT

public:
    static constexpr int Buckets = 10;

    /// Both outlive the object.
    AmountSpread(FacetModel &facets, FilterState &state, QObject *parent = nullptr);

    void setReaders(store::QueryThread *queries);

    /// False for tables without amounts, and while nothing is known.
    bool isKnown() const { return m_statistics.known > 0; }
    QString title() const; ///< "Salary from, ₽, per month, before tax"
    const AmountUnit &unit() const { return m_unit; }
    qint64 rows() const { return m_rows; } ///< rows under all filters but those on amount and currency
    const store::ColumnStatistics &statistics() const { return m_statistics; }
    /// "110 of 268 known"
    QString knownText() const;

    /// Filters by the amounts of a bucket range and by their unit.
    void choose(int firstBucket, int lastBucket);

Q_SIGNALS:
    void changed();

private:
    void ask();
    void askNext();
    void take(quint64 ticket, const Result<std::vector<store::FacetEntry>> &entries);
    store::RowQuery query(const AmountUnit &unit) const; ///< all rows of the unit, whatever they pay

    FacetModel &m_facets;
    FilterState &m_state;
    QPointer<store::QueryThread> m_queries;
    int m_amount = -1; ///< column, -1 = the table has none
    int m_currency = -1;
    quint64 m_ticket = 0;
    quint64 m_unitTicket = 0;
    QStringList m_unasked; ///< columns of the unit
    AmountUnit m_askedUnit;
    AmountUnit m_unit;
    qint64 m_rows = 0;
    store::ColumnStatistics m_statistics;
};

} // namespace linnet::models

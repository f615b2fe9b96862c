// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "models/table/amountunit.h"

#include <QObject>
#include <QTimer>

namespace linnet::models {

/// What the amounts of the rows shown come to, in words for the status bar: in one unit, as others do not
/// compare. Asked for in the background when the rows are others; at most once a
/// second.
class ShownAmounts : public QObject
{
    Q_OBJECT

public:
    explicit ShownAmounts(const table::Schema &schema, QObject *parent = nullptr);

    /// Whose rows; "" when the project closes.
    void setProject(const QString &path);
    /// rows: how many the query gives.
    void setRows(const store::RowQuery &query, qint64 rows);
    /// In which amounts are compared: the one that the filter names, else the most frequent one of the runs.
    const AmountUnit &unit() const { return m_unit; }
    /// "Salary from, ₽, per month, in hand: 120 of 239 known, median 110,000"; "" while nothing is known.
    QString text() const;

Q_SIGNALS:
    void changed();

private:
    struct Answer
    {
        AmountUnit usual; ///< of the runs
        AmountUnit unit;  ///< that of the statistics
        store::ColumnStatistics statistics;
    };

    static Result<Answer> read(store::RowReader &reader, store::RowQuery query, const AmountUnit &usual);
    static Result<AmountUnit> unitOf(store::RowReader &reader, const store::RowQuery &query);
    void ask();
    void take(const Result<Answer> &answer);

    const table::Schema &m_schema;
    int m_amount = -1; ///< column, -1 = the table has none
    QString m_path;
    store::RowQuery m_query;
    qint64 m_rows = 0;
    AmountUnit m_usual;
    qint64 m_usualOf = 0; ///< rows when it was found out
    AmountUnit m_unit;
    QTimer m_rest;
    bool m_known = false;
    store::ColumnStatistics m_statistics;
    ReaderTask<Answer> m_task;
};

} // namespace linnet::models

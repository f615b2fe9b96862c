// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/amountunit.h"
#include "models/table/rowcollector.h"
#include "table/schema.h"

namespace linnet::models {

/// What is selected, in words for the status bar: how many rows, and mean, median and sum of the numeric
/// columns on view. Salaries of several units are never added up: the most frequent one counts and is named.
class SelectionSummary : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MaxRows = 20'000; ///< beyond that only the number of rows is said

    explicit SelectionSummary(const table::Schema &schema, QObject *parent = nullptr);

    void setProject(const QString &path) { m_collector.setProject(path); }
    /// ids may be cut at MaxRows + 1; `selected` is how many there really are. The text follows with
    /// changed().
    void setSelection(std::vector<qint64> ids, qint64 selected, const QList<int> &visibleColumns);
    const QString &text() const { return m_text; }

Q_SIGNALS:
    void changed();

private:
    struct Amount
    {
        int column = 0;
        std::vector<std::pair<AmountUnit, double>> numbers;
    };

    void add(std::span<const table::Cells> rows);
    void finish();
    QString amountText(Amount &amount) const;
    AmountUnit unitOf(int column, const table::Cells &cells) const;

    const table::Schema &m_schema;
    RowCollector m_collector;
    qint64 m_selected = 0;
    std::vector<Amount> m_amounts;
    QString m_text;
};

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/charttable.h"
#include "gui/chart/chartview.h"

#include <QAccessibleWidget>

#include <map>

namespace linnet::gui {

/// A chart as screen readers meet it: a table of all its groups and their numbers.
class ChartAccessible final : public QAccessibleWidget, public QAccessibleTableInterface
{
public:
    explicit ChartAccessible(ChartView *view);
    ~ChartAccessible() override;

    /// For QAccessible::installFactory(); null for everything but charts.
    static QAccessibleInterface *make(const QString &className, QObject *object);

    ChartView *view() const;
    /// Of the chart as it is now.
    const draw::ChartTable &table() const;

    void *interface_cast(QAccessible::InterfaceType type) override;
    int childCount() const override { return rowCount() * columnCount(); }
    QAccessibleInterface *child(int index) const override;
    int indexOfChild(const QAccessibleInterface *child) const override;
    QAccessibleInterface *childAt(int x, int y) const override;

    QAccessibleInterface *caption() const override { return nullptr; }
    QAccessibleInterface *summary() const override { return nullptr; }
    QAccessibleInterface *cellAt(int row, int column) const override;
    QString columnDescription(int column) const override;
    QString rowDescription(int row) const override;
    int columnCount() const override { return int(table().columns.size()); }
    int rowCount() const override { return int(table().rows.size()); }

    // Groups are chosen by the keys of the chart itself.
    int selectedCellCount() const override { return 0; }
    int selectedColumnCount() const override { return 0; }
    int selectedRowCount() const override { return 0; }
    QList<QAccessibleInterface *> selectedCells() const override { return {}; }
    QList<int> selectedColumns() const override { return {}; }
    QList<int> selectedRows() const override { return {}; }
    bool isColumnSelected(int) const override { return false; }
    bool isRowSelected(int) const override { return false; }
    bool selectRow(int) override { return false; }
    bool selectColumn(int) override { return false; }
    bool unselectRow(int) override { return false; }
    bool unselectColumn(int) override { return false; }
    void modelChange(QAccessibleTableModelChangeEvent *) override {}

private:
    void dropCells() const;

    mutable draw::ChartTable m_table;
    mutable quint64 m_revision = 0;                 ///< of the chart that the table was made of; 0 = none
    mutable std::map<int, QAccessible::Id> m_cells; ///< by child index, those that somebody asked for
};

} // namespace linnet::gui

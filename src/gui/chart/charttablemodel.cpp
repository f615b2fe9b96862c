// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/charttablemodel.h"

namespace linnet::gui {

namespace {

constexpr auto NumberSide = Qt::AlignRight | Qt::AlignVCenter;
constexpr auto TextSide = Qt::AlignLeft | Qt::AlignVCenter;

} // namespace

void ChartTableModel::setTable(draw::ChartTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int ChartTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.rows.size());
}

int ChartTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_table.columns.size());
}

QVariant ChartTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::DisplayRole)
        return m_table.rows[size_t(index.row())][size_t(index.column())].text;
    if (role == Qt::TextAlignmentRole)
        return int(m_table.columns[size_t(index.column())].number ? NumberSide : TextSide);
    return {};
}

QVariant ChartTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const draw::ChartTable::Column &column = m_table.columns[size_t(section)];
    if (role == Qt::DisplayRole)
        return column.title;
    if (role == Qt::TextAlignmentRole)
        return int(column.number ? NumberSide : TextSide);
    return {};
}

} // namespace linnet::gui

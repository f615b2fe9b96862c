// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/fieldmodel.h"

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

FieldModel::FieldModel(const table::Schema &schema, QObject *parent)
    : QAbstractTableModel(parent)
    , m_schema(schema)
    , m_earlier(schema)
{
}

void FieldModel::setCells(const table::Cells &cells)
{
    // Mostly the same row with fresher content: the view stays where it is.
    if (!cells.empty() && cells.size() == m_cells.size()) {
        m_cells = cells;
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 1));
        return;
    }
    beginResetModel();
    m_cells = cells;
    endResetModel();
}

int FieldModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || m_cells.empty() ? 0 : int(m_schema.columns.size());
}

int FieldModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : 2;
}

QVariant FieldModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const table::Column &column = m_schema.columns[size_t(index.row())];
    const table::Value &value = m_cells[size_t(index.row())];
    if (role == WholeRole)
        return table::toText(value);
    if (index.column() == 0) {
        if (role == Qt::DisplayRole)
            return columnTitle(column);
        return role == Qt::ToolTipRole ? QVariant(columnHint(column)) : QVariant();
    }
    if (role == Qt::DisplayRole) {
        if (m_earlier.isWas(column))
            return m_earlier.all(m_cells);
        const QString now = m_format.display(column, value);
        const auto before = m_earlier.of(m_cells, column);
        return before ? now + " ("_L1 + EarlierValues::was(*before) + u')' : now;
    }
    return role == Qt::ToolTipRole ? QVariant(m_format.toolTip(column, value)) : QVariant();
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == 0 ? tr("Field") : tr("Value");
}

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellformat.h"
#include "models/table/earliervalues.h"
#include "table/schema.h"

#include <QAbstractTableModel>

namespace linnet::models {

/// All cells of one row as a table of two columns, field and value, each value on one line with the whole as
/// tooltip.
class FieldModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        WholeRole = Qt::UserRole + 1
    }; ///< the value as stored, as text

    explicit FieldModel(const table::Schema &schema, QObject *parent = nullptr);

    void setCells(const table::Cells &cells); ///< empty = no row

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    const table::Schema &m_schema;
    CellFormat m_format;
    EarlierValues m_earlier;
    table::Cells m_cells;
};

} // namespace linnet::models

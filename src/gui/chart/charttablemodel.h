// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/charttable.h"

#include <QAbstractTableModel>

namespace linnet::gui {

/// The data behind a chart, for the view that stands in its place.
class ChartTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(draw::ChartTable table);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    draw::ChartTable m_table;
};

} // namespace linnet::gui

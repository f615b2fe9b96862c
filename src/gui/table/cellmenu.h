// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"
#include "models/table/rowmodel.h"

#include <QMenu>

namespace linnet::gui {

/// The context menu of a table cell: filter by its value or without it, sort, copy, open. Deletes itself when
/// closed.
class CellMenu : public QMenu
{
    Q_OBJECT

public:
    /// index is a loaded cell; model and filter outlive the menu.
    CellMenu(const QModelIndex &index, const models::RowModel &model, models::FilterState &filter,
             QWidget *parent);

Q_SIGNALS:
    void sortChosen(const linnet::table::Sort &sort);
    void copyRowsChosen();
    void copyCellChosen();
    void openChosen();
    void columnsChosen();

private:
    void addFilters(int column, const table::Value &value);
    void addItemFilters(int column, const QStringList &items);
    void addSorting(int column);

    const models::RowModel &m_model;
    models::FilterState &m_filter;
};

} // namespace linnet::gui

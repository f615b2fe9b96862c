// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/columnstate.h"
#include "models/table/filterstate.h"
#include "models/table/rowmodel.h"

#include <QLabel>
#include <QTableView>

class QMenu;

namespace linnet::gui {

class FilterRow;
class RowHeader;

/// The table of results: fixed row height, header with several sort keys, filter row, columns as the
/// ColumnState says. Selection is by rows and read as ranges, so a million selected rows cost nothing. The
/// current row stays current when rows are filtered or sorted anew, if the user chose it; else the first one
/// is, with the view at the top.
class RowTableView : public QTableView
{
    Q_OBJECT

public:
    /// model, filter and columns outlive the view.
    RowTableView(models::RowModel &model, models::FilterState &filter, models::ColumnState &columns,
                 QWidget *parent = nullptr);

    RowHeader *rowHeader() const { return m_header; }
    FilterRow *filterRow() const { return m_filterRow; }

    /// Said in the middle of an empty table; "" = nothing.
    void setEmptyText(const QString &text);

    qint64 selectedCount() const;
    /// Ids of the selected rows from top to bottom, at most limit (-1 = all).
    std::vector<qint64> selectedIds(qint64 limit = -1) const;

    /// Makes the row with this id the current one: at once when it is shown, else when the rows asked for
    /// come and it is among them. True when at once.
    bool setCurrentId(qint64 id);
    qint64 currentId() const { return m_currentId; } ///< 0 = none

    /// What can be done with a column by its title: keeping rows by it, hiding it, its width.
    void addColumnActions(QMenu &menu, int column);

    void keyboardSearch(const QString &) override {} ///< would read every row

Q_SIGNALS:
    void currentRowChanged(int row); ///< -1 = none
    void selectionMoved();
    void copyRequested();
    void copyCellRequested();

protected:
    void scrollContentsBy(int dx, int dy) override;
    void resizeEvent(QResizeEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void setUpRows();
    void applyColumns();
    void connectColumns();
    void scrollToColumn(int column);
    void restoreCurrent();
    void takeFirstRow();
    void choose(int row, int column);
    void tellVisibleRows();
    void placeEmptyText();

    models::RowModel &m_model;
    models::FilterState &m_filter;
    models::ColumnState &m_columns;
    RowHeader *m_header;
    FilterRow *m_filterRow = nullptr;
    QLabel *m_empty;
    qint64 m_currentId = 0;
    qint64 m_wantedId = 0; ///< to become the current one with the next rows
    int m_currentColumn = 0;
    bool m_chosen = false;   ///< the current row by the user, not by the view
    bool m_choosing = false; ///< the view chooses just now
    bool m_applying = false;
    bool m_resetting = false;
};

} // namespace linnet::gui

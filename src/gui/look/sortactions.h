// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

class QMenu;
class QTableView;

namespace linnet::gui {

/// What a click on a heading does, for who has no mouse: in the menu of a table's cells.
class SortActions
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::SortActions)

public:
    /// Sorts by the column of the current cell; nothing is added without one. The table has sorting enabled
    /// and outlives the menu.
    static void addTo(QMenu &menu, QTableView &table);
    /// For tables whose cells have no other menu.
    static void giveMenu(QTableView &table);
};

} // namespace linnet::gui

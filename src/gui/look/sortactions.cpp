// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/sortactions.h"

#include <QHeaderView>
#include <QMenu>
#include <QTableView>

namespace linnet::gui {

void SortActions::addTo(QMenu &menu, QTableView &table)
{
    const int column = table.currentIndex().column();
    if (column < 0)
        return;
    const auto add = [&menu, &table](const QString &text, int by, Qt::SortOrder order) {
        return menu.addAction(text, &table, [&table, by, order] { table.sortByColumn(by, order); });
    };
    add(tr("Sort ascending"), column, Qt::AscendingOrder);
    add(tr("Sort descending"), column, Qt::DescendingOrder);
    if (table.horizontalHeader()->isSortIndicatorClearable())
        add(tr("Not sorted"), -1, Qt::AscendingOrder)
            ->setEnabled(table.horizontalHeader()->sortIndicatorSection() >= 0);
}

void SortActions::giveMenu(QTableView &table)
{
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    QObject::connect(&table, &QWidget::customContextMenuRequested, &table, [&table](const QPoint &place) {
        auto *menu = new QMenu(&table);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        addTo(*menu, table);
        menu->popup(table.viewport()->mapToGlobal(place));
    });
}

} // namespace linnet::gui

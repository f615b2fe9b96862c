// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/tablescale.h"

#include "gui/look/textscale.h"

#include <QApplication>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace linnet::gui {

void keepSectionWidths(QHeaderView *header, const QList<std::pair<int, int>> &widths)
{
    keepScaled(header, [header, widths] {
        for (const auto &[section, width] : widths)
            header->resizeSection(section, scaled(width));
    });
}

void keepRowHeight(QTableView *table, int least)
{
    constexpr int AroundLetters = 7;
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    keepScaled(table, [table, least] {
        const int letters = QFontMetrics(QApplication::font(table)).height();
        table->verticalHeader()->setMinimumSectionSize(1); // the style's own least follows later
        table->verticalHeader()->setDefaultSectionSize(std::max(scaled(least), letters + AroundLetters));
    });
}

} // namespace linnet::gui

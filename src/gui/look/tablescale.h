// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <utility>

class QHeaderView;
class QTableView;

namespace linnet::gui {

/// Gives sections of a header, {number, pixels beside usual letters}, their widths at once, and again
/// whenever letters become larger or smaller.
void keepSectionWidths(QHeaderView *header, const QList<std::pair<int, int>> &widths);

/// All rows have one height, which follows the letters: at least so many pixels beside usual ones.
void keepRowHeight(QTableView *table, int least);

} // namespace linnet::gui

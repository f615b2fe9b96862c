// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace linnet::gui {

/// Moves the focus from the part of the window that has it to the next one that can be seen; by: 1 or -1.
void cyclePanes(QList<QWidget *> panes, int by);

} // namespace linnet::gui

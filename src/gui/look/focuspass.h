// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace linnet::gui {

/// Whoever gives the focus to `whole` gives it to `part`, one of its parts; another part takes its place. A
/// focus proxy would do the same, but take the Tab key past all parts before it.
void passFocus(QWidget *whole, QWidget *part);

} // namespace linnet::gui

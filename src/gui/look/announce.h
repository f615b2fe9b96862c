// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace linnet::gui {

/// Lets a screen reader say it at once, whatever it reads; `about` is what it is of. Nothing happens without
/// a screen reader.
void announce(QWidget &about, const QString &text);

} // namespace linnet::gui

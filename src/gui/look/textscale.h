// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QSize>

#include <functional>

class QWidget;

namespace linnet::gui {

/// How large letters are beside those of the system; 1 = the same. Main thread.
double textScale();
void setTextScale(double scale); ///< for Theme

/// Pixels of what stands beside letters and grows with them.
int scaled(int pixels);
QSize scaled(QSize pixels);

/// Gives the widget letters of another size than its surroundings, also when those become larger or smaller.
/// size 1 = the same size.
void keepFont(QWidget *widget, double size, QFont::Weight weight = QFont::Normal);

/// The system's letters of one width, as large as the others.
void keepFixedFont(QWidget *widget);

/// Calls `size` at once and whenever letters become larger or smaller, while the widget lives: for sizes that
/// are scaled().
void keepScaled(QWidget *widget, std::function<void()> size);

} // namespace linnet::gui

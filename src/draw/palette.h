// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

namespace linnet::draw {

/// The program's colours in one of its two looks. Coloured text (accent, good, warning, bad) stands on base;
/// text and muted may stand on window too: all of these reach a contrast of 4.5 to 1.
struct Palette
{
    bool dark = false;
    QColor window;
    QColor base;
    QColor line;    ///< hair lines between areas
    QColor outline; ///< around what can be typed in or pressed
    QColor text;
    QColor muted;
    QColor disabled;
    QColor accent;
    QColor onAccent; ///< text on accent
    QColor selection;
    QColor good;
    QColor warning;
    QColor bad;

    static const Palette &light();
    static const Palette &darkOne();
    /// The look that a widget's palette belongs to, told by the lightness of its window colour.
    static const Palette &of(const QPalette &palette);

    QPalette toQPalette() const; ///< every role of every group is set
};

/// `share` of 0 gives `from`, of 1 gives `to`.
QColor mixed(const QColor &from, const QColor &to, double share);

/// WCAG 2.1 contrast ratio, 1 to 21.
double contrast(const QColor &one, const QColor &other);

} // namespace linnet::draw

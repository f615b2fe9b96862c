// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/palette.h"

#include <QFont>
#include <QLocale>

namespace linnet::draw {

/// How a chart looks and speaks: the same chart goes light, dark or on paper, in any language and size.
struct ChartStyle
{
    Palette colors = Palette::light();
    QFont font; ///< its size is that of every text but the title
    QLocale locale;

    /// The colour of a series; those that look alike to some people differ in their hatching, too.
    QColor series(int index) const;
    QColor few() const { return mixed(colors.base, colors.muted, 0.55); }
    QColor water() const; ///< of maps
    QColor land() const;
    QColor grid() const { return mixed(colors.base, colors.line, 0.8); }

    /// Both sized in pixels, so that they measure the same on every device.
    QFont textFont() const;
    QFont titleFont() const;

    /// Black on white, whatever the window looks like.
    static ChartStyle forPaper(const QFont &font, const QLocale &locale);
};

} // namespace linnet::draw

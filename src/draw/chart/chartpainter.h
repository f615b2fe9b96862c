// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartlayout.h"

#include <QStringList>

class QPainter;

namespace linnet::draw {

/// What somebody points at or has chosen in a chart.
struct ChartMarks
{
    int current = -1;   ///< the group that keys or pointer are at, -1 = none
    QStringList chosen; ///< keys of groups that are set off; none = all look the same
    bool texts = true;  ///< false = whoever asked writes them
};

QColor textInk(TextRole role, const ChartStyle &style);

/// Paints onto the ground of the style; the same on widgets, images, SVG and PDF. The layout was made of the
/// same chart and style.
void paintChart(QPainter &painter, const Chart &chart, const ChartLayout &layout, const ChartStyle &style,
                const ChartMarks &marks = {});

/// The same with its layout.
void paintChart(QPainter &painter, const QRectF &frame, const Chart &chart, const ChartStyle &style);

} // namespace linnet::draw

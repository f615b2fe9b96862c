// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/palette.h"

#include <QRect>

#include <span>
#include <utility>

class QPainter;

namespace linnet::draw {

/// Counts as bars that stand on one line, side by side, the largest as high as the area. A count above 0 is
/// never invisible.
class Bars
{
public:
    /// counts outlive the object; area in pixels.
    Bars(const QRect &area, std::span<const qint64> counts);

    QRect bar(int index) const;
    /// The bar in whose column x lies, the nearest one outside of the area; -1 = there are none.
    int at(int x) const;
    /// Bars first..last of `chosen` are marked; -1, -1 = none.
    void paint(QPainter &painter, const Palette &colors, std::pair<int, int> chosen) const;

private:
    int edge(int index) const;

    QRect m_area;
    std::span<const qint64> m_counts;
    qint64 m_largest = 1;
};

} // namespace linnet::draw

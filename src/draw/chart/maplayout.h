// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartsheet.h"

namespace linnet::draw {

/// Circles over the land of the world: large ones first, so that small ones lie upon them, and names where
/// they cover nothing.
class MapLayout
{
public:
    /// The sheet outlives it.
    MapLayout(ChartSheet &sheet, double width);

    double leastHeight() const;
    double naturalHeight() const;
    void put(const QRectF &area);

private:
    struct Circle
    {
        int group;
        QPointF middle;
        double radius;
        bool isCounted = false; ///< its number stands in it
    };

    QPointF onPlot(const QPointF &place) const;
    void fit(const QRectF &area);
    void putGround();
    void findCircles();
    void putCircles();
    void putCounts();
    void putNames();
    void putName(const Circle &circle);
    bool putBeside(const Circle &circle, const QString &text);
    bool isFree(const QRectF &place, int group) const;

    ChartSheet &m_sheet;
    const double m_line;
    const double m_width;
    QRectF m_plot;
    std::vector<Circle> m_circles; ///< those that are seen
};

} // namespace linnet::draw

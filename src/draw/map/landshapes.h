// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace linnet::draw {

/// The land of the world and the lakes in it, without borders, from resources/map.
struct LandShapes
{
    struct Shape
    {
        QPolygonF points; ///< as Mercator has them; open
        QRectF bounds;
        bool isWater = false;
    };

    std::vector<Shape> shapes; ///< those that lie upon others come later

    /// Read once; for any thread.
    static const LandShapes &all();
};

/// What of a polygon lies within the rectangle. Where it was cut it goes along the edge.
QPolygonF clipped(const QPolygonF &polygon, const QRectF &to);

} // namespace linnet::draw

// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/hatch.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace linnet::draw {

namespace {

enum Direction : quint8
{
    Rising = 1,
    Falling = 2,
    Level = 4,
    Upright = 8,
};

constexpr std::array<quint8, 6> Directions{0, Rising, Falling, Upright, Level, Rising | Falling};

/// Lines x + slope * y = c, for all c that are multiples of the distance, so that neighbours fit together.
void addSlanted(QPainterPath &path, const QRectF &area, int slope, double distance)
{
    const double low = area.left() + std::min(slope * area.top(), slope * area.bottom());
    const double high = area.right() + std::max(slope * area.top(), slope * area.bottom());
    for (double c = std::ceil(low / distance) * distance; c < high; c += distance) {
        const double left = std::max(area.left(), slope > 0 ? c - area.bottom() : c + area.top());
        const double right = std::min(area.right(), slope > 0 ? c - area.top() : c + area.bottom());
        if (right <= left)
            continue;
        path.moveTo(left, (c - left) / slope);
        path.lineTo(right, (c - right) / slope);
    }
}

} // namespace

QPainterPath hatch(const QRectF &area, int series, double distance)
{
    QPainterPath path;
    const quint8 directions = Directions[size_t(series) % Directions.size()];
    if (directions & Rising)
        addSlanted(path, area, 1, distance);
    if (directions & Falling)
        addSlanted(path, area, -1, distance);
    if (directions & Level) {
        for (double y = area.top() + distance / 2; y < area.bottom(); y += distance / 2) {
            path.moveTo(area.left(), y);
            path.lineTo(area.right(), y);
        }
    }
    if (directions & Upright) {
        for (double x = area.left() + distance / 2; x < area.right(); x += distance / 2) {
            path.moveTo(x, area.top());
            path.lineTo(x, area.bottom());
        }
    }
    return path;
}

} // namespace linnet::draw

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace linnet::draw {

/// Mercator's projection, which keeps the shapes of towns and makes each rectangle one of latitudes and
/// longitudes. Units are degrees of longitude: x grows to the east from the Bering Strait, so that no land is
/// cut in two, y to the south from the equator.
struct Mercator
{
    static constexpr double Seam = -168.98; ///< degrees; what lies west of it is at the eastern end
    static constexpr double Around = 360;
    static constexpr double Farthest = 85; ///< degrees of latitude

    static double x(double longitude) { return longitude < Seam ? longitude + Around : longitude; }
    static double longitude(double x) { return x > Around / 2 ? x - Around : x; }
    static double y(double latitude)
    {
        const double phi = std::clamp(latitude, -Farthest, Farthest) * std::numbers::pi / 180;
        return -std::asinh(std::tan(phi)) * 180 / std::numbers::pi;
    }
    static double latitude(double y)
    {
        return std::atan(std::sinh(-y * std::numbers::pi / 180)) * 180 / std::numbers::pi;
    }
    static QPointF point(double latitude, double longitude) { return {x(longitude), y(latitude)}; }

    /// All that can be shown.
    static QRectF world() { return {QPointF(Seam, y(Farthest)), QPointF(Seam + Around, y(-60))}; }
};

} // namespace linnet::draw

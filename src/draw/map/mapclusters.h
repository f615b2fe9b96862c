// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

#include <stop_token>
#include <vector>

namespace linnet::draw {

/// Where something is, in degrees.
struct MapPoint
{
    double latitude = 0;
    double longitude = 0;

    bool operator==(const MapPoint &) const = default;
};

/// From south to north and from west to east, in degrees, ends included; over 180 degrees west is the larger
/// one.
struct MapBox
{
    double south = 0;
    double west = 0;
    double north = 0;
    double east = 0;

    bool contains(const MapPoint &point) const;
    bool operator==(const MapBox &) const = default;
};

/// Points that would lie upon one another.
struct MapCluster
{
    MapPoint middle; ///< the mean of its points
    /// Has its points and no others, with no more decimals than that needs.
    MapBox box;
    std::vector<quint32> points; ///< by their place in the list, in its order
};

/// Largest first. Each begins where the points lie most densely and takes what is nearer than some thirty
/// pixels, so that a town is not cut in two; boxes never overlap. Only what lies in `part` and a little
/// around it counts: `part` in Mercator's units, `pixel` the width of one in them. Empty when it was stopped.
std::vector<MapCluster> mapClusters(const std::vector<MapPoint> &points, const QRectF &part, double pixel,
                                    const std::stop_token &stop = {});

/// The part of the world in which all points are, and some room around them; of no points, all.
QRectF partWith(const std::vector<MapPoint> &points);

} // namespace linnet::draw

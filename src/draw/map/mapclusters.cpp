// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/map/mapclusters.h"

#include "draw/map/mercator.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace linnet::draw {

namespace {

constexpr double CellPixels = 8;
constexpr int Reach = 3; ///< cells that a cluster takes on each side of its densest one
constexpr int Tile = 64; ///< cells; what counts beside the part ends there, so that moving changes little
constexpr qint64 StopEvery = 1 << 16;
constexpr int MostDecimals = 15;
constexpr double LeastPart = 0.2; ///< degrees
constexpr double Room = 0.08;     ///< of the width and height, on each side

struct Cell
{
    qint64 x = 0;
    qint64 y = 0;

    bool operator==(const Cell &) const = default;
    friend size_t qHash(const Cell &cell, size_t seed) { return qHashMulti(seed, cell.x, cell.y); }
};

/// Cells from..to, both included.
struct CellBox
{
    Cell from;
    Cell to;

    bool contains(const Cell &cell) const
    {
        return cell.x >= from.x && cell.x <= to.x && cell.y >= from.y && cell.y <= to.y;
    }
    bool overlaps(const CellBox &other) const
    {
        return from.x <= other.to.x && to.x >= other.from.x && from.y <= other.to.y && to.y >= other.from.y;
    }
    qint64 size() const { return (to.x - from.x + 1) * (to.y - from.y + 1); }
};

struct CellPoints
{
    Cell cell;
    std::vector<quint32> points;
};

/// The number with the fewest decimals from low to high.
double briefBetween(double low, double high)
{
    double unit = 1;
    for (int decimals = 0; decimals < MostDecimals; ++decimals, unit *= 10) {
        const double number = std::ceil(low * unit) / unit;
        if (number >= low && number <= high)
            return number;
    }
    return low;
}

/// The box without what `taken` has of it, on the side where more is left; `kept` is not in `taken`.
CellBox without(const CellBox &box, const CellBox &taken, const Cell &kept)
{
    CellBox best;
    qint64 size = 0;
    const auto consider = [&](CellBox part) {
        if (part.contains(kept) && part.size() > size) {
            best = part;
            size = part.size();
        }
    };
    consider({box.from, {taken.from.x - 1, box.to.y}});
    consider({{taken.to.x + 1, box.from.y}, box.to});
    consider({box.from, {box.to.x, taken.from.y - 1}});
    consider({{box.from.x, taken.to.y + 1}, box.to});
    return best;
}

class Clustering
{
public:
    Clustering(const std::vector<MapPoint> &points, const QRectF &part, double pixel,
               const std::stop_token &stop)
        : m_points(points)
        , m_side(CellPixels * pixel)
        , m_stop(stop)
    {
        const auto tile = [this](double place) { return qint64(std::floor(place / m_side / Tile)); };
        const double x = part.width() / 2;
        const double y = part.height() / 2;
        m_part = {{tile(part.left() - x) * Tile, tile(part.top() - y) * Tile},
                  {(tile(part.right() + x) + 1) * Tile - 1, (tile(part.bottom() + y) + 1) * Tile - 1}};
    }

    std::vector<MapCluster> make()
    {
        std::vector<CellPoints> cells = byCell();
        std::ranges::sort(cells, [](const CellPoints &a, const CellPoints &b) {
            if (a.points.size() != b.points.size())
                return a.points.size() > b.points.size();
            return a.points.front() < b.points.front();
        });
        for (size_t i = 0; i < cells.size(); ++i)
            m_places.insert(cells[i].cell, i);
        m_isTaken.resize(cells.size());
        std::vector<MapCluster> result;
        for (size_t i = 0; i < cells.size(); ++i) {
            if (m_stop.stop_requested())
                return {};
            if (!m_isTaken[i])
                result.push_back(around(cells, i));
        }
        std::ranges::stable_sort(result, std::greater(),
                                 [](const MapCluster &cluster) { return cluster.points.size(); });
        return result;
    }

private:
    std::vector<CellPoints> byCell()
    {
        std::vector<CellPoints> cells;
        QHash<Cell, size_t> places; // from 1
        for (size_t i = 0; i < m_points.size(); ++i) {
            if (i % StopEvery == 0 && m_stop.stop_requested())
                return {};
            const Cell cell = cellOf(m_points[i]);
            if (!m_part.contains(cell))
                continue;
            size_t &place = places[cell];
            if (place == 0) {
                cells.push_back({cell, {}});
                place = cells.size();
            }
            cells[place - 1].points.push_back(quint32(i));
        }
        return cells;
    }

    Cell cellOf(const MapPoint &point) const
    {
        const QPointF at = Mercator::point(point.latitude, point.longitude);
        return {qint64(std::floor(at.x() / m_side)), qint64(std::floor(at.y() / m_side))};
    }

    /// Where the clusters are that a box can overlap.
    static Cell regionOf(const Cell &cell)
    {
        constexpr qint64 Region = 2 * Reach + 1;
        const auto part = [](qint64 place) { return place >= 0 ? place / Region : (place + 1) / Region - 1; };
        return {part(cell.x), part(cell.y)};
    }

    MapCluster around(const std::vector<CellPoints> &cells, size_t first)
    {
        const Cell middle = cells[first].cell;
        CellBox box{{middle.x - Reach, middle.y - Reach}, {middle.x + Reach, middle.y + Reach}};
        const Cell region = regionOf(middle);
        for (qint64 x = region.x - 1; x <= region.x + 1; ++x) {
            for (qint64 y = region.y - 1; y <= region.y + 1; ++y) {
                for (const CellBox &taken : m_boxes.value({x, y})) {
                    if (taken.overlaps(box))
                        box = without(box, taken, middle);
                }
            }
        }
        m_boxes[region].push_back(box);
        MapCluster cluster;
        for (qint64 x = box.from.x; x <= box.to.x; ++x) {
            for (qint64 y = box.from.y; y <= box.to.y; ++y) {
                const auto place = m_places.constFind(Cell{x, y});
                if (place == m_places.cend())
                    continue;
                m_isTaken[*place] = true;
                const std::vector<quint32> &own = cells[*place].points;
                cluster.points.insert(cluster.points.end(), own.begin(), own.end());
            }
        }
        std::ranges::sort(cluster.points);
        measure(cluster, box);
        return cluster;
    }

    void measure(MapCluster &cluster, const CellBox &cells) const
    {
        const MapPoint &some = m_points[cluster.points.front()];
        double south = some.latitude;
        double north = some.latitude;
        double west = Mercator::x(some.longitude);
        double east = west;
        double latitudes = 0;
        double places = 0;
        for (const quint32 number : cluster.points) {
            const MapPoint &point = m_points[number];
            const double x = Mercator::x(point.longitude);
            south = std::min(south, point.latitude);
            north = std::max(north, point.latitude);
            west = std::min(west, x);
            east = std::max(east, x);
            latitudes += point.latitude;
            places += x;
        }
        const auto count = double(cluster.points.size());
        // A mean of equal numbers may be another by a hair.
        cluster.middle = {std::clamp(latitudes / count, south, north),
                          Mercator::longitude(std::clamp(places / count, west, east))};
        // Not to the very edge of the cells, which calculation does not hit.
        const auto beyond = [](double point, double edge) { return point + 0.99 * (edge - point); };
        const double bottom = std::min(south, Mercator::latitude(double(cells.to.y + 1) * m_side));
        const double top = std::max(north, Mercator::latitude(double(cells.from.y) * m_side));
        cluster.box.south = briefBetween(beyond(south, bottom), south);
        cluster.box.north = -briefBetween(-beyond(north, top), -north);
        // Each side for itself on its side of 180 degrees, where numbers begin anew.
        const double left = std::max(beyond(west, double(cells.from.x) * m_side), Mercator::Seam);
        const double right =
            std::min(beyond(east, double(cells.to.x + 1) * m_side), (east + Mercator::world().right()) / 2);
        cluster.box.west =
            west > 180 ? briefBetween(std::max(left, 180.0) - 360, west - 360) : briefBetween(left, west);
        cluster.box.east = east > 180 ? -briefBetween(360 - right, 360 - east)
                                      : -briefBetween(-std::min(right, 180.0), -east);
    }

    const std::vector<MapPoint> &m_points;
    const double m_side; ///< of a cell
    const std::stop_token &m_stop;
    CellBox m_part;
    QHash<Cell, size_t> m_places;
    std::vector<bool> m_isTaken;
    QHash<Cell, std::vector<CellBox>> m_boxes; ///< of the clusters, by region
};

} // namespace

bool MapBox::contains(const MapPoint &point) const
{
    if (point.latitude < south || point.latitude > north)
        return false;
    if (west <= east)
        return point.longitude >= west && point.longitude <= east;
    return point.longitude >= west || point.longitude <= east;
}

std::vector<MapCluster> mapClusters(const std::vector<MapPoint> &points, const QRectF &part, double pixel,
                                    const std::stop_token &stop)
{
    if (!(pixel > 0) || !part.isValid())
        return {};
    return Clustering(points, part, pixel, stop).make();
}

QRectF partWith(const std::vector<MapPoint> &points)
{
    if (points.empty())
        return Mercator::world();
    const QPointF first = Mercator::point(points[0].latitude, points[0].longitude);
    double left = first.x();
    double right = left;
    double top = first.y();
    double bottom = top;
    for (const MapPoint &point : points) {
        const QPointF at = Mercator::point(point.latitude, point.longitude);
        left = std::min(left, at.x());
        right = std::max(right, at.x());
        top = std::min(top, at.y());
        bottom = std::max(bottom, at.y());
    }
    const double x = std::max(LeastPart, (right - left) * Room);
    const double y = std::max(LeastPart, (bottom - top) * Room);
    return QRectF(QPointF(left - x, top - y), QPointF(right + x, bottom + y)).intersected(Mercator::world());
}

} // namespace linnet::draw

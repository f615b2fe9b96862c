// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/map/landshapes.h"

#include "draw/map/mercator.h"

#include <QFile>

#include <charconv>

// Outside of namespaces, as the macro wants it.
static void initMapResource()
{
    Q_INIT_RESOURCE(map);
}

namespace linnet::draw {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double StepsOfDegree = 100;

LandShapes::Shape readShape(QByteArrayView line)
{
    LandShapes::Shape shape;
    shape.isWater = line.front() == 'W';
    const char *at = line.data() + 1;
    const char *const end = line.data() + line.size();
    int longitude = 0;
    int latitude = 0;
    for (bool isLongitude = true; at < end; isLongitude = !isLongitude) {
        while (at < end && *at == ' ')
            ++at;
        int number = 0;
        const auto [next, error] = std::from_chars(at, end, number);
        if (error != std::errc())
            break;
        at = next;
        (isLongitude ? longitude : latitude) += number;
        if (!isLongitude)
            shape.points.append({longitude / StepsOfDegree, Mercator::y(latitude / StepsOfDegree)});
    }
    shape.bounds = shape.points.boundingRect();
    return shape;
}

LandShapes read()
{
    initMapResource();
    LandShapes land;
    QFile file(u":/map/land.txt"_s);
    if (!file.open(QIODevice::ReadOnly))
        return land;
    const QByteArray text = file.readAll();
    for (const QByteArrayView line : QByteArrayView(text).trimmed().toByteArray().split('\n')) {
        if (line.startsWith('L') || line.startsWith('W'))
            land.shapes.push_back(readShape(line));
    }
    return land;
}

/// Keeps the side of one edge, Sutherland and Hodgman's way.
template <typename Inside, typename Cut> QPolygonF cut(const QPolygonF &polygon, Inside inside, Cut cut)
{
    QPolygonF result;
    for (qsizetype i = 0; i < polygon.size(); ++i) {
        const QPointF &before = polygon[i == 0 ? polygon.size() - 1 : i - 1];
        const QPointF &point = polygon[i];
        if (inside(point) != inside(before))
            result.append(cut(before, point));
        if (inside(point))
            result.append(point);
    }
    return result;
}

QPolygonF cutAtX(const QPolygonF &polygon, double x, double side)
{
    return cut(
        polygon, [=](const QPointF &point) { return side * (point.x() - x) >= 0; },
        [=](const QPointF &a, const QPointF &b) {
            return QPointF(x, a.y() + (b.y() - a.y()) * (x - a.x()) / (b.x() - a.x()));
        });
}

QPolygonF cutAtY(const QPolygonF &polygon, double y, double side)
{
    return cut(
        polygon, [=](const QPointF &point) { return side * (point.y() - y) >= 0; },
        [=](const QPointF &a, const QPointF &b) {
            return QPointF(a.x() + (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()), y);
        });
}

} // namespace

const LandShapes &LandShapes::all()
{
    static const LandShapes land = read();
    return land;
}

QPolygonF clipped(const QPolygonF &polygon, const QRectF &to)
{
    const QPolygonF sides = cutAtX(cutAtX(polygon, to.left(), 1), to.right(), -1);
    return cutAtY(cutAtY(sides, to.top(), 1), to.bottom(), -1);
}

} // namespace linnet::draw

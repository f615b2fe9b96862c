// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/maplayout.h"

#include "draw/map/landshapes.h"
#include "draw/map/mercator.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

constexpr double LeastLines = 8;
constexpr double Flat = 0.55;        ///< height by width
constexpr double LeastRadius = 0.32; ///< in lines
constexpr double MostRadius = 1.5;
constexpr double LongestName = 12; ///< in lines
constexpr double Unseen = 0.6;     ///< pixels
constexpr int MostNames = 60;      ///< more would be a carpet

/// Without points that lie upon those before them.
QPolygonF seen(const QPolygonF &polygon)
{
    QPolygonF result;
    for (const QPointF &point : polygon) {
        if (result.isEmpty() || (point - result.last()).manhattanLength() >= Unseen)
            result.append(point);
    }
    return result;
}

} // namespace

MapLayout::MapLayout(ChartSheet &sheet, double width)
    : m_sheet(sheet)
    , m_line(sheet.line())
    , m_width(width)
{
}

double MapLayout::leastHeight() const
{
    return LeastLines * m_line;
}

double MapLayout::naturalHeight() const
{
    return std::max(LeastLines * m_line, Flat * m_width);
}

QPointF MapLayout::onPlot(const QPointF &place) const
{
    const ChartLayout &layout = m_sheet.layout();
    return m_plot.topLeft() + (place - layout.origin) / layout.pixel;
}

void MapLayout::fit(const QRectF &area)
{
    ChartLayout &layout = m_sheet.layout();
    layout.plot = m_plot = area;
    const QRectF &part = m_sheet.chart().part;
    const QRectF shown = part.isEmpty() ? Mercator::world() : part;
    layout.pixel = std::max(shown.width() / area.width(), shown.height() / area.height());
    layout.origin = shown.center() - QPointF(area.width(), area.height()) / 2 * layout.pixel;
}

void MapLayout::put(const QRectF &area)
{
    if (area.width() < 1 || area.height() < 1)
        return;
    fit(area);
    m_sheet.layout().shownGroups = int(m_sheet.chart().groups.size());
    putGround();
    findCircles();
    putCircles();
    putCounts();
    putNames();
}

void MapLayout::putGround()
{
    ChartLayout &layout = m_sheet.layout();
    const QRectF shown(layout.origin, m_plot.size() * layout.pixel);
    for (const LandShapes::Shape &shape : LandShapes::all().shapes) {
        const double size = std::max(shape.bounds.width(), shape.bounds.height());
        if (size < layout.pixel || !shape.bounds.intersects(shown))
            continue;
        QPolygonF points = shown.contains(shape.bounds) ? shape.points : clipped(shape.points, shown);
        for (QPointF &point : points)
            point = onPlot(point);
        points = seen(points);
        if (points.size() > 2)
            layout.ground.push_back({points, shape.isWater});
    }
}

void MapLayout::findCircles()
{
    const Chart &chart = m_sheet.chart();
    double largest = 1;
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        const QPointF middle = onPlot(chart.groups[size_t(group)].place);
        if (!m_plot.contains(middle))
            continue;
        const double value = std::max(0.0, chart.value(group, 0).value_or(0));
        largest = std::max(largest, value);
        m_circles.push_back({group, middle, value});
    }
    const double most = std::min({MostRadius * m_line, m_plot.width() / 4, m_plot.height() / 4});
    for (Circle &circle : m_circles) {
        circle.radius =
            std::max(std::min(LeastRadius * m_line, most), most * std::sqrt(circle.radius / largest));
        const double r = circle.radius + 1.5; // its line, too
        circle.middle.setX(std::clamp(circle.middle.x(), m_plot.left() + r,
                                      std::max(m_plot.left() + r, m_plot.right() - r)));
        circle.middle.setY(
            std::clamp(circle.middle.y(), m_plot.top() + r, std::max(m_plot.top() + r, m_plot.bottom() - r)));
    }
    std::ranges::stable_sort(m_circles, std::greater(), &Circle::radius);
}

void MapLayout::putCircles()
{
    ChartLayout &layout = m_sheet.layout();
    for (const Circle &circle : m_circles) {
        const QRectF place(circle.middle - QPointF(circle.radius, circle.radius),
                           QSizeF(circle.radius, circle.radius) * 2);
        layout.shapes.push_back({place, PlacedShape::Form::Circle, 0, circle.group,
                                 m_sheet.chart().groups[size_t(circle.group)].few});
    }
    // What lies on top answers first.
    for (auto circle = layout.shapes.rbegin(); circle != layout.shapes.rend(); ++circle) {
        if (circle->form == PlacedShape::Form::Circle)
            layout.areas.push_back({circle->place, {circle->group, -1}});
    }
}

bool MapLayout::isFree(const QRectF &place, int group) const
{
    const auto isOn = [&](const Circle &circle) {
        const QPointF nearest(std::clamp(circle.middle.x(), place.left(), place.right()),
                              std::clamp(circle.middle.y(), place.top(), place.bottom()));
        const QPointF way = circle.middle - nearest;
        return circle.group != group && std::hypot(way.x(), way.y()) < circle.radius + 1;
    };
    return std::ranges::none_of(m_circles, isOn) &&
           std::ranges::none_of(m_sheet.layout().texts, [&](const PlacedText &text) {
               return text.place.intersects(place.adjusted(-2, 0, 2, 0));
           });
}

// Whole or not at all.
void MapLayout::putCounts()
{
    for (Circle &circle : m_circles) {
        const QString text = m_sheet.numbers().text(m_sheet.chart().value(circle.group, 0), ValueForm::Count);
        const double width = m_sheet.ruler().width(text);
        const QRectF place(circle.middle - QPointF(width, m_line) / 2, QSizeF(width, m_line));
        if (std::hypot(width, 0.6 * m_line) > 2 * circle.radius || !isFree(place, circle.group))
            continue;
        circle.isCounted =
            !m_sheet.put(place.adjusted(-0.5, 0, 0.5, 0), text, TextRole::Value, Qt::AlignHCenter).isNull();
    }
}

void MapLayout::putNames()
{
    for (size_t i = 0; i < std::min(m_circles.size(), size_t(MostNames)); ++i)
        putName(m_circles[i]);
}

/// With the number where the circle has no room for it; without a place for both the number alone.
void MapLayout::putName(const Circle &circle)
{
    const QString name = m_sheet.ruler().elided(m_sheet.words().label(circle.group), LongestName * m_line);
    if (circle.isCounted) {
        putBeside(circle, name);
        return;
    }
    const QString count = m_sheet.numbers().text(m_sheet.chart().value(circle.group, 0), ValueForm::Count);
    if (!putBeside(circle, name + QStringLiteral(": ") + count))
        putBeside(circle, count);
}

bool MapLayout::putBeside(const Circle &circle, const QString &text)
{
    const double width = m_sheet.ruler().width(text);
    const double beside = circle.radius + 0.2 * m_line;
    const QPointF corners[] = {{beside, -m_line / 2},
                               {-beside - width, -m_line / 2},
                               {-width / 2, circle.radius + 1},
                               {-width / 2, -circle.radius - 1 - m_line}};
    for (const QPointF &corner : corners) {
        const QRectF place(circle.middle + corner, QSizeF(width + 0.5, m_line));
        if (m_plot.contains(place) && isFree(place, circle.group))
            return !m_sheet.put(place, text, TextRole::Label).isNull();
    }
    return false;
}

} // namespace linnet::draw

// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/graph/graphview.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

constexpr double Margin = 24; // pixels around the whole
constexpr double NearestBy = 2000;
constexpr double FarthestBy = 0.2;
/// Radii, as parts of the room that a node has when all have the same.
constexpr double SmallestPart = 0.12;
constexpr double LargestPart = 0.9;
constexpr double LargestInCrowd = 0.3;
constexpr double Crowd = 1000; ///< nodes; from here on they grow smaller, so that links are seen
constexpr double LeastRadius = 0.6;
constexpr double MostSmall = 5;
constexpr double MostLarge = 26;

} // namespace

GraphView GraphView::whole(const GraphPicture &picture, QSizeF size)
{
    GraphView view;
    view.size = size;
    if (picture.places.empty())
        return view;
    const auto [left, right] =
        std::ranges::minmax(picture.places, {}, [](const QPointF &p) { return p.x(); });
    const auto [top, bottom] =
        std::ranges::minmax(picture.places, {}, [](const QPointF &p) { return p.y(); });
    const double width = std::max(right.x() - left.x(), 1e-6);
    const double height = std::max(bottom.y() - top.y(), 1e-6);
    view.centre = {(left.x() + right.x()) / 2, (top.y() + bottom.y()) / 2};
    view.scale = std::min(std::max(size.width() - 2 * Margin, 1.0) / width,
                          std::max(size.height() - 2 * Margin, 1.0) / height);
    // One node, or a few on a line, would be drawn at any scale.
    view.scale = std::min(view.scale, std::max(size.width(), size.height()));
    view.usual = view.scale;
    return view;
}

GraphView GraphView::zoomed(double by, QPointF around) const
{
    const QPointF kept = fromScreen(around);
    GraphView view = *this;
    view.scale = std::clamp(scale * by, usual * FarthestBy, usual * NearestBy);
    view.centre = kept - (around - QPointF(size.width() / 2, size.height() / 2)) / view.scale;
    return view;
}

GraphView GraphView::moved(QPointF pixels) const
{
    GraphView view = *this;
    view.centre -= pixels / scale;
    return view;
}

double nodeRadius(const GraphPicture &picture, const GraphView &view, quint32 node)
{
    const double room = std::sqrt(view.size.width() * view.size.height() / std::max(picture.size(), 1u));
    const double smallest = std::clamp(SmallestPart * room, LeastRadius, MostSmall);
    const double crowded = std::log10(std::max(picture.size() / Crowd, 1.0)); // 2 for 100,000
    const double part = std::max(LargestPart - 0.26 * crowded, LargestInCrowd);
    const double largest = std::clamp(part * room, 2 * smallest, MostLarge);
    const double nearness = std::sqrt(std::max(view.scale / view.usual, 0.05));
    const double weight = node < picture.weights.size() ? double(picture.weights[node]) : 0;
    const double radius = (smallest + (largest - smallest) * std::sqrt(weight)) * nearness;
    return std::min(radius, MostLarge * 1.5);
}

std::optional<quint32> nodeAt(const GraphPicture &picture, const GraphView &view, QPointF pixel, double reach)
{
    std::optional<quint32> found;
    double best = reach;
    for (quint32 node = 0; node < picture.size(); ++node) {
        const QPointF from = view.toScreen(picture.places[node]) - pixel;
        const double length = std::hypot(from.x(), from.y());
        if (length > reach + 2 * MostLarge || picture.isHidden(node))
            continue;
        const double away = length - nodeRadius(picture, view, node);
        if (away < best) {
            best = away;
            found = node;
        }
    }
    return found;
}

std::vector<quint32> nodesIn(const GraphPicture &picture, const GraphView &view, const QRectF &pixels)
{
    std::vector<quint32> found;
    for (quint32 node = 0; node < picture.size(); ++node) {
        if (!picture.isHidden(node) && pixels.contains(view.toScreen(picture.places[node])))
            found.push_back(node);
    }
    return found;
}

} // namespace linnet::draw

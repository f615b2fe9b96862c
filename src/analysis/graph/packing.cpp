// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/packing.h"

#include <algorithm>
#include <cmath>

namespace linnet::analysis {

namespace {

constexpr float WidthByHeight = 1.5f;

struct Box
{
    float left;
    float top;
    float width;
    float height;
};

Box boxOf(std::span<const Point> points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    return {left.x, top.y, right.x - left.x, bottom.y - top.y};
}

} // namespace

void pack(std::span<const std::span<Point>> groups, float gap)
{
    std::vector<Box> boxes;
    double area = 0;
    float widest = 0;
    for (const std::span<Point> group : groups) {
        boxes.push_back(boxOf(group));
        area += double(boxes.back().width + gap) * double(boxes.back().height + gap);
        widest = std::max(widest, boxes.back().width + gap);
    }
    const float width = std::max(widest, float(std::sqrt(area * WidthByHeight)));
    float x = 0;
    float y = 0;
    float height = 0;
    for (size_t i = 0; i < groups.size(); ++i) {
        const Box &box = boxes[i];
        if (x > 0 && x + box.width + gap > width * 1.001f) {
            y += height + gap;
            x = 0;
            height = 0;
        }
        for (Point &point : groups[i])
            point = {point.x - box.left + x, point.y - box.top + y};
        x += box.width + gap;
        height = std::max(height, box.height);
    }
}

} // namespace linnet::analysis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/spreading.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linnet::analysis {

namespace {

constexpr int MostLookedAt = 48;
/// Cells, as a multiple of the points.
constexpr float MostCells = 4;

/// Points by cells of a square grid.
class Cells
{
public:
    Cells(const Points &points, float side)
    {
        float right = std::numeric_limits<float>::lowest();
        float bottom = right;
        m_left = m_top = std::numeric_limits<float>::max();
        for (const Point &point : points) {
            m_left = std::min(m_left, point.x);
            m_top = std::min(m_top, point.y);
            right = std::max(right, point.x);
            bottom = std::max(bottom, point.y);
        }
        // Wider cells for a few points in a wide plane.
        const float area = (right - m_left + side) * (bottom - m_top + side);
        m_side = std::max(side, std::sqrt(area / (MostCells * float(points.size()))));
        // A long thin picture has many cells along it.
        const float longest = std::max(right - m_left, bottom - m_top);
        m_side = std::max(m_side, longest / (MostCells * float(points.size())));
        m_columns = int((right - m_left) / m_side) + 1;
        m_rows = int((bottom - m_top) / m_side) + 1;
        m_starts.assign(size_t(m_columns) * size_t(m_rows) + 1, 0);
        for (const Point &point : points)
            ++m_starts[cell(column(point), row(point)) + 1];
        for (size_t i = 1; i < m_starts.size(); ++i)
            m_starts[i] += m_starts[i - 1];
        m_members.resize(points.size());
        std::vector<quint32> next(m_starts.begin(), m_starts.end() - 1);
        for (quint32 i = 0; i < points.size(); ++i)
            m_members[next[cell(column(points[i]), row(points[i]))]++] = i;
    }

    template <typename Visit> void forEachNear(const Point &point, quint32 turn, Visit visit) const
    {
        int looked = 0;
        for (int y = std::max(row(point) - 1, 0); y <= std::min(row(point) + 1, m_rows - 1); ++y) {
            for (int x = std::max(column(point) - 1, 0); x <= std::min(column(point) + 1, m_columns - 1);
                 ++x) {
                const quint32 start = m_starts[cell(x, y)];
                const quint32 count = m_starts[cell(x, y) + 1] - start;
                const quint32 most = std::min<quint32>(count, MostLookedAt / 4);
                for (quint32 i = 0; i < most && looked < MostLookedAt; ++i, ++looked)
                    visit(m_members[start + (turn + i) % count]);
            }
        }
    }

private:
    int column(const Point &point) const
    {
        return std::clamp(int((point.x - m_left) / m_side), 0, m_columns - 1);
    }
    int row(const Point &point) const { return std::clamp(int((point.y - m_top) / m_side), 0, m_rows - 1); }
    size_t cell(int column, int row) const { return size_t(row) * size_t(m_columns) + size_t(column); }

    float m_left = 0;
    float m_top = 0;
    float m_side = 1;
    int m_columns = 1;
    int m_rows = 1;
    std::vector<quint32> m_starts;
    std::vector<quint32> m_members;
};

} // namespace

float spacingOf(const Points &points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &Point::y);
    const double area = std::max(double(right.x - left.x), 1.0) * std::max(double(bottom.y - top.y), 1.0);
    return float(std::sqrt(area / double(points.size())));
}

void gather(const LinkGraph &graph, Points &points, float part)
{
    for (quint32 node = 0; node < graph.size(); ++node) {
        Point sum;
        graph.forEachNeighbour(node, [&](quint32 other) {
            sum.x += points[other].x;
            sum.y += points[other].y;
        });
        const auto count = float(graph.degree(node));
        if (count == 0)
            continue;
        points[node].x += part * (sum.x / count - points[node].x);
        points[node].y += part * (sum.y / count - points[node].y);
    }
}

bool spread(Points &points, float distance, int rounds, Dice &dice, const std::stop_token &stop)
{
    if (points.size() < 2)
        return true;
    for (int round = 0; round < rounds; ++round) {
        const Cells cells(points, distance);
        const float strength = 0.5f * (1 - 0.5f * float(round) / float(rounds));
        for (quint32 i = 0; i < points.size(); ++i) {
            if (i % 1024 == 0 && stop.stop_requested())
                return false;
            Point &one = points[i];
            cells.forEachNear(one, dice.below(1 << 16), [&](quint32 number) {
                if (number == i)
                    return;
                Point &other = points[number];
                float x = one.x - other.x;
                float y = one.y - other.y;
                float length = std::sqrt(x * x + y * y);
                if (length >= distance)
                    return;
                const float gap = distance - length;
                if (length < 1e-4f * distance) { // any direction
                    const float turn = 6.2831853f * dice.part();
                    x = std::cos(turn);
                    y = std::sin(turn);
                    length = 1;
                }
                const float by = strength * gap / length / 2;
                one.x += by * x;
                one.y += by * y;
                other.x -= by * x;
                other.y -= by * y;
            });
        }
    }
    return true;
}

} // namespace linnet::analysis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/growing.h"

#include "analysis/graph/graphlayout.h"
#include "analysis/graph/spreading.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace linnet::analysis {

namespace {

constexpr quint64 GrowingSeed = 20260102;
constexpr int SettlingRounds = 10;
constexpr int PushingRounds = 4;
constexpr float GapBelow = 2;

/// Nodes that hang together with nothing of the picture, below it.
bool placeBelow(const LinkGraph &graph, const Known &known, Growing &growing, const LayoutHooks &hooks)
{
    if (growing.alone().empty())
        return true;
    LayoutHooks quietly;
    quietly.stop = hooks.stop;
    auto own = layOut(graph.among(growing.alone()), quietly);
    if (!own)
        return false;
    float left = std::numeric_limits<float>::max();
    float bottom = std::numeric_limits<float>::lowest();
    for (quint32 node = 0; node < graph.size(); ++node) {
        if (!known[node])
            continue;
        left = std::min(left, known[node]->x);
        bottom = std::max(bottom, known[node]->y);
    }
    const auto [from, to] = std::ranges::minmax(*own, {}, &Point::x);
    const float top = std::ranges::min(*own, {}, &Point::y).y;
    for (size_t i = 0; i < own->size(); ++i)
        growing.place(growing.alone()[i],
                      {(*own)[i].x - from.x + left, (*own)[i].y - top + bottom + GapBelow});
    return true;
}

} // namespace

Growing::Growing(const LinkGraph &graph, const Known &known)
    : m_graph(graph)
    , m_known(known)
{
    for (quint32 node = 0; node < graph.size(); ++node)
        m_points.push_back(known[node].value_or(Point()));
}

void Growing::placeBeside(Dice &dice)
{
    std::vector<bool> isPlaced(m_graph.size());
    std::vector<quint32> queue;
    for (quint32 node = 0; node < m_graph.size(); ++node) {
        isPlaced[node] = m_known[node].has_value();
        if (isPlaced[node])
            queue.push_back(node);
    }
    const size_t known = queue.size();
    for (size_t next = 0; next < queue.size(); ++next) {
        m_graph.forEachNeighbour(queue[next], [&](quint32 node) {
            if (isPlaced[node])
                return;
            Point sum;
            float count = 0;
            m_graph.forEachNeighbour(node, [&](quint32 other) {
                if (!isPlaced[other])
                    return;
                sum = {sum.x + m_points[other].x, sum.y + m_points[other].y};
                ++count;
            });
            m_points[node] = {sum.x / count + dice.part() - 0.5f, sum.y / count + dice.part() - 0.5f};
            isPlaced[node] = true;
            queue.push_back(node);
        });
    }
    m_new.assign(queue.begin() + qptrdiff(known), queue.end());
    for (quint32 node = 0; node < m_graph.size(); ++node) {
        if (!isPlaced[node])
            m_alone.push_back(node);
    }
}

bool Growing::settle(Dice &dice, const std::stop_token &stop)
{
    // As near to its neighbours as a link is long.
    for (int round = 0; round < SettlingRounds; ++round) {
        if (stop.stop_requested())
            return false;
        for (const quint32 node : m_new) {
            const Point at = m_points[node];
            Point sum;
            float count = 0;
            m_graph.forEachNeighbour(node, [&](quint32 other) {
                const float x = at.x - m_points[other].x;
                const float y = at.y - m_points[other].y;
                const float length = std::max(std::hypot(x, y), 1e-6f);
                sum.x += m_points[other].x + x / length;
                sum.y += m_points[other].y + y / length;
                ++count;
            });
            if (count > 0)
                m_points[node] = {sum.x / count, sum.y / count};
        }
    }
    // Off one another; what was there stays.
    for (int round = 0; round < PushingRounds && !m_new.empty(); ++round) {
        if (!spread(m_points, RoomPart * spacingOf(m_points), 1, dice, stop))
            return false;
        for (quint32 node = 0; node < m_graph.size(); ++node)
            m_points[node] = m_known[node].value_or(m_points[node]);
    }
    return true;
}

std::optional<Points> layOutAround(const LinkGraph &graph, const Known &known, const LayoutHooks &hooks)
{
    Dice dice(GrowingSeed);
    Growing growing(graph, known);
    growing.placeBeside(dice);
    if (!growing.settle(dice, hooks.stop) || !placeBelow(graph, known, growing, hooks))
        return std::nullopt;
    if (hooks.progressed)
        hooks.progressed(1);
    return growing.points();
}

} // namespace linnet::analysis

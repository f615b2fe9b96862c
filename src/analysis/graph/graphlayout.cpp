// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/graphlayout.h"

#include "analysis/graph/packing.h"
#include "analysis/graph/pivotmds.h"
#include "analysis/graph/sparsestress.h"
#include "analysis/graph/spreading.h"
#include "base/graph/graphmeasures.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::analysis {

namespace {

constexpr quint64 Seed = 20260101;
/// A first picture needs fewer pivots than a good one.
constexpr quint32 FirstPivots = 50;
/// Costs a little of the stress, for neighbours that lie together.
constexpr int GatherRounds = 2;
constexpr float GatheredPart = 0.3f;
constexpr int SpreadRounds = 12;
constexpr float GapBetweenParts = 1.5f;

constexpr int Rounds = 12; // after which little changes
/// Between two pictures of what moves, in milliseconds.
constexpr qint64 BetweenPictures = 150;

/// The more nodes, the fewer pivots: work grows with both.
quint32 pivotsFor(quint32 nodes)
{
    return nodes <= 100'000 ? 200 : 100;
}

/// Makes the picture as large as the distances to pivots say.
void rescale(Points &points, const Pivots &pivots)
{
    double wanted = 0;
    double squares = 0;
    for (quint32 node = 0; node < points.size(); ++node) {
        for (quint32 pivot = 0; pivot < std::min<quint32>(pivots.count(), 10); ++pivot) {
            const Point &other = points[pivots.nodes()[pivot]];
            const double distance = pivots.distances(node)[pivot];
            if (distance == 0)
                continue;
            const double length = std::hypot(points[node].x - other.x, points[node].y - other.y);
            wanted += length / distance;
            squares += length * length / (distance * distance);
        }
    }
    const auto scale = float(squares > 0 ? wanted / squares : 1);
    for (Point &point : points)
        point = {point.x * scale, point.y * scale};
}

class Layout
{
public:
    explicit Layout(const LayoutHooks &hooks)
        : m_hooks(hooks)
        , m_dice(Seed)
    {
    }

    std::optional<Points> run(const LinkGraph &graph);

private:
    std::optional<Points> connected(const LinkGraph &graph, double from, double share);
    void show(const Points &points);
    void tell(double share) const
    {
        if (m_hooks.progressed)
            m_hooks.progressed(share);
    }

    const LayoutHooks &m_hooks;
    Dice m_dice;
    quint32 m_nodes = 0;
    std::span<const quint32> m_part; ///< the nodes that are laid out now
    QElapsedTimer m_shown;
};

/// Of the first part alone, which is the largest: others are beside it soon.
void Layout::show(const Points &points)
{
    if (!m_hooks.moved || 2 * m_part.size() < m_nodes ||
        (m_shown.isValid() && m_shown.elapsed() < BetweenPictures))
        return;
    Known places(m_nodes);
    for (size_t i = 0; i < points.size(); ++i)
        places[m_part[i]] = points[i];
    m_hooks.moved(places);
    m_shown.start();
}

std::optional<Points> Layout::connected(const LinkGraph &graph, double from, double share)
{
    if (graph.size() == 1)
        return Points(1);
    if (graph.size() == 2)
        return Points{{0, 0}, {1, 0}};
    const auto pivots = Pivots::of(graph, pivotsFor(graph.size()), m_hooks.stop);
    if (!pivots)
        return std::nullopt;
    tell(from + 0.3 * share);
    auto first = pivotMds(*pivots, graph.size(), FirstPivots, m_hooks.stop);
    if (!first)
        return std::nullopt;
    Points points = std::move(*first);
    rescale(points, *pivots);
    for (Point &point : points) // none on another
        point = {point.x + 0.1f * (m_dice.part() - 0.5f), point.y + 0.1f * (m_dice.part() - 0.5f)};
    show(points);
    const SparseStress stress(graph, *pivots);
    for (int round = 0; round < Rounds; ++round) {
        if (!stress.improve(points, m_dice, m_hooks.stop))
            return std::nullopt;
        tell(from + share * (0.3 + 0.6 * (round + 1) / Rounds));
        show(points);
    }
    for (int round = 0; round < GatherRounds; ++round)
        gather(graph, points, GatheredPart);
    if (!spread(points, RoomPart * spacingOf(points), SpreadRounds, m_dice, m_hooks.stop))
        return std::nullopt;
    return points;
}

std::optional<Points> Layout::run(const LinkGraph &graph)
{
    const Components components = componentsOf(graph);
    // Nodes of the first part, of the second, …; and where each stands in its own.
    std::vector<quint32> starts(components.sizes.size() + 1);
    std::partial_sum(components.sizes.begin(), components.sizes.end(), starts.begin() + 1);
    std::vector<quint32> members(graph.size());
    std::vector<quint32> places(graph.size());
    std::vector<quint32> next(starts.begin(), starts.end() - 1);
    for (quint32 node = 0; node < graph.size(); ++node) {
        const quint32 component = components.ofNodes[node];
        places[node] = next[component] - starts[component];
        members[next[component]++] = node;
    }
    m_nodes = graph.size();
    Points inParts;
    inParts.reserve(graph.size());
    for (size_t component = 0; component < components.sizes.size(); ++component) {
        std::vector<PlaceLink> links;
        for (quint32 i = starts[component]; i < starts[component + 1]; ++i) {
            for (const quint32 target : graph.out(members[i]))
                links.push_back({places[members[i]], places[target]});
        }
        m_part = std::span(members).subspan(starts[component], components.sizes[component]);
        const auto points =
            connected(LinkGraph(components.sizes[component], links), double(starts[component]) / graph.size(),
                      double(components.sizes[component]) / graph.size());
        if (!points || m_hooks.stop.stop_requested())
            return std::nullopt;
        inParts.insert(inParts.end(), points->begin(), points->end());
    }
    std::vector<std::span<Point>> groups;
    for (size_t component = 0; component < components.sizes.size(); ++component)
        groups.push_back(std::span(inParts).subspan(starts[component], components.sizes[component]));
    pack(groups, GapBetweenParts);
    Points result(graph.size());
    for (quint32 i = 0; i < graph.size(); ++i)
        result[members[i]] = inParts[i];
    tell(1);
    return result;
}

} // namespace

std::optional<Points> layOut(const LinkGraph &graph, const LayoutHooks &hooks)
{
    return Layout(hooks).run(graph);
}

} // namespace linnet::analysis

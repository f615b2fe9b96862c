// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/pairpicture.h"

#include "analysis/graph/graphlayout.h"
#include "base/graph/graphmeasures.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::models {

namespace {

/// Takes items as nodes, each once.
class ItemNodes
{
public:
    ItemNodes(PairPicture &to, draw::GraphPicture &picture)
        : m_to(to)
        , m_picture(picture)
    {
    }

    quint32 of(const table::Value &item, qint64 rows, const PairPicture::Label &label, bool isOther)
    {
        const QString key = table::toText(item);
        const auto known = m_nodes.constFind({key, isOther});
        if (known != m_nodes.cend())
            return *known;
        const auto node = quint32(m_nodes.size());
        m_nodes.insert({key, isOther}, node);
        m_to.keys.append(key);
        m_to.rows.push_back(rows);
        m_to.areOthers.push_back(isOther);
        m_picture.names.append(label(item));
        return node;
    }

private:
    PairPicture &m_to;
    draw::GraphPicture &m_picture;
    QHash<std::pair<QString, bool>, quint32> m_nodes;
};

/// How large the node of so many rows is, of items of one column: employers have fewer ads than skills.
std::vector<float> weightsOf(const PairPicture &of)
{
    double most[] = {1, 1};
    const auto column = [&](size_t node) { return of.areOthers.empty() || !of.areOthers[node] ? 0 : 1; };
    for (size_t node = 0; node < of.rows.size(); ++node)
        most[column(node)] = std::max(most[column(node)], double(of.rows[node]));
    std::vector<float> weights;
    for (size_t node = 0; node < of.rows.size(); ++node)
        weights.push_back(float(double(of.rows[node]) / most[column(node)]));
    return weights;
}

/// Places, sizes and colours: columns differ, or else parts that do not hang together.
bool finish(draw::GraphPicture &picture, const PairPicture &of, const LinkGraph &graph,
            const std::stop_token &stop)
{
    analysis::LayoutHooks hooks;
    hooks.stop = stop;
    const auto points = analysis::layOut(graph, hooks);
    if (!points)
        return false;
    const Components parts = componentsOf(graph);
    picture.weights = weightsOf(of);
    for (quint32 node = 0; node < graph.size(); ++node) {
        picture.places.emplace_back((*points)[node].x, (*points)[node].y);
        const quint32 kind = of.areOthers.empty() ? parts.ofNodes[node] : quint32(of.areOthers[node]);
        picture.inks.push_back(quint8(draw::GraphPicture::FirstOfKinds + kind % draw::GraphPicture::Kinds));
    }
    picture.heaviest.resize(of.rows.size());
    std::iota(picture.heaviest.begin(), picture.heaviest.end(), 0);
    std::ranges::stable_sort(picture.heaviest, std::greater(),
                             [&picture](quint32 node) { return picture.weights[node]; });
    return true;
}

} // namespace

std::shared_ptr<const PairPicture> PairPicture::of(std::span<const analysis::Pair> pairs, qint64 fewest,
                                                   const Label &label, const Label &otherLabel,
                                                   const std::stop_token &stop)
{
    auto result = std::make_shared<PairPicture>();
    auto picture = std::make_shared<draw::GraphPicture>();
    ItemNodes nodes(*result, *picture);
    const bool areTwo = otherLabel != nullptr;
    std::vector<PlaceLink> links;
    for (const analysis::Pair &pair : pairs) {
        if (pair.rows < fewest || pair.lift <= 1 || links.size() >= MostPairs)
            continue;
        const quint32 one = nodes.of(pair.one, pair.rowsOfOne, label, false);
        links.push_back({one, nodes.of(pair.other, pair.rowsOfOther, areTwo ? otherLabel : label, areTwo)});
        picture->links.push_back({links.back().from, links.back().to});
        picture->strengths.push_back(std::sqrt(float(pair.rows) / float(pairs.front().rows)));
    }
    if (!areTwo)
        result->areOthers.clear();
    if (links.empty() || !finish(*picture, *result, {quint32(result->rows.size()), links}, stop))
        return nullptr;
    result->picture = std::move(picture);
    return result;
}

} // namespace linnet::models

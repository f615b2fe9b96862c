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
    ItemNodes(PairPicture &to, draw::GraphPicture &picture,
              const std::function<QString(const table::Value &)> &label)
        : m_to(to)
        , m_picture(picture)
        , m_label(label)
    {
    }

    quint32 of(const table::Value &item, qint64 rows)
    {
        const QString key = table::toText(item);
        const auto known = m_nodes.constFind(key);
        if (known != m_nodes.cend())
            return *known;
        const auto node = quint32(m_nodes.size());
        m_nodes.insert(key, node);
        m_to.keys.append(key);
        m_to.rows.push_back(rows);
        m_picture.names.append(m_label(item));
        return node;
    }

private:
    PairPicture &m_to;
    draw::GraphPicture &m_picture;
    const std::function<QString(const table::Value &)> &m_label;
    QHash<QString, quint32> m_nodes;
};

/// Places, sizes and colours: parts that do not hang together differ.
bool finish(draw::GraphPicture &picture, const std::vector<qint64> &rows, const LinkGraph &graph,
            const std::stop_token &stop)
{
    analysis::LayoutHooks hooks;
    hooks.stop = stop;
    const auto points = analysis::layOut(graph, hooks);
    if (!points)
        return false;
    const Components parts = componentsOf(graph);
    const double most = double(std::ranges::max(rows));
    for (quint32 node = 0; node < graph.size(); ++node) {
        picture.places.emplace_back((*points)[node].x, (*points)[node].y);
        picture.weights.push_back(float(double(rows[node]) / most));
        picture.inks.push_back(
            quint8(draw::GraphPicture::FirstOfKinds + parts.ofNodes[node] % draw::GraphPicture::Kinds));
    }
    picture.heaviest.resize(rows.size());
    std::iota(picture.heaviest.begin(), picture.heaviest.end(), 0);
    std::ranges::stable_sort(picture.heaviest, std::greater(), [&rows](quint32 node) { return rows[node]; });
    return true;
}

} // namespace

std::shared_ptr<const PairPicture> PairPicture::of(std::span<const analysis::Pair> pairs, qint64 fewest,
                                                   const std::function<QString(const table::Value &)> &label,
                                                   const std::stop_token &stop)
{
    auto result = std::make_shared<PairPicture>();
    auto picture = std::make_shared<draw::GraphPicture>();
    ItemNodes nodes(*result, *picture, label);
    std::vector<PlaceLink> links;
    for (const analysis::Pair &pair : pairs) {
        if (pair.rows < fewest || pair.lift <= 1 || links.size() >= MostPairs)
            continue;
        const quint32 one = nodes.of(pair.one, pair.rowsOfOne);
        links.push_back({one, nodes.of(pair.other, pair.rowsOfOther)});
        picture->links.push_back({links.back().from, links.back().to});
        picture->strengths.push_back(std::sqrt(float(pair.rows) / float(pairs.front().rows)));
    }
    if (links.empty() || !finish(*picture, result->rows, {quint32(result->rows.size()), links}, stop))
        return nullptr;
    result->picture = std::move(picture);
    return result;
}

} // namespace linnet::models

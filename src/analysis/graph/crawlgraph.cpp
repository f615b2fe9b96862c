// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/crawlgraph.h"

#include "base/graph/graphmeasures.h"
#include "store/read/rowcursor.h"
#include "table/pageschema.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace linnet::analysis {

using table::CellView;
using table::PageColumn;
using State = CrawlGraph::State;

namespace {

constexpr quint32 None = std::numeric_limits<quint32>::max();

/// What is read of a row, in this order.
enum Place : quint8
{
    Url,
    Status,
    Type,
    PageState,
    Verdict,
    Depth,
    Internal,
};

const QList<int> &readColumns()
{
    static const QList<int> columns{
        int(PageColumn::Url),     int(PageColumn::Status), int(PageColumn::Type),    int(PageColumn::State),
        int(PageColumn::Verdict), int(PageColumn::Depth),  int(PageColumn::Internal)};
    return columns;
}

QByteArrayView textOf(const CellView &cell)
{
    const auto *text = std::get_if<QByteArrayView>(&cell);
    return text ? *text : QByteArrayView();
}

qint64 numberOf(const CellView &cell, qint64 otherwise)
{
    const auto *number = std::get_if<qint64>(&cell);
    return number ? *number : otherwise;
}

bool isYes(const CellView &cell)
{
    if (const auto *yes = std::get_if<bool>(&cell))
        return *yes;
    return numberOf(cell, 0) != 0;
}

/// Takes rows as nodes, or counts why they are none.
class NodeTaker
{
public:
    explicit NodeTaker(CrawlGraph &graph)
        : m_graph(graph)
    {
    }

    void take(qint64 row, table::CellViews cells)
    {
        const QByteArrayView state = textOf(cells[PageState]);
        const QByteArrayView type = textOf(cells[Type]);
        const bool isPage = type.isEmpty() || type == "text/html" || type == "application/xhtml+xml";
        if (!isYes(cells[Internal]))
            ++m_graph.leftOut.otherSites;
        else if (state.isEmpty() || state == "skipped")
            ++m_graph.leftOut.notAsked;
        else if (state == "fetched" && !isPage)
            ++m_graph.leftOut.files;
        else
            add(row, cells, state);
    }

private:
    void add(qint64 row, table::CellViews cells, QByteArrayView state)
    {
        ++m_graph.nodes;
        if (m_graph.nodes > CrawlGraph::MostNodes)
            return;
        const QByteArrayView verdict = textOf(cells[Verdict]);
        m_graph.rows.push_back(row);
        m_graph.urls.append(table::fromUtf8(textOf(cells[Url])));
        m_graph.statuses.push_back(qint32(numberOf(cells[Status], 0)));
        m_graph.depths.push_back(qint32(numberOf(cells[Depth], -1)));
        m_graph.states.push_back(verdict == "refused" || verdict == "rate_limited" ? State::Refused
                                 : state == "redirect"                             ? State::Redirect
                                 : state == "failed" || !verdict.isEmpty()         ? State::Broken
                                                                                   : State::Fine);
    }

    CrawlGraph &m_graph;
};

Result<std::vector<PlaceLink>> readLinks(store::RowReader &reader, store::RunId run,
                                         const std::vector<qint64> &rows)
{
    const auto numbers = reader.rowsByNumber(run);
    if (!numbers)
        return std::unexpected(numbers.error());
    // Numbers count from 0, so a list serves as the way from a number to its node.
    qint64 largest = -1;
    for (auto it = numbers->cbegin(); it != numbers->cend(); ++it)
        largest = std::max(largest, it.key());
    QHash<qint64, quint32> nodes;
    nodes.reserve(qsizetype(rows.size()));
    for (quint32 node = 0; node < rows.size(); ++node)
        nodes.insert(rows[node], node);
    std::vector<quint32> byNumber(size_t(largest + 1), None);
    for (auto it = numbers->cbegin(); it != numbers->cend(); ++it) {
        if (it.key() >= 0)
            byNumber[size_t(it.key())] = nodes.value(it.value(), None);
    }
    const auto nodeOf = [&byNumber](qint64 number) {
        return number >= 0 && number < qint64(byNumber.size()) ? byNumber[size_t(number)] : None;
    };
    std::vector<PlaceLink> links;
    const Result<void> read = reader.forEachMention(run, [&](qint64 page, qint64 target) {
        const PlaceLink link{nodeOf(page), nodeOf(target)};
        if (link.from != None && link.to != None && link.from != link.to)
            links.push_back(link);
    });
    if (!read)
        return std::unexpected(read.error());
    return links;
}

/// False: a stop was requested.
bool takeLinks(CrawlGraph &crawl, std::vector<PlaceLink> &links, GraphQuestion::Links wanted,
               const std::stop_token &stop)
{
    if (wanted == GraphQuestion::Links::Redirects)
        std::erase_if(links,
                      [&](const PlaceLink &link) { return crawl.states[link.from] != State::Redirect; });
    const auto nodes = quint32(crawl.rows.size());
    auto graph = LinkGraph::of(nodes, links, stop);
    if (!graph)
        return false;
    crawl.graph = std::move(*graph);
    crawl.navigation.assign(nodes, false);
    if (wanted != GraphQuestion::Links::Content)
        return true;
    crawl.navigation = navigationTargets(crawl.graph);
    if (std::ranges::find(crawl.navigation, true) == crawl.navigation.end())
        return true;
    const auto menus =
        std::ranges::partition(links, [&](const PlaceLink &link) { return !crawl.navigation[link.to]; });
    const quint32 all = crawl.graph.edges();
    auto toMenus = LinkGraph::of(nodes, {menus.begin(), menus.end()}, stop);
    links.erase(menus.begin(), menus.end());
    auto others = toMenus ? LinkGraph::of(nodes, links, stop) : std::nullopt;
    if (!others)
        return false;
    crawl.menus = std::move(*toMenus);
    crawl.graph = std::move(*others);
    crawl.navigationLinks = all - crawl.graph.edges();
    return true;
}

/// Without nodes that no link touches.
CrawlGraph linkedOnly(const CrawlGraph &crawl)
{
    std::vector<quint32> linked;
    for (quint32 node = 0; node < crawl.graph.size(); ++node) {
        if (!crawl.graph.out(node).empty() || !crawl.graph.in(node).empty())
            linked.push_back(node);
    }
    CrawlGraph part = partOf(crawl, std::move(linked));
    part.leftOut.unlinked = std::exchange(part.leftOut.farther, 0);
    return part;
}

} // namespace

std::vector<quint32> wayTo(const CrawlGraph &crawl, quint32 node)
{
    std::vector<quint32> starts;
    for (quint32 each = 0; each < crawl.graph.size(); ++each) {
        if (crawl.depths[each] == 0)
            starts.push_back(each);
    }
    return shortestWay(crawl.graph, crawl.menus, starts, node);
}

CrawlGraph partOf(const CrawlGraph &whole, std::vector<quint32> nodes)
{
    std::ranges::sort(nodes);
    CrawlGraph part;
    part.graph = whole.graph.among(nodes);
    if (whole.menus.size() > 0)
        part.menus = whole.menus.among(nodes);
    for (const quint32 node : nodes) {
        part.rows.push_back(whole.rows[node]);
        part.urls.append(whole.urls[node]);
        part.states.push_back(whole.states[node]);
        part.statuses.push_back(whole.statuses[node]);
        part.depths.push_back(whole.depths[node]);
        part.navigation.push_back(whole.navigation[node]);
    }
    part.nodes = qint64(nodes.size());
    part.leftOut = whole.leftOut;
    part.leftOut.farther = whole.nodes - part.nodes;
    part.navigationLinks = whole.navigationLinks;
    return part;
}

Result<CrawlGraph> readCrawlGraph(store::RowReader &reader, const GraphQuestion &question,
                                  const std::stop_token &stop)
{
    reader.stopOn(stop);
    const table::Schema &schema = table::pageSchema();
    const auto joined = reader.withJoined(schema); // which the filter may name
    const auto ids =
        joined ? reader.ids({*joined, {question.run}, question.filter, {}}) : std::unexpected(joined.error());
    if (!ids)
        return std::unexpected(ids.error());
    CrawlGraph result;
    {
        const auto cursor = reader.cursor(schema, readColumns());
        if (!cursor)
            return std::unexpected(cursor.error());
        NodeTaker taker(result);
        const Result<void> read = (*cursor)->read(*ids, [&](size_t place, table::CellViews cells) {
            taker.take((*ids)[place], cells);
            return !stop.stop_requested();
        });
        if (!read)
            return std::unexpected(read.error());
    }
    if (stop.stop_requested())
        return fail(Reason::Cancelled);
    result.isTooMany = result.nodes > CrawlGraph::MostNodes;
    if (result.isTooMany)
        return result;
    auto links = readLinks(reader, question.run, result.rows);
    if (!links)
        return std::unexpected(links.error());
    if (!takeLinks(result, *links, question.links, stop))
        return fail(Reason::Cancelled);
    return question.links == GraphQuestion::Links::Redirects ? linkedOnly(result) : std::move(result);
}

} // namespace linnet::analysis

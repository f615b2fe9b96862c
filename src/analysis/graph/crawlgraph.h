// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/graph/linkgraph.h"
#include "store/read/rowreader.h"

#include <QStringList>

#include <stop_token>

namespace linnet::analysis {

/// The pages of a site and the links between them: what one crawl found, as a graph. Nodes are the addresses
/// of the site that were asked and answered with a page, a redirect, an error, or not at all; an edge says
/// that a page names an address, or that an address leads on to another, however often.
struct CrawlGraph
{
    enum class State : quint8
    {
        Fine,
        Redirect,
        Broken,  ///< an error, or no answer
        Refused, ///< the server did not want to be asked so
    };
    /// Rows that pass the filter and are no nodes.
    struct LeftOut
    {
        qint64 notAsked = 0;
        qint64 otherSites = 0;
        qint64 files = 0;    ///< images and other files
        qint64 farther = 0;  ///< pages that are no part of what is shown, see partOf()
        qint64 unlinked = 0; ///< of a graph of redirects: neither lead on nor are led to
    };

    LinkGraph graph;
    std::vector<qint64> rows; ///< of pageSchema(), of each node
    QStringList urls;
    std::vector<State> states;
    std::vector<qint32> statuses; ///< 0 = no answer
    std::vector<qint32> depths;   ///< clicks from the start; -1 = not known
    LeftOut leftOut;
    std::vector<bool> navigation; ///< nodes that most pages link to; the links to them are left out
    LinkGraph menus;              ///< these links alone, between the same nodes
    quint32 navigationLinks = 0;  ///< how many these are
    bool isTooMany = false;       ///< more nodes than MostNodes: nothing else is told but their number
    qint64 nodes = 0;

    /// More are not read; ten thousands of addresses take some ten megabytes.
    static constexpr qint64 MostNodes = 1'000'000;
};

struct GraphQuestion
{
    enum class Links : quint8
    {
        Content, ///< but those to pages that most pages link to, as menus do
        All,
        Redirects, ///< from an address to the one that it leads on to; other addresses are no nodes
    };

    store::RunId run = 0;
    table::Filter filter; ///< of pageSchema(); what does not pass is no node
    Links links = Links::Content;
    qint64 moment = 0; ///< another one: rows were added since, what was read is out of date

    bool operator==(const GraphQuestion &) const = default;
};

/// The nodes of a way with fewest clicks from the start, both ends included, also along links that are left
/// out of the graph; empty when there is none. Linear. Any thread.
std::vector<quint32> wayTo(const CrawlGraph &crawl, quint32 node);

/// Some of its nodes, in rising order, with the links among them.
CrawlGraph partOf(const CrawlGraph &whole, std::vector<quint32> nodes);

/// Reads a crawl's graph: some seconds for a million links. Cancelled after a stop was requested. Any thread.
Result<CrawlGraph> readCrawlGraph(store::RowReader &reader, const GraphQuestion &question,
                                  const std::stop_token &stop = {});

} // namespace linnet::analysis

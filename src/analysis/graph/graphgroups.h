// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/crawlgraph.h"

namespace linnet::analysis {

/// What becomes one node of a picture.
enum class Grouping : quint8
{
    Pages,   ///< each page is its own
    Folders, ///< of the address, as deep as there are not too many of them
    Hosts,
    Clicks, ///< from the start
};

/// A crawl's graph seen from farther away.
struct GraphGroups
{
    static constexpr qsizetype Most = 200;

    std::vector<quint32> ofNodes; ///< the group of each node of the crawl's graph
    QStringList names;            ///< "docs.example.org/sql/", a host, the number of clicks; "" = all others
    std::vector<quint32> pages;
    std::vector<quint32> broken; ///< among these
    std::vector<PlaceLink> links;
    std::vector<quint32> counts; ///< edges of the crawl's graph that each of them stands for

    qsizetype size() const { return names.size(); }
};

/// At most Most groups, those with most pages; what is in none of them is one more, the last. Groups are in
/// the order of their names, clicks by number. Not for Grouping::Pages.
GraphGroups grouped(const CrawlGraph &crawl, Grouping by);

/// "https://docs.example.org/sql/select.html" in folders of two parts: "docs.example.org/sql/".
QString folderOf(const QString &url, int parts);
QString hostOf(const QString &url);

} // namespace linnet::analysis

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/graphgroups.h"
#include "analysis/graph/point.h"
#include "draw/graph/graphpicture.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace linnet::models {

/// How a crawl's graph is shown.
struct GraphLook
{
    enum class Layout : quint8
    {
        Near,    ///< what is few links apart lies near
        Clicks,  ///< rings around the start
        Folders, ///< rings by the folders of addresses
    };
    enum class Size : quint8
    {
        Inlinks,
        Score,
        Alike,
    };
    enum class Colour : quint8
    {
        Status,
        Clicks,
        Folder,
        Host,
        Community, ///< see communitiesOf()
    };

    analysis::Grouping grouping = analysis::Grouping::Folders;
    bool isChosen = false; ///< by people: else small sites come page by page, flat ones by clicks
    Layout layout = Layout::Near;
    Size size = Size::Inlinks;
    Colour colour = Colour::Status;
    /// A row of pageSchema(): only it and what is at most two links away, page by page; 0 = all.
    qint64 around = 0;

    bool operator==(const GraphLook &) const = default;
};

/// A crawl's graph ready to be drawn, and what stands beside the picture.
struct CrawlPicture
{
    struct Entry
    {
        quint8 ink = 0;
        QString text;
        qint64 nodes = 0;
    };

    std::shared_ptr<const analysis::CrawlGraph> crawl;
    std::shared_ptr<const analysis::CrawlGraph> whole;   ///< of which crawl is a part, or the same
    std::shared_ptr<const analysis::GraphGroups> groups; ///< null: each page is a node
    std::shared_ptr<const draw::GraphPicture> picture;
    std::shared_ptr<const std::vector<quint32>>
        communities; ///< of each page; null: not looked for, or too many
    QList<Entry> legend;
    std::vector<quint8> entries; ///< of each node of the picture, into the legend
    GraphLook look;
    bool isTooMany = false; ///< pages were asked for, but are more than can be drawn each
    /// analysis::KeptPlaces, when the project does not have them so; for the run of the question.
    QByteArray newPlaces;
    qint64 placesNumber = 0; ///< of them

    /// The rows of pageSchema() that a node of the picture stands for.
    std::vector<qint64> rowsOf(quint32 node) const;
    /// The node that stands for a row, if there is one.
    std::optional<quint32> nodeOf(qint64 row) const;
    /// What people are told of a node: its address and numbers, a line each.
    QStringList describe(quint32 node) const;
    /// "Drawn: 1,169 of 1,200 pages, 11,100 links. Left out: …"
    QString sentence() const;
};

/// points: of the nodes of the picture, as many as there are groups, or pages when there are none. Some
/// tenths of a second for 100,000 pages; after a stop was requested sizes may be
/// missing. Any thread.
CrawlPicture pictureOf(std::shared_ptr<const analysis::CrawlGraph> crawl,
                       std::shared_ptr<const analysis::GraphGroups> groups, const analysis::Points &points,
                       const GraphLook &look, std::shared_ptr<const std::vector<quint32>> communities = {},
                       const std::stop_token &stop = {});

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/crawlpicture.h"

#include "base/linkscore.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using analysis::CrawlGraph;
using analysis::GraphGroups;
using draw::GraphPicture;
using State = CrawlGraph::State;

namespace {

struct GraphText
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::CrawlPicture)
};

/// Of a group: from this share of broken pages on it is bad.
constexpr double BadShare = 0.1;

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// The last part of an address, as people call a page.
QString shortName(const QString &url)
{
    QString rest = url;
    while (rest.endsWith(u'/'))
        rest.chop(1);
    const qsizetype slash = rest.lastIndexOf(u'/');
    constexpr qsizetype Most = 40;
    const QString name = slash < 0 ? rest : rest.sliced(slash + 1);
    return name.size() > Most ? name.first(Most - 1) + u'…' : name;
}

/// Colours of nodes with the words for them.
class Colours
{
public:
    explicit Colours(CrawlPicture &to)
        : m_to(to)
    {
    }

    void add(quint8 ink, const QString &text)
    {
        const auto known = m_places.constFind(text);
        const qsizetype place = known == m_places.cend() ? m_to.legend.size() : *known;
        if (known == m_places.cend()) {
            m_places.insert(text, place);
            m_to.legend.append({ink, text, 0});
        }
        ++m_to.legend[place].nodes;
        m_to.entries.push_back(quint8(place));
    }

private:
    CrawlPicture &m_to;
    QHash<QString, qsizetype> m_places;
};

void colourByStatus(Colours &colours, State state)
{
    switch (state) {
    case State::Fine:
        return colours.add(GraphPicture::Plain, GraphText::tr("Answered well"));
    case State::Redirect:
        return colours.add(GraphPicture::Warning, GraphText::tr("Redirects"));
    case State::Broken:
        return colours.add(GraphPicture::Bad, GraphText::tr("Broken"));
    case State::Refused:
        return colours.add(GraphPicture::Faint, GraphText::tr("Refused"));
    }
}

void colourByClicks(Colours &colours, int clicks)
{
    constexpr int Last = GraphPicture::RampSteps - 1;
    if (clicks < 0)
        colours.add(GraphPicture::Faint, GraphText::tr("No way from the start"));
    else if (clicks >= Last)
        colours.add(GraphPicture::FirstOfRamp + Last, GraphText::tr("%1 clicks and more").arg(Last));
    else
        colours.add(quint8(GraphPicture::FirstOfRamp + clicks),
                    GraphText::tr("%Ln click(s)", nullptr, clicks));
}

/// Kinds by how many nodes they have; those beyond the colours that there are share one.
void colourByKind(Colours &colours, const QStringList &kinds)
{
    QHash<QString, int> counts;
    for (const QString &kind : kinds)
        ++counts[kind];
    QStringList order = counts.keys();
    std::ranges::sort(order, [&counts](const QString &one, const QString &other) {
        return std::pair(counts[other], one) < std::pair(counts[one], other);
    });
    QHash<QString, int> places;
    for (int i = 0; i < order.size() && i < GraphPicture::Kinds; ++i)
        places.insert(order[i], i);
    for (const QString &kind : kinds) {
        const auto place = places.constFind(kind);
        if (place == places.cend())
            colours.add(GraphPicture::Faint, GraphText::tr("Others"));
        else
            colours.add(quint8(GraphPicture::FirstOfKinds + *place), kind);
    }
}

/// Each by the page of it that most pages link to.
void colourByCommunity(Colours &colours, const CrawlPicture &to)
{
    const CrawlGraph &crawl = *to.crawl;
    if (!to.communities) {
        for (quint32 node = 0; node < crawl.graph.size(); ++node)
            colours.add(GraphPicture::Faint, GraphText::tr("Too many links to look for communities"));
        return;
    }
    std::vector<quint32> heads;
    for (quint32 node = 0; node < crawl.graph.size(); ++node) {
        const quint32 community = (*to.communities)[node];
        if (community >= heads.size())
            heads.resize(size_t(community) + 1, node);
        quint32 &head = heads[community];
        head =
            (*to.communities)[head] != community || crawl.graph.in(node).size() > crawl.graph.in(head).size()
                ? node
                : head;
    }
    for (quint32 node = 0; node < crawl.graph.size(); ++node) {
        const quint32 community = (*to.communities)[node];
        if (community < GraphPicture::Kinds)
            colours.add(quint8(GraphPicture::FirstOfKinds + community),
                        GraphText::tr("%1 and its community").arg(shortName(crawl.urls[heads[community]])));
        else
            colours.add(GraphPicture::Faint, GraphText::tr("Others"));
    }
}

std::vector<double> sizesOf(const CrawlPicture &to, const LinkGraph &graph, const std::stop_token &stop)
{
    if (to.groups)
        return {to.groups->pages.begin(), to.groups->pages.end()};
    if (to.look.size == GraphLook::Size::Score) {
        const std::vector<PlaceLink> links = graph.links();
        return pageRank(graph.size(), links, [&stop] { return stop.stop_requested(); })
            .value_or(std::vector<double>(graph.size()));
    }
    std::vector<double> sizes;
    for (quint32 node = 0; node < graph.size(); ++node)
        sizes.push_back(to.look.size == GraphLook::Size::Alike ? 0 : double(graph.in(node).size()));
    return sizes;
}

void colourGroups(CrawlPicture &to)
{
    Colours colours(to);
    const GraphGroups &groups = *to.groups;
    for (size_t group = 0; group < groups.pages.size(); ++group) {
        const double share = groups.pages[group] > 0 ? double(groups.broken[group]) / groups.pages[group] : 0;
        if (share >= BadShare)
            colours.add(GraphPicture::Bad, GraphText::tr("A tenth of the pages is broken, or more"));
        else if (share > 0)
            colours.add(GraphPicture::Warning, GraphText::tr("Some broken pages"));
        else
            colours.add(GraphPicture::Plain, GraphText::tr("No broken page"));
    }
}

void colourPages(CrawlPicture &to)
{
    const CrawlGraph &crawl = *to.crawl;
    Colours colours(to);
    switch (to.look.colour) {
    case GraphLook::Colour::Status:
        for (const State state : crawl.states)
            colourByStatus(colours, state);
        break;
    case GraphLook::Colour::Clicks:
        for (const qint32 clicks : crawl.depths)
            colourByClicks(colours, clicks);
        break;
    case GraphLook::Colour::Folder:
    case GraphLook::Colour::Host: {
        QStringList kinds;
        for (const QString &url : crawl.urls)
            kinds.append(to.look.colour == GraphLook::Colour::Host ? analysis::hostOf(url)
                                                                   : analysis::folderOf(url, 2));
        colourByKind(colours, kinds);
        break;
    }
    case GraphLook::Colour::Community:
        colourByCommunity(colours, to);
        break;
    }
}

QStringList namesOf(const CrawlPicture &to)
{
    QStringList names;
    if (!to.groups) {
        for (const QString &url : to.crawl->urls)
            names.append(shortName(url));
        return names;
    }
    for (const QString &name : to.groups->names) {
        if (name.isEmpty())
            names.append(GraphText::tr("Others"));
        else if (to.look.grouping != analysis::Grouping::Clicks)
            names.append(name);
        else if (name.toInt() < 0)
            names.append(GraphText::tr("No way from the start"));
        else
            names.append(GraphText::tr("%Ln click(s)", nullptr, name.toInt()));
    }
    return names;
}

} // namespace

std::vector<qint64> CrawlPicture::rowsOf(quint32 node) const
{
    if (!groups)
        return {crawl->rows[node]};
    std::vector<qint64> rows;
    for (size_t page = 0; page < groups->ofNodes.size(); ++page) {
        if (groups->ofNodes[page] == node)
            rows.push_back(crawl->rows[page]);
    }
    return rows;
}

std::optional<quint32> CrawlPicture::nodeOf(qint64 row) const
{
    const auto place = std::ranges::lower_bound(crawl->rows, row);
    if (place == crawl->rows.end() || *place != row)
        return std::nullopt;
    const auto page = quint32(place - crawl->rows.begin());
    return groups ? groups->ofNodes[page] : page;
}

QStringList CrawlPicture::describe(quint32 node) const
{
    if (groups)
        return {picture->names[node], GraphText::tr("%Ln page(s)", nullptr, int(groups->pages[node])),
                GraphText::tr("Broken: %1").arg(number(groups->broken[node]))};
    QStringList lines{crawl->urls[node]};
    lines.append(crawl->statuses[node] > 0 ? GraphText::tr("Status %1").arg(crawl->statuses[node])
                                           : GraphText::tr("No answer"));
    if (crawl->depths[node] >= 0)
        lines.append(GraphText::tr("%Ln click(s) from the start", nullptr, crawl->depths[node]));
    lines.append(GraphText::tr("Pages that link here: %1; pages it links to: %2")
                     .arg(number(qint64(crawl->graph.in(node).size())),
                          number(qint64(crawl->graph.out(node).size()))));
    return lines;
}

QString CrawlPicture::sentence() const
{
    const qint64 all = crawl->nodes + crawl->leftOut.files + crawl->leftOut.otherSites +
                       crawl->leftOut.notAsked + crawl->leftOut.farther + crawl->leftOut.unlinked;
    const qint64 links = crawl->graph.edges();
    QString text = groups ? GraphText::tr("%1 of %2 addresses in %Ln group(s).", nullptr, int(groups->size()))
                                .arg(number(crawl->nodes), number(all))
                          : GraphText::tr("Drawn: %1 of %2 addresses, %3 of %4 different links.")
                                .arg(number(crawl->nodes), number(all), number(links),
                                     number(links + crawl->navigationLinks));
    if (isTooMany)
        text = GraphText::tr("%1 pages are too many to draw each of them: these are their folders.")
                   .arg(number(crawl->nodes)) +
               u' ' + text;
    QStringList leftOut;
    if (crawl->leftOut.farther > 0)
        leftOut.append(GraphText::tr("pages farther away (%1)").arg(number(crawl->leftOut.farther)));
    if (crawl->leftOut.unlinked > 0)
        leftOut.append(GraphText::tr("pages that redirects have nothing to do with (%1)")
                           .arg(number(crawl->leftOut.unlinked)));
    if (crawl->leftOut.files > 0)
        leftOut.append(GraphText::tr("images and other files (%1)").arg(number(crawl->leftOut.files)));
    if (crawl->leftOut.otherSites > 0)
        leftOut.append(GraphText::tr("other sites (%1)").arg(number(crawl->leftOut.otherSites)));
    if (crawl->leftOut.notAsked > 0)
        leftOut.append(GraphText::tr("not asked (%1)").arg(number(crawl->leftOut.notAsked)));
    if (crawl->navigationLinks > 0)
        leftOut.append(
            GraphText::tr("links to pages that most pages link to (%1)").arg(number(crawl->navigationLinks)));
    if (!leftOut.isEmpty())
        text += u' ' + GraphText::tr("Left out: %1.").arg(leftOut.join(u", "_s));
    return text;
}

CrawlPicture pictureOf(std::shared_ptr<const CrawlGraph> crawl, std::shared_ptr<const GraphGroups> groups,
                       const analysis::Points &points, const GraphLook &look,
                       std::shared_ptr<const std::vector<quint32>> communities, const std::stop_token &stop)
{
    CrawlPicture result;
    result.communities = std::move(communities);
    result.whole = crawl;
    result.crawl = std::move(crawl);
    result.groups = std::move(groups);
    result.look = look;
    auto picture = std::make_shared<GraphPicture>();
    for (const analysis::Point &point : points)
        picture->places.emplace_back(point.x, point.y);
    const std::vector<double> sizes = sizesOf(result, result.crawl->graph, stop);
    const double most = sizes.empty() ? 0 : *std::ranges::max_element(sizes);
    for (const double size : sizes)
        picture->weights.push_back(most > 0 ? float(size / most) : 0);
    if (result.groups)
        colourGroups(result);
    else
        colourPages(result);
    for (const quint8 entry : result.entries)
        picture->inks.push_back(result.legend[entry].ink);
    picture->names = namesOf(result);
    if (!result.groups)
        picture->addresses = result.crawl->urls;
    picture->heaviest.resize(points.size());
    std::iota(picture->heaviest.begin(), picture->heaviest.end(), 0);
    std::ranges::stable_sort(picture->heaviest, std::greater(),
                             [&picture](quint32 node) { return picture->weights[node]; });
    if (result.groups) {
        const auto &counts = result.groups->counts;
        const quint32 largest = counts.empty() ? 1 : *std::ranges::max_element(counts);
        for (size_t i = 0; i < counts.size(); ++i) {
            picture->links.push_back({result.groups->links[i].from, result.groups->links[i].to});
            picture->strengths.push_back(std::sqrt(float(counts[i]) / float(largest)));
        }
    } else {
        for (const PlaceLink &link : result.crawl->graph.links())
            picture->links.push_back({link.from, link.to});
    }
    result.picture = std::move(picture);
    return result;
}

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/graphfinder.h"

#include "analysis/graph/graphmeasures.h"

#include "models/crawl/communities.h"

#include <algorithm>

namespace linnet::models {

using analysis::Grouping;

namespace {

/// So many folders at least tell something of a site.
constexpr qsizetype FewFolders = 4;

Grouping usualGrouping(const analysis::CrawlGraph &crawl)
{
    if (crawl.nodes <= analysis::GraphGroups::Most)
        return Grouping::Pages;
    return analysis::grouped(crawl, Grouping::Folders).size() < FewFolders ? Grouping::Clicks
                                                                           : Grouping::Folders;
}

} // namespace

GraphFinder::GraphFinder(QObject *parent)
    : QObject(parent)
    , m_task([this](const Result<CrawlPicture> &picture) {
        if (picture)
            Q_EMIT found(*picture);
        else if (picture.error().reason != Reason::Cancelled)
            Q_EMIT failed(picture.error());
    })
{
}

GraphFinder::~GraphFinder()
{
    m_stop.request_stop();
}

void GraphFinder::setProject(const QString &path)
{
    forget();
    m_task.stop();
    m_reading.reset();
    if (path.isEmpty())
        return;
    m_reading = std::make_shared<Reading>();
    m_reading->path = path;
}

void GraphFinder::forget()
{
    m_stop.request_stop();
    m_stop = std::stop_source();
    ++m_question;
    m_task.forget();
}

void GraphFinder::ask(const analysis::GraphQuestion &question, const GraphLook &look)
{
    if (!m_reading)
        return;
    forget();
    analysis::LayoutHooks hooks;
    hooks.stop = m_stop.get_token();
    hooks.progressed = [this, number = m_question](double share) { // the task ends before this does
        QMetaObject::invokeMethod(
            this,
            [this, number, share] {
                if (number == m_question)
                    Q_EMIT progressed(share);
            },
            Qt::QueuedConnection);
    };
    m_task.start(
        [reading = m_reading, question, look, hooks] { return reading->find(question, look, hooks); });
}

Result<CrawlPicture> GraphFinder::Reading::find(const analysis::GraphQuestion &asked, GraphLook look,
                                                const analysis::LayoutHooks &hooks)
{
    if (const Result<void> done = read(asked, hooks.stop); !done)
        return std::unexpected(done.error());
    if (crawl->isTooMany)
        return fail(Reason::TooLarge, QString::number(crawl->nodes));
    if (look.around != 0)
        look.grouping = Grouping::Pages;
    const bool isTooMany =
        look.around == 0 && look.grouping == Grouping::Pages && crawl->nodes > analysis::MostLaidOut;
    if (isTooMany)
        look.grouping = Grouping::Folders;
    else if (!look.isChosen && look.grouping == Grouping::Folders)
        look.grouping = usualGrouping(*crawl);
    if (!layOut(look, hooks))
        return fail(Reason::Cancelled);
    if (look.colour == GraphLook::Colour::Community && !groups && !communities) {
        if (auto found = communitiesOf(part->graph, hooks.stop))
            communities = std::make_shared<const std::vector<quint32>>(std::move(found->ofNodes));
    }
    CrawlPicture picture = pictureOf(part, groups, points, look, communities, hooks.stop);
    picture.isTooMany = isTooMany;
    return picture;
}

Result<void> GraphFinder::Reading::read(const analysis::GraphQuestion &asked, const std::stop_token &stop)
{
    if (crawl && question == asked)
        return {};
    crawl.reset();
    laidOut.reset();
    if (!reader) {
        auto opened = store::RowReader::open(path);
        if (!opened)
            return std::unexpected(opened.error());
        reader = std::move(*opened);
    }
    auto graph = analysis::readCrawlGraph(*reader, asked, stop);
    if (!graph)
        return std::unexpected(graph.error());
    crawl = std::make_shared<const analysis::CrawlGraph>(std::move(*graph));
    question = asked;
    return {};
}

/// What is at most two links away; all when the row is no node, as when a filter took it away.
void GraphFinder::Reading::takePart(qint64 around)
{
    constexpr int Steps = 2;
    constexpr size_t Most = 400;
    const auto place = std::ranges::lower_bound(crawl->rows, around);
    part = crawl;
    communities.reset();
    if (around == 0 || place == crawl->rows.end() || *place != around)
        return;
    const auto node = quint32(place - crawl->rows.begin());
    part = std::make_shared<const analysis::CrawlGraph>(
        analysis::partOf(*crawl, analysis::around(crawl->graph, node, Steps, Most)));
}

bool GraphFinder::Reading::layOut(const GraphLook &look, const analysis::LayoutHooks &hooks)
{
    const std::tuple wanted(look.grouping, look.layout, look.around);
    if (laidOut == wanted)
        return true;
    laidOut.reset();
    groups.reset();
    takePart(look.around);
    if (look.grouping != Grouping::Pages)
        groups = std::make_shared<const analysis::GraphGroups>(analysis::grouped(*crawl, look.grouping));
    if (groups || look.layout == GraphLook::Layout::Near) {
        auto places = groups ? analysis::layOut({quint32(groups->size()), groups->links}, hooks)
                             : analysis::layOut(part->graph, hooks);
        if (!places)
            return false;
        points = std::move(*places);
    } else {
        std::vector<quint32> starts;
        for (quint32 node = 0; node < part->graph.size(); ++node) {
            if (part->depths[node] == 0)
                starts.push_back(node);
        }
        points = analysis::layOutByClicks(part->graph, starts);
    }
    laidOut = wanted;
    return true;
}

} // namespace linnet::models

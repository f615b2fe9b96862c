// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/graphfinder.h"

#include "base/graph/graphmeasures.h"
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

/// All but the places, without what takes long.
std::shared_ptr<const draw::GraphPicture> draftOf(const std::shared_ptr<const analysis::CrawlGraph> &crawl,
                                                  GraphLook look)
{
    look.size = look.size == GraphLook::Size::Score ? GraphLook::Size::Inlinks : look.size;
    return pictureOf(crawl, nullptr, analysis::Points(crawl->graph.size()), look).picture;
}

std::shared_ptr<const draw::GraphPicture> movedTo(const draw::GraphPicture &draft,
                                                  const analysis::Known &places)
{
    auto picture = std::make_shared<draw::GraphPicture>(draft);
    picture->hidden.assign(places.size(), true);
    const auto first = std::ranges::find_if(places, [](const auto &place) { return place.has_value(); });
    for (size_t node = 0; node < places.size(); ++node) {
        // What is hidden must not make the picture larger.
        const analysis::Point &point = places[node] ? *places[node] : **first;
        picture->places[node] = {point.x, point.y};
        picture->hidden[node] = !places[node];
    }
    return picture;
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
    const auto later = [this, number = m_question](std::function<void()> tell) { // the task ends before this
        QMetaObject::invokeMethod(
            this,
            [this, number, tell = std::move(tell)] {
                if (number == m_question)
                    tell();
            },
            Qt::QueuedConnection);
    };
    FindHooks hooks;
    hooks.stop = m_stop.get_token();
    hooks.progressed = [this, later](double share) { later([this, share] { Q_EMIT progressed(share); }); };
    hooks.moved = [this, later](const std::shared_ptr<const draw::GraphPicture> &picture) {
        later([this, picture] { Q_EMIT moving(picture); });
    };
    m_task.start(
        [reading = m_reading, question, look, hooks] { return reading->find(question, look, hooks); });
}

Result<CrawlPicture> GraphFinder::Reading::find(const analysis::GraphQuestion &asked, GraphLook look,
                                                const FindHooks &hooks)
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
    if (const Result<void> done = layOut(look, hooks); !done)
        return std::unexpected(done.error());
    if (look.colour == GraphLook::Colour::Community && !groups && !communities) {
        if (auto found = communitiesOf(part->graph, hooks.stop))
            communities = std::make_shared<const std::vector<quint32>>(std::move(found->ofNodes));
    }
    if (hooks.stop.stop_requested())
        return fail(Reason::Cancelled);
    CrawlPicture picture = pictureOf(part, groups, points, look, communities, hooks.stop);
    picture.whole = crawl;
    picture.isTooMany = isTooMany;
    picture.placesNumber = analysis::KeptPlaces::number(asked);
    picture.newPlaces = newPlaces; // again with each picture: one may be of a question that nobody waits for
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
        analysis::partOf(*crawl, linnet::around(crawl->graph, node, Steps, Most)));
}

Result<void> GraphFinder::Reading::layOut(const GraphLook &look, const FindHooks &hooks)
{
    const std::tuple wanted(look.grouping, look.layout, look.around);
    if (laidOut == wanted)
        return {};
    laidOut.reset();
    groups.reset();
    newPlaces.clear();
    takePart(look.around);
    if (look.grouping == Grouping::Pages) {
        if (const Result<void> done = layOutPages(look, hooks); !done)
            return done;
    } else {
        groups = std::make_shared<const analysis::GraphGroups>(analysis::grouped(*crawl, look.grouping));
        auto places =
            analysis::layOut({quint32(groups->size()), groups->links}, {hooks.stop, hooks.progressed, {}});
        if (!places)
            return fail(Reason::Cancelled);
        points = std::move(*places);
    }
    laidOut = wanted;
    return {};
}

Result<void> GraphFinder::Reading::layOutPages(const GraphLook &look, const FindHooks &hooks)
{
    if (look.layout == GraphLook::Layout::Folders) {
        points = analysis::layOutByFolders(part->urls);
        return {};
    }
    if (look.layout == GraphLook::Layout::Clicks) {
        std::vector<quint32> starts;
        for (quint32 node = 0; node < part->graph.size(); ++node) {
            if (part->depths[node] == 0)
                starts.push_back(node);
        }
        points = analysis::layOutByClicks(part->graph, starts);
        return {};
    }
    std::shared_ptr<const draw::GraphPicture> draft;
    const auto show = [&](const analysis::Known &places) {
        if (!draft)
            draft = draftOf(part, look);
        hooks.moved(movedTo(*draft, places));
    };
    const analysis::LayoutHooks laying{hooks.stop, hooks.progressed, show};
    if (part != crawl) {
        auto places = analysis::layOut(part->graph, laying);
        if (!places)
            return fail(Reason::Cancelled);
        points = std::move(*places);
        return {};
    }
    const qint64 number = analysis::KeptPlaces::number(*question);
    auto placed = analysis::PlacedCrawl::of(*crawl, *question, *reader, laying,
                                            before.first == number ? before.second : QByteArray());
    if (!placed)
        return std::unexpected(placed.error());
    points = std::move(placed->points);
    if (!placed->packed.isEmpty())
        before = {number, placed->packed};
    newPlaces = placed->isNew ? placed->packed : QByteArray();
    return {};
}

} // namespace linnet::models

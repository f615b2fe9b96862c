// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/graphdrawing.h"

#include "analysis/graph/keptplaces.h"
#include "draw/graph/graphfile.h"
#include "models/crawl/crawlpicture.h"

#include <QFileInfo>

#include <algorithm>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;
using analysis::Grouping;

namespace {

constexpr std::pair<Grouping, QLatin1StringView> GroupingCodes[]{{Grouping::Pages, "pages"_L1},
                                                                 {Grouping::Folders, "folders"_L1},
                                                                 {Grouping::Hosts, "hosts"_L1},
                                                                 {Grouping::Clicks, "clicks"_L1}};

} // namespace

bool GraphDrawing::isDrawing(const QString &path)
{
    return QStringList{u"png"_s, u"svg"_s, u"pdf"_s}.contains(QFileInfo(path).suffix().toLower());
}

bool GraphDrawing::mayBeDrawing(const QString &path)
{
    return isDrawing(path) || QFileInfo(path).suffix().toLower() == "gexf"_L1;
}

std::optional<Grouping> GraphDrawing::groupingOf(const QString &code)
{
    const auto *found = std::ranges::find(GroupingCodes, code, [](const auto &one) { return one.second; });
    return found == std::end(GroupingCodes) ? std::nullopt : std::optional(found->first);
}

QStringList GraphDrawing::groupingCodes()
{
    QStringList codes;
    for (const auto &[grouping, code] : GroupingCodes)
        codes.append(code);
    return codes;
}

Result<qint64> GraphDrawing::make(store::RowReader &reader, const std::stop_token &stop) const
{
    auto read = analysis::readCrawlGraph(reader, question, stop);
    if (!read)
        return std::unexpected(read.error());
    if (read->isTooMany || (grouping == Grouping::Pages && read->nodes > analysis::MostLaidOut))
        return fail(Reason::TooLarge,
                    u"%1 pages, of which %2 can be drawn at most: --nodes folders"_s.arg(read->nodes)
                        .arg(analysis::MostLaidOut));
    const auto crawl = std::make_shared<const analysis::CrawlGraph>(std::move(*read));
    std::shared_ptr<const analysis::GraphGroups> groups;
    if (grouping != Grouping::Pages)
        groups = std::make_shared<const analysis::GraphGroups>(analysis::grouped(*crawl, grouping));
    analysis::LayoutHooks hooks;
    hooks.stop = stop;
    analysis::Points points;
    if (groups) {
        auto places = analysis::layOut({quint32(groups->size()), groups->links}, hooks);
        if (!places)
            return fail(Reason::Cancelled);
        points = std::move(*places);
    } else {
        auto placed = analysis::PlacedCrawl::of(*crawl, question, reader, hooks);
        if (!placed)
            return std::unexpected(placed.error());
        points = std::move(placed->points);
    }
    models::GraphLook look;
    look.grouping = grouping;
    const models::CrawlPicture picture = models::pictureOf(crawl, groups, points, look);
    draw::GraphStyle style{draw::Palette::light(), font};
    if (const auto saved = draw::GraphFile(*picture.picture, style, draw::GraphFile::usualSize()).save(path);
        !saved)
        return std::unexpected(saved.error());
    return picture.picture->size();
}

} // namespace linnet::report

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/keptplaces.h"

#include "base/texthash.h"

#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace linnet::analysis {

namespace {

constexpr qsizetype BytesOfPlace = 16;
constexpr char Form = 1; ///< of the bytes
constexpr qsizetype MostBytes = qsizetype(MostLaidOut) * BytesOfPlace + 1;
/// Runs that are looked at for a picture of the same site.
constexpr int MostRuns = 4;
/// Of a graph's pages; with fewer the picture as a whole is worth more than that pages stay.
constexpr double EnoughKnown = 0.75;

quint64 pageHash(const QString &url)
{
    const QByteArray bytes = url.toUtf8();
    return textHash(std::string_view(bytes.constData(), size_t(bytes.size())))[0];
}

} // namespace

QByteArray KeptPlaces::pack(const QStringList &urls, const Points &points)
{
    std::vector<Place> places;
    places.reserve(points.size());
    for (size_t i = 0; i < points.size(); ++i)
        places.push_back({pageHash(urls[qsizetype(i)]), points[i]});
    std::ranges::sort(places, {}, &Place::page);
    QByteArray bytes(1 + qsizetype(places.size()) * BytesOfPlace, Form);
    char *to = bytes.data() + 1;
    for (const auto &[page, point] : places) {
        qToLittleEndian(page, to);
        qToLittleEndian(std::bit_cast<quint32>(point.x), to + 8);
        qToLittleEndian(std::bit_cast<quint32>(point.y), to + 12);
        to += BytesOfPlace;
    }
    return qCompress(bytes, 1);
}

std::optional<KeptPlaces> KeptPlaces::unpack(const QByteArray &packed)
{
    // The first bytes say how many there will be, and nobody unpacks more.
    if (packed.size() < 4 || qFromBigEndian<quint32>(packed.constData()) > quint32(MostBytes))
        return std::nullopt;
    const QByteArray bytes = qUncompress(packed);
    if (bytes.isEmpty() || bytes[0] != Form || (bytes.size() - 1) % BytesOfPlace != 0)
        return std::nullopt;
    KeptPlaces kept;
    for (const char *from = bytes.constData() + 1; from != bytes.constEnd(); from += BytesOfPlace) {
        const Point point{std::bit_cast<float>(qFromLittleEndian<quint32>(from + 8)),
                          std::bit_cast<float>(qFromLittleEndian<quint32>(from + 12))};
        if (!std::isfinite(point.x) || !std::isfinite(point.y))
            return std::nullopt;
        kept.m_places.push_back({qFromLittleEndian<quint64>(from), point});
    }
    if (!std::ranges::is_sorted(kept.m_places, {}, &Place::page))
        return std::nullopt;
    return kept;
}

Known KeptPlaces::of(const QStringList &urls) const
{
    Known known;
    known.reserve(size_t(urls.size()));
    for (const QString &url : urls) {
        const quint64 page = pageHash(url);
        const auto place = std::ranges::lower_bound(m_places, page, {}, &Place::page);
        const bool isKnown = place != m_places.end() && place->page == page;
        known.push_back(isKnown ? std::optional(place->point) : std::nullopt);
    }
    return known;
}

Result<PlacedCrawl> PlacedCrawl::of(const CrawlGraph &crawl, const GraphQuestion &question,
                                    store::RowReader &reader, const LayoutHooks &hooks,
                                    const QByteArray &before)
{
    const auto kept = reader.keptPlaces(question.run, KeptPlaces::number(question), MostRuns);
    if (!kept)
        return std::unexpected(kept.error());
    QByteArrayList pictures = *kept;
    if (!before.isEmpty())
        pictures.prepend(before);
    std::optional<Points> points;
    for (const QByteArray &packed : std::as_const(pictures)) {
        const auto places = KeptPlaces::unpack(packed);
        const Known known = places ? places->of(crawl.urls) : Known();
        const auto count = std::ranges::count_if(known, [](const auto &place) { return place.has_value(); });
        if (count == 0 || double(count) < EnoughKnown * double(known.size()))
            continue;
        points = layOutAround(crawl.graph, known, hooks);
        break;
    }
    if (!points && !hooks.stop.stop_requested())
        points = layOut(crawl.graph, hooks);
    if (!points)
        return fail(Reason::Cancelled);
    const QByteArray packed = KeptPlaces::pack(crawl.urls, *points);
    // What a filter leaves takes no place away from the others.
    const auto places = kept->isEmpty() ? std::nullopt : KeptPlaces::unpack(kept->front());
    const bool isLess = places && crawl.urls.size() < places->size();
    return PlacedCrawl{std::move(*points), packed, !isLess && (kept->isEmpty() || packed != kept->front())};
}

} // namespace linnet::analysis

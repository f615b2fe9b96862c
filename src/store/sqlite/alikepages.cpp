// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/alikepages.h"

#include "base/linkscore.h"
#include "base/neargroups.h"

#include <sqlite3.h>

#include <algorithm>
#include <cmath>
#include <tuple>
#include <vector>

namespace linnet::store {

namespace {

// Of pages that may be listed, as for texts that are the same; in the order in which they were stored.
constexpr auto MarkedPages = "SELECT url, ifnull(host, ''), text_hash, simhash FROM page WHERE run_id = ?1 "
                             "AND indexable AND simhash <> '' ORDER BY row_id";

constexpr auto ListedAddresses =
    "SELECT p.url, a.url FROM page AS p CROSS JOIN address AS a ON a.run_id = p.run_id AND a.number = p.url "
    "WHERE p.run_id = ?1 AND p.indexable AND p.internal ORDER BY p.row_id";

// The page that names an address as canonical has a link row for each time it does so.
constexpr auto CanonicalNames =
    "SELECT p.canonical, sum(min(m.links, iif(p.canonical_conflict, 1, max(1, ifnull(p.canonical_count, "
    "1)))))"
    " FROM page AS p CROSS JOIN page AS t ON t.run_id = p.run_id AND t.url = p.canonical AND t.internal "
    "LEFT JOIN mention AS m ON m.run_id = p.run_id AND m.target = p.canonical AND m.page = p.url "
    "WHERE p.run_id = ?1 AND p.canonical <> p.url GROUP BY p.canonical";
constexpr auto LinksTo =
    "SELECT ifnull(sum(links), 0) FROM mention WHERE run_id = ?1 AND target = ?2 AND page <> target";

// Pages of the site, and addresses of it that lead on to others.
constexpr auto LinkedPages = "SELECT url, redirect_to, words IS NOT NULL FROM page WHERE run_id = ?1 AND "
                             "internal AND (words IS NOT NULL OR redirect_to IS NOT NULL)";
constexpr auto AllMentions = "SELECT page, target FROM mention WHERE run_id = ?1";

QByteArrayView columnText(sqlite3_stmt *row, int column)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(row, column));
    return {bytes, bytes ? sqlite3_column_bytes(row, column) : 0};
}

/// FNV-1a, 64 bits.
quint64 wordHash(QByteArrayView bytes, quint64 hash = 0xcbf29ce484222325)
{
    for (const char byte : bytes)
        hash = (hash ^ quint8(byte)) * 0x100000001b3;
    return hash;
}

/// An address as twins have it in common, and in what they differ.
struct Spelling
{
    quint64 common = 0;
    bool isSafe = false;
    bool hasWww = false;
    bool hasSlash = false;

    explicit Spelling(QByteArrayView url)
    {
        const qsizetype colon = std::max<qsizetype>(0, url.indexOf("://"));
        isSafe = url.first(colon) == "https";
        QByteArrayView rest = url.sliced(std::min(url.size(), colon + 3));
        hasWww = rest.startsWith("www.");
        if (hasWww)
            rest = rest.sliced(4);
        const qsizetype query = rest.indexOf('?');
        QByteArrayView path = query < 0 ? rest : rest.first(query);
        hasSlash = path.endsWith('/');
        if (hasSlash)
            path.chop(1);
        common = wordHash(query < 0 ? QByteArrayView() : rest.sliced(query), wordHash(path));
    }
};

struct MarkedPage
{
    quint64 host = 0;
    quint64 text = 0;
    quint64 mark = 0;
    qint64 number = 0;
    quint32 order = 0;
};

} // namespace

const AlikePages::Near *AlikePages::near(qint64 page)
{
    m_failed = 0;
    if (!m_near)
        readNear();
    const auto found = m_near ? m_near->constFind(page) : QHash<qint64, Near>::const_iterator();
    return m_near && found != m_near->cend() ? &*found : nullptr;
}

void AlikePages::readNear()
{
    std::vector<MarkedPage> pages;
    const bool isRead = read(MarkedPages, [&](sqlite3_stmt *row) {
        bool isMark = false;
        const quint64 mark = columnText(row, 3).toByteArray().toULongLong(&isMark, 16);
        if (isMark)
            pages.push_back({wordHash(columnText(row, 1)), wordHash(columnText(row, 2)), mark,
                             sqlite3_column_int64(row, 0), quint32(pages.size())});
    });
    if (!isRead)
        return;
    // Pages with one text are one: that they are the same is told by another column. Only pages of one host
    // are near; the texts of a host stand in the order of their first pages.
    std::ranges::sort(pages, {},
                      [](const MarkedPage &page) { return std::tuple(page.host, page.text, page.order); });
    std::vector<size_t> texts;
    for (size_t i = 0; i < pages.size(); ++i) {
        if (i == 0 || pages[i].host != pages[i - 1].host || pages[i].text != pages[i - 1].text)
            texts.push_back(i);
    }
    const auto endOf = [&](size_t first) {
        size_t end = first + 1;
        while (end < pages.size() && pages[end].host == pages[first].host &&
               pages[end].text == pages[first].text)
            ++end;
        return end;
    };
    std::ranges::sort(texts, {},
                      [&](size_t first) { return std::pair(pages[first].host, pages[first].order); });
    QHash<qint64, Near> found;
    for (size_t from = 0; from < texts.size();) {
        std::vector<quint64> marks;
        size_t to = from;
        for (; to < texts.size() && pages[texts[to]].host == pages[texts[from]].host; ++to)
            marks.push_back(pages[texts[to]].mark);
        const auto groups = NearGroups::of(marks, NearDistance, [this] { return isStopped(); });
        if (!groups)
            return;
        for (size_t i = 0; i < marks.size(); ++i) {
            const std::optional<int> distance = groups->distanceOf(i);
            const size_t first = texts[from + i];
            for (size_t page = first; distance && page < endOf(first); ++page)
                found.insert(pages[page].number, {*distance, pages[texts[from + groups->firstOf(i)]].number});
        }
        from = to;
    }
    m_near = std::move(found);
}

const AlikePages::Twin *AlikePages::twin(qint64 page)
{
    m_failed = 0;
    if (!m_twins)
        readTwins();
    const auto found = m_twins ? m_twins->constFind(page) : QHash<qint64, Twin>::const_iterator();
    return m_twins && found != m_twins->cend() ? &*found : nullptr;
}

void AlikePages::readTwins()
{
    struct Named
    {
        Spelling spelling;
        qint64 number;
    };
    std::vector<Named> pages;
    if (!read(ListedAddresses, [&](sqlite3_stmt *row) {
            pages.push_back({Spelling(columnText(row, 1)), sqlite3_column_int64(row, 0)});
        }))
        return;
    std::ranges::stable_sort(pages, {}, [](const Named &page) { return page.spelling.common; });
    QHash<qint64, Twin> found;
    for (size_t from = 0; from < pages.size();) {
        size_t to = from + 1;
        while (to < pages.size() && pages[to].spelling.common == pages[from].spelling.common)
            ++to;
        // Eight at most: of scheme, www and slash each is there or not.
        for (size_t one = from; to - from > 1 && one < to; ++one) {
            const Spelling &own = pages[one].spelling;
            const auto differs = [&](bool Spelling::*part) {
                return std::any_of(pages.begin() + qptrdiff(from), pages.begin() + qptrdiff(to),
                                   [&](const Named &other) { return other.spelling.*part != own.*part; });
            };
            QByteArrayList kinds;
            if (differs(&Spelling::isSafe))
                kinds.append("scheme");
            if (differs(&Spelling::hasSlash))
                kinds.append("slash");
            if (differs(&Spelling::hasWww))
                kinds.append("www");
            if (!kinds.isEmpty())
                found.insert(pages[one].number,
                             {kinds.join(';'), pages[one == from ? from + 1 : from].number});
        }
        from = to;
    }
    m_twins = std::move(found);
}

std::optional<qint64> AlikePages::linksTo(qint64 canonical)
{
    m_failed = 0;
    if (!m_links)
        readCanonicals();
    const auto found = m_links ? m_links->constFind(canonical) : QHash<qint64, qint64>::const_iterator();
    return m_links && found != m_links->cend() ? std::optional(*found) : std::nullopt;
}

void AlikePages::readCanonicals()
{
    QHash<qint64, qint64> found;
    const bool isRead = read(CanonicalNames, [&](sqlite3_stmt *row) {
        found.insert(sqlite3_column_int64(row, 0), -sqlite3_column_int64(row, 1));
    });
    if (!isRead)
        return;
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(m_connection, LinksTo, -1, &statement, nullptr);
    for (auto target = found.begin(); code == SQLITE_OK && target != found.end(); ++target) {
        sqlite3_bind_int64(statement, 1, m_run);
        sqlite3_bind_int64(statement, 2, target.key());
        code = sqlite3_step(statement);
        *target = std::max<qint64>(0, *target + sqlite3_column_int64(statement, 0));
        code = code == SQLITE_ROW ? sqlite3_reset(statement) : code;
    }
    sqlite3_finalize(statement);
    m_failed = code;
    if (code == SQLITE_OK)
        m_links = std::move(found);
}

std::optional<double> AlikePages::score(qint64 page)
{
    m_failed = 0;
    if (!m_scores)
        readScores();
    const auto found = m_scores ? m_scores->constFind(page) : QHash<qint64, double>::const_iterator();
    return m_scores && found != m_scores->cend() ? std::optional(*found) : std::nullopt;
}

void AlikePages::readScores()
{
    QHash<qint64, quint32> places;
    std::vector<qint64> pages; // 0 for what only leads on
    std::vector<std::pair<quint32, qint64>> hops;
    const bool arePagesRead = read(LinkedPages, [&](sqlite3_stmt *row) {
        const qint64 number = sqlite3_column_int64(row, 0);
        const bool isPage = sqlite3_column_int(row, 2) != 0;
        places.insert(number, quint32(pages.size()));
        if (!isPage)
            hops.emplace_back(quint32(pages.size()), sqlite3_column_int64(row, 1));
        pages.push_back(isPage ? number : 0);
    });
    if (!arePagesRead)
        return;
    std::vector<PlaceLink> links;
    const auto add = [&](qint64 from, qint64 to) {
        const auto source = places.constFind(from);
        const auto target = places.constFind(to);
        if (source != places.cend() && target != places.cend())
            links.push_back({*source, *target});
    };
    const bool areLinksRead = read(AllMentions, [&](sqlite3_stmt *row) {
        add(sqlite3_column_int64(row, 0), sqlite3_column_int64(row, 1));
    });
    if (!areLinksRead)
        return;
    for (const auto &[place, to] : hops) {
        if (const auto target = places.constFind(to); target != places.cend())
            links.push_back({place, *target});
    }
    const auto ranks = pageRank(pages.size(), links, [this] { return isStopped(); });
    if (!ranks)
        return;
    double least = 1;
    double most = 0;
    for (size_t i = 0; i < pages.size(); ++i) {
        least = pages[i] != 0 ? std::min(least, (*ranks)[i]) : least;
        most = pages[i] != 0 ? std::max(most, (*ranks)[i]) : most;
    }
    m_scores.emplace();
    for (size_t i = 0; i < pages.size(); ++i) {
        if (pages[i] == 0)
            continue;
        const double share = most > least ? std::log((*ranks)[i] / least) / std::log(most / least) : 1;
        m_scores->insert(pages[i], std::round(share * 1000) / 10);
    }
}

} // namespace linnet::store

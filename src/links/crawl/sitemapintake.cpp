// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/sitemapintake.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlkind.h"
#include "links/crawl/pagecells.h"
#include "links/hreflang/alternatelist.h"
#include "url/urlresolver.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t ListedAtOnce = 500;  // addresses in one turn of the event loop
constexpr size_t MostVersions = 2000; // of one page
constexpr qint64 MostSitemaps = 10'000;
constexpr qint64 AlwaysAllowed = 5; // sitemaps, even of a crawl of one page
/// Indexes within indexes. The protocol knows one; some sites have two.
constexpr int DeepestIndex = 2;

} // namespace

SitemapIntake::SitemapIntake(Discovery &discovery, qint64 maxPages)
    : m_discovery(discovery)
    , m_most(maxPages == 0 ? MostSitemaps : std::clamp(maxPages, AlwaysAllowed, MostSitemaps))
{
}

void SitemapIntake::restore(const std::vector<QString> &known, qint64 open)
{
    for (const QString &url : known)
        m_known.insert(url.toUtf8());
    m_open = open;
}

void SitemapIntake::onRobots(const net::Origin &origin, const Robots *robots, store::Unit &unit)
{
    m_wanted.remove(origin);
    const url::UrlResolver base(origin.toString().toStdString() + '/');
    const QList<QByteArray> named = robots ? robots->sitemaps() : QList<QByteArray>();
    for (const QByteArray &url : named)
        addWork(base, {url.constData(), size_t(url.size())}, 0, unit);
    if (named.isEmpty())
        addWork(base, "/sitemap.xml", 0, unit);
}

void SitemapIntake::addWork(const url::UrlResolver &base, std::string_view url, int depth, store::Unit &unit)
{
    const url::ResolvedUrl resolved = base.resolve(url);
    const QByteArray address = QByteArray::fromStdString(resolved.href);
    if (resolved.kind != url::UrlKind::Http || m_known.contains(address))
        return;
    if (m_known.size() >= m_most || depth > DeepestIndex) {
        ++m_sitemapsLeftOut;
        return;
    }
    m_known.insert(address);
    unit.newWork.push_back({QString::fromUtf8(address),
                            CrawlKind::sitemap().toString(),
                            hostOf(resolved.href).toString(),
                            {},
                            depth,
                            0});
    ++m_open;
}

bool SitemapIntake::add(const store::WorkItem &item, std::shared_ptr<const SitemapAnswer> answer,
                        int attempts)
{
    m_listings.push_back({item, std::move(answer), attempts, 0});
    return m_listings.size() == 1;
}

bool SitemapIntake::takeNext(store::Unit &unit)
{
    if (m_listings.empty())
        return false;
    Listing &listing = m_listings.front();
    const std::vector<Target> &targets = listing.answer->targets;
    const size_t end = std::min(targets.size(), listing.next + ListedAtOnce);
    for (; listing.next < end; ++listing.next)
        m_discovery.list(targets[listing.next], unit);
    if (listing.next < targets.size())
        return true;
    if (listing.nextVersion < listing.answer->versions.size()) {
        takeVersions(listing, unit);
        return true;
    }
    const url::UrlResolver base(listing.item.key.toStdString());
    for (const QByteArray &url : listing.answer->sitemaps)
        addWork(base, {url.constData(), size_t(url.size())}, listing.item.depth + 1, unit);
    tell(listing);
    if (listing.answer->error.reason == Reason::TooLarge)
        tellTooLarge(listing.item.key.toStdString(), listing.answer->error.detail, listing.answer->bytes,
                     unit);
    // That there is no sitemap where one is usually found is no fault.
    const Error &error = listing.answer->error;
    const bool isGuess = error.status == 404 && listing.item.key.endsWith(u"/sitemap.xml");
    const bool isFailure = error.reason != Reason::None && !isGuess;
    unit.ended.push_back({listing.item.id, isFailure ? store::WorkState::Failed : store::WorkState::Done,
                          listing.attempts, isFailure ? error : Error()});
    --m_open;
    m_listings.pop_front();
    return !m_listings.empty();
}

void SitemapIntake::tell(const Listing &listing)
{
    m_entriesLeftOut += listing.answer->skipped;
    QStringList parts;
    if (listing.answer->relative > 0)
        parts.append(u"%1 entries have no host; read as addresses of the sitemap's own"_s.arg(
            listing.answer->relative));
    if (listing.answer->skipped > 0)
        parts.append(u"%1 entries are no addresses"_s.arg(listing.answer->skipped));
    if (!parts.isEmpty())
        m_note = listing.item.key + u": "_s + parts.join(u"; "_s);
}

/// When all addresses that are listed have their numbers. The list of a page is never parted.
void SitemapIntake::takeVersions(Listing &listing, store::Unit &unit)
{
    const std::vector<SitemapAnswer::Version> &all = listing.answer->versions;
    const size_t most = listing.nextVersion + ListedAtOnce;
    while (listing.nextVersion < std::min(all.size(), most)) {
        const size_t first = listing.nextVersion;
        while (listing.nextVersion < all.size() && all[listing.nextVersion].page == all[first].page)
            ++listing.nextVersion;
        const size_t kept = std::min(listing.nextVersion - first, MostVersions);
        takeVersionsOf(*listing.answer, std::span(all).subspan(first, kept), unit);
    }
}

void SitemapIntake::takeVersionsOf(const SitemapAnswer &answer,
                                   std::span<const SitemapAnswer::Version> versions, store::Unit &unit)
{
    const Target &page = answer.targets[versions.front().page];
    AlternateList list(page.url);
    std::vector<std::optional<qint64>> numbers;
    for (const SitemapAnswer::Version &version : versions) {
        const Target *target = answer.targetOf(version);
        list.add(version.alternate, "sitemap"_L1, version.target,
                 target ? std::string_view(target->url) : std::string_view());
        numbers.push_back(target ? std::optional<qint64>(m_discovery.mention(*target, unit)) : std::nullopt);
    }
    const qint64 number = m_discovery.mention(page, unit);
    std::vector<table::Cells> rows = list.take();
    for (size_t i = 0; i < rows.size(); ++i)
        unit.rows.push_back(AlternateList::write(std::move(rows[i]), "s"_L1, number, i, numbers[i]));
}

void SitemapIntake::failed(const QString &url, const Error &error, store::Unit &unit)
{
    --m_open;
    if (error.reason == Reason::TooLarge)
        tellTooLarge(url.toStdString(), u"50 MB"_s, 0, unit);
}

/// What was read of it is in use; search engines may do otherwise. bytes: 0 = not known.
void SitemapIntake::tellTooLarge(const std::string &url, const QString &limit, qint64 bytes,
                                 store::Unit &unit)
{
    using table::PageColumn;
    PageRow row;
    row.setCode(PageColumn::State, "fetched"_L1);
    row.setCode(PageColumn::Reason, reasonCode(Reason::TooLarge));
    row[PageColumn::Detail] = u"sitemap: "_s + limit;
    if (bytes > 0)
        row[PageColumn::Size] = bytes;
    row[PageColumn::Internal] = true;
    setAddressCells(row, url);
    m_discovery.tell(url, std::move(row), unit);
}

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/sitemapintake.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlkind.h"
#include "links/crawl/pagecells.h"
#include "links/hreflang/alternatelist.h"
#include "url/urlresolver.h"

#include <algorithm>
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
        tellTooLarge(listing, unit);
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

/// When all addresses that are listed have their numbers. A list is never parted.
void SitemapIntake::takeVersions(Listing &listing, store::Unit &unit)
{
    const SitemapAnswer &answer = *listing.answer;
    const size_t most = listing.nextVersion + ListedAtOnce;
    while (listing.nextVersion < answer.versions.size() && listing.nextVersion < most) {
        const size_t page = answer.versions[listing.nextVersion].page;
        AlternateList list(answer.targets[page].url);
        std::vector<std::optional<qint64>> numbers;
        for (; listing.nextVersion < answer.versions.size(); ++listing.nextVersion) {
            const SitemapAnswer::Version &version = answer.versions[listing.nextVersion];
            if (version.page != page || numbers.size() == MostVersions)
                break;
            if (version.target < 0) {
                list.add(version.alternate, "sitemap"_L1, -1, {});
                numbers.push_back(std::nullopt);
                continue;
            }
            const auto place = size_t(version.target);
            const Target &target = place < answer.targets.size()
                                       ? answer.targets[place]
                                       : answer.others[place - answer.targets.size()];
            list.add(version.alternate, "sitemap"_L1, version.target, target.url);
            numbers.push_back(m_discovery.mention(target, unit));
        }
        while (listing.nextVersion < answer.versions.size() &&
               answer.versions[listing.nextVersion].page == page)
            ++listing.nextVersion;
        const qint64 number = m_discovery.mention(answer.targets[page], unit);
        std::vector<table::Cells> rows = list.take();
        for (size_t i = 0; i < rows.size(); ++i)
            unit.rows.push_back(AlternateList::write(std::move(rows[i]), "s"_L1, number, i, numbers[i]));
    }
}

/// What was read of it is in use; search engines may do otherwise.
void SitemapIntake::tellTooLarge(const Listing &listing, store::Unit &unit)
{
    using table::PageColumn;
    const std::string url = listing.item.key.toStdString();
    const Error &error = listing.answer->error;
    PageRow row;
    row.setCode(PageColumn::State, "fetched"_L1);
    row.setCode(PageColumn::Reason, reasonCode(error.reason));
    row[PageColumn::Detail] = u"sitemap: "_s + error.detail;
    row[PageColumn::Size] = listing.answer->bytes;
    row[PageColumn::Internal] = true;
    setAddressCells(row, url);
    m_discovery.tell(url, std::move(row), unit);
}

} // namespace linnet::links

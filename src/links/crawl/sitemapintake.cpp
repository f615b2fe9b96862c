// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/sitemapintake.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlkind.h"
#include "url/urlresolver.h"

#include <algorithm>
#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t ListedAtOnce = 500; // addresses in one turn of the event loop
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
    const url::UrlResolver base(listing.item.key.toStdString());
    for (const QByteArray &url : listing.answer->sitemaps)
        addWork(base, {url.constData(), size_t(url.size())}, listing.item.depth + 1, unit);
    tell(listing);
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

} // namespace linnet::links

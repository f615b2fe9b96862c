// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/sitemapintake.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlkind.h"
#include "url/urlresolver.h"

#include <algorithm>
#include <utility>

namespace linnet::links {

namespace {

constexpr size_t ListedAtOnce = 500; // addresses in one turn of the event loop
constexpr int MostSitemaps = 10'000;

} // namespace

void SitemapIntake::restore(const std::vector<QString> &known, qint64 open)
{
    for (const QString &url : known)
        m_known.insert(url.toUtf8());
    m_open = open;
}

void SitemapIntake::onRobots(const net::Origin &origin, const Robots *robots, store::Unit &unit)
{
    m_wanted.remove(origin);
    const QList<QByteArray> named = robots ? robots->sitemaps() : QList<QByteArray>();
    for (const QByteArray &url : named)
        addWork({url.constData(), size_t(url.size())}, unit);
    if (named.isEmpty())
        addWork(origin.toString().toStdString() + "/sitemap.xml", unit);
}

void SitemapIntake::addWork(std::string_view url, store::Unit &unit)
{
    const url::ResolvedUrl resolved = url::parseUrl(url);
    const QByteArray address = QByteArray::fromStdString(resolved.href);
    if (resolved.kind != url::UrlKind::Http || m_known.size() >= MostSitemaps || m_known.contains(address))
        return;
    m_known.insert(address);
    unit.newWork.push_back({QString::fromUtf8(address),
                            CrawlKind::sitemap().toString(),
                            hostOf(resolved.href).toString(),
                            {},
                            0,
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
    for (const QByteArray &url : listing.answer->sitemaps)
        addWork({url.constData(), size_t(url.size())}, unit);
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

} // namespace linnet::links

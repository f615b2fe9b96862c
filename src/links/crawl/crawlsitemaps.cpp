// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawljob.h"

#include "links/crawl/crawlkind.h"
#include "links/url/engineurl.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t ListedAtOnce = 500; // addresses in one turn of the event loop
constexpr int MostSitemaps = 10'000;

} // namespace

void CrawlJob::onRobots(const QString &origin)
{
    const bool wantsSitemaps = m_startOrigins.remove(origin);
    if (wantsSitemaps) {
        store::Unit found = unit();
        const std::shared_ptr<const Robots> robots = m_robots.of(origin);
        const QList<QByteArray> named = robots ? robots->sitemaps() : QList<QByteArray>();
        for (const QByteArray &url : named)
            addSitemap(url, found);
        if (named.isEmpty())
            addSitemap(origin.toUtf8() + "/sitemap.xml", found);
        send(std::move(found), nullptr);
    }
    pump();
}

void CrawlJob::addSitemap(const QByteArray &url, store::Unit &unit)
{
    const ResolvedUrl resolved = parseUrl({url.constData(), size_t(url.size())});
    const QByteArray address = QByteArray::fromStdString(resolved.href);
    if (resolved.kind != UrlKind::Http || m_sitemaps.size() >= MostSitemaps || m_sitemaps.contains(address))
        return;
    m_sitemaps.insert(address);
    unit.newWork.push_back({QString::fromUtf8(address),
                            CrawlKind::sitemap(),
                            QString::fromStdString(hostKey(resolved.href)),
                            {},
                            0,
                            0});
    ++m_openSitemaps;
}

void CrawlJob::onSitemap(const Answer &answer)
{
    const auto *content = std::any_cast<std::shared_ptr<SitemapAnswer>>(&answer.content);
    Q_ASSERT(content);
    m_listings.push_back({answer.item, *content, 0, answer.response.attempts});
    if (m_listings.size() == 1)
        listNext();
}

/// Takes in the addresses of the first sitemap that waits, some at a time; its end comes with the last ones.
void CrawlJob::listNext()
{
    if (m_listings.empty() || isStopping())
        return;
    Listing &listing = m_listings.front();
    store::Unit part = unit();
    const std::vector<Target> &targets = listing.answer->targets;
    const size_t end = std::min(targets.size(), listing.next + ListedAtOnce);
    for (; listing.next < end; ++listing.next)
        m_discovery->list(targets[listing.next], part);
    if (listing.next == targets.size()) {
        for (const QByteArray &url : listing.answer->sitemaps)
            addSitemap(url, part);
        // That there is no sitemap where one is usually found is no fault.
        const Error &error = listing.answer->error;
        const bool isGuess = error.status == 404 && listing.item.key.endsWith(u"/sitemap.xml");
        const bool isFailure = error.reason != Reason::None && !isGuess;
        part.ended.push_back({listing.item.id, isFailure ? store::WorkState::Failed : store::WorkState::Done,
                              listing.attempts, isFailure ? error : Error()});
        --m_openSitemaps;
        m_listings.erase(m_listings.begin());
    }
    send(std::move(part), nullptr);
    if (!m_listings.empty())
        QMetaObject::invokeMethod(this, &CrawlJob::listNext, Qt::QueuedConnection);
}

} // namespace linnet::links

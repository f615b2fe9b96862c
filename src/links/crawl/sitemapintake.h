// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/discovery.h"
#include "links/crawl/sitemapanswer.h"
#include "net/origin.h"
#include "store/workitem.h"

#include <QSet>

#include <deque>

namespace linnet::links {

/// The sitemaps of a crawl: which are to be asked, and the addresses of those that came, taken in some at a
/// time. In the network thread.
class SitemapIntake
{
public:
    explicit SitemapIntake(Discovery &discovery)
        : m_discovery(discovery)
    {
    }

    /// What a crawl knew when it was left.
    void restore(const std::vector<QString> &known, qint64 open);
    /// Looks for the sitemaps of these origins as soon as their robots.txt is there.
    void lookFor(QSet<net::Origin> origins) { m_wanted = std::move(origins); }
    bool isWaitingFor(const net::Origin &origin) const { return m_wanted.contains(origin); }

    /// The robots.txt of an origin has come: adds the work of asking the sitemaps that it names, or the usual
    /// one. robots: null when it cannot be read.
    void onRobots(const net::Origin &origin, const Robots *robots, store::Unit &unit);
    /// An answer whose addresses are to be taken in. True when takeNext() has to be called from now on.
    bool add(const store::WorkItem &item, std::shared_ptr<const SitemapAnswer> answer, int attempts);
    /// Takes in the next addresses; the end of a sitemap comes with its last ones. False when it was the last
    /// of all.
    bool takeNext(store::Unit &unit);
    /// A sitemap could not be had.
    void failed() { --m_open; }

    bool isTakingIn() const { return !m_listings.empty(); }
    /// Whether any is still to be asked or taken in.
    bool isOpen() const { return m_open > 0; }

private:
    void addWork(std::string_view url, store::Unit &unit);

    struct Listing
    {
        store::WorkItem item;
        std::shared_ptr<const SitemapAnswer> answer;
        int attempts = 1;
        size_t next = 0;
    };

    Discovery &m_discovery;
    QSet<net::Origin> m_wanted; ///< origins whose sitemaps were not looked for yet
    QSet<QByteArray> m_known;   ///< sitemaps that were met
    qint64 m_open = 0;          ///< sitemaps that are not taken in yet
    std::deque<Listing> m_listings;
};

} // namespace linnet::links

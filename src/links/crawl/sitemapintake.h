// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/discovery.h"
#include "links/crawl/sitemapanswer.h"
#include "net/origin.h"
#include "store/workitem.h"
#include "url/urlresolver.h"

#include <QSet>

#include <deque>
#include <span>
#include <utility>

namespace linnet::links {

/// The sitemaps of a crawl: which are to be asked, and the addresses of those that came, taken in some at a
/// time. In the network thread.
class SitemapIntake
{
public:
    /// maxPages: of the crawl, 0 = no limit. A crawl of few pages does not read many sitemaps.
    SitemapIntake(Discovery &discovery, qint64 maxPages);

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
    void failed(const QString &url, const Error &error, store::Unit &unit);

    bool isTakingIn() const { return !m_listings.empty(); }
    /// Whether any is still to be asked or taken in.
    bool isOpen() const { return m_open > 0; }

    /// What was left out since the crawl was begun or taken up: sitemaps beyond a limit, and entries that are
    /// no addresses.
    qint64 sitemapsLeftOut() const { return m_sitemapsLeftOut; }
    qint64 entriesLeftOut() const { return m_entriesLeftOut; }
    /// What people should know of the last sitemap; technical, empty = nothing.
    QString takeNote() { return std::exchange(m_note, {}); }

private:
    struct Listing
    {
        store::WorkItem item;
        std::shared_ptr<const SitemapAnswer> answer;
        int attempts = 1;
        size_t next = 0;
        size_t nextVersion = 0;
    };

    void addWork(const url::UrlResolver &base, std::string_view url, int depth, store::Unit &unit);
    void tell(const Listing &listing);
    void takeVersions(Listing &listing, store::Unit &unit);
    void takeVersionsOf(const SitemapAnswer &answer, std::span<const SitemapAnswer::Version> versions,
                        store::Unit &unit);
    void tellTooLarge(const std::string &url, const QString &limit, qint64 bytes, store::Unit &unit);

    Discovery &m_discovery;
    qint64 m_most;              ///< sitemaps
    QSet<net::Origin> m_wanted; ///< origins whose sitemaps were not looked for yet
    QSet<QByteArray> m_known;   ///< sitemaps that were met
    qint64 m_open = 0;          ///< sitemaps that are not taken in yet
    std::deque<Listing> m_listings;
    qint64 m_sitemapsLeftOut = 0;
    qint64 m_entriesLeftOut = 0;
    QString m_note;
};

} // namespace linnet::links

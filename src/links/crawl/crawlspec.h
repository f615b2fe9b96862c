// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "links/crawl/crawlscope.h"
#include "links/traps/urlpatterns.h"
#include "store/unit.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>

namespace linnet::links {

/// What a crawl is to do. Holds no secrets: logins, cookies and headers are named by their host and kept
/// elsewhere. A stored run has its list not here, but as its first addresses.
struct CrawlSpec
{
    QStringList start;               ///< absolute http and https addresses, each once; only of a new crawl
    QString first;                   ///< start address, for people
    QString list;                    ///< fingerprint: crawls of the same list belong together
    qint64 starts = 0;               ///< so many addresses of the run, from number 1, are start addresses
    int depth = 0;                   ///< clicks from the start; 0 = only the start addresses
    qint64 maxPages = 0;             ///< addresses asked, 0 = no limit
    std::chrono::seconds maxTime{0}; ///< 0 = no limit
    qint64 maxBytes = 0;             ///< received, 0 = no limit
    CrawlScope::Kind scope = CrawlScope::Kind::Host;
    QStringList include; ///< UrlPatterns
    QStringList exclude;
    bool ignoreRobots = false;   ///< "the site is mine"
    bool sitemap = false;        ///< addresses of sitemaps as well
    bool external = false;       ///< ask addresses outside the scope too, without reading them
    bool externalPlaces = false; ///< read these after all, but only which places (#) they have
    bool startForms = true; ///< ask the other forms of a start address, too: see CrawlScope::startForms()
    bool keepBodies = false;
    bool traps = true;        ///< leave out what looks endless
    bool cookieJar = false;   ///< keep cookies for the run; without it only along redirects
    QStringList loginOrigins; ///< net::Origin of what needs a login; the logins themselves are elsewhere
    QStringList secretHosts;  ///< net::hostKey of hosts that get headers from CrawlSecrets

    bool operator==(const CrawlSpec &) const = default;

    /// Reason::BadValue with the option's name and what is wrong with it.
    Result<void> validate() const;
    /// What a run begins with: makes the start addresses the run's first addresses, with the work of asking
    /// them and, when there are few and their links are followed, their other forms. What has the name of a
    /// sitemap is read as one, too. logins gets what these
    /// addresses hold, by origin, as values of Authorization. Takes long when there are many; any thread.
    store::Unit takeStart(QHash<QString, QByteArray> *logins = nullptr);
    /// Without `start`.
    QJsonObject toJson() const;
    static Result<CrawlSpec> fromJson(const QJsonObject &json);
    /// The list of a run that was stored by an earlier version, which kept it among the parameters.
    static QStringList oldStart(const QJsonObject &json);
};

} // namespace linnet::links

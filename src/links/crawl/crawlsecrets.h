// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/origin.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QPair>
#include <QSet>

#include <string_view>

namespace linnet::links {

/// The request headers of a crawl that are nobody else's business: logins, cookies, keys. They live in memory
/// only, and each goes to its own place. In the network thread.
class CrawlSecrets
{
public:
    using Headers = QList<QPair<QByteArray, QByteArray>>;

    /// Instead of a host: every address of the site, and the origins that the crawl starts at.
    static constexpr auto Site = QLatin1StringView("*");
    static constexpr auto Starts = QLatin1StringView("start");

    /// place: a net::HostKey or net::Origin as text, Site or Starts.
    void add(const QString &place, const QByteArray &name, const QByteArray &value);
    /// A login that an address has, as ResolvedUrl::login; nothing when the origin has one already.
    void addLogin(const net::Origin &origin, std::string_view login);
    void setStarts(const QSet<net::Origin> &origins) { m_starts = origins; }

    /// What a request to this origin carries; each header once, the one of the narrowest place.
    Headers headers(const net::Origin &origin, bool isOfSite) const;
    bool hasLogin(const net::Origin &origin) const;
    bool hasHost(const QString &hostKey) const { return m_headers.contains(hostKey); }
    /// Origins whose addresses had a login: without it their answers would be others.
    const QSet<net::Origin> &logins() const { return m_logins; }

private:
    QHash<QString, Headers> m_headers; ///< by place
    QSet<net::Origin> m_starts;
    QSet<net::Origin> m_logins;
};

} // namespace linnet::links

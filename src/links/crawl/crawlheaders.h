// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlcookies.h"
#include "links/crawl/crawlkind.h"
#include "links/crawl/crawlsecrets.h"
#include "net/headerfields.h"

#include <QStringList>

namespace linnet::links {

/// What a crawl sends with its requests besides what every request has: what it accepts, the user's own
/// headers and logins, and cookies. In memory only.
class CrawlHeaders
{
public:
    explicit CrawlHeaders(CrawlSecrets own)
        : secrets(std::move(own))
    {
    }

    CrawlSecrets secrets;
    CrawlCookies cookies;

    /// For the address of a number; `href` is its text, `url` what is asked. Of two of a name the engine
    /// sends the later one.
    net::HeaderFields of(CrawlKind kind, const std::string &href, quint32 address, const QUrl &url,
                         bool isInternal) const;
    /// For robots.txt and what else is plain text.
    net::HeaderFields ofText(const QUrl &url, bool isInternal) const;
    /// The first of these origins, as Origin::toString() gives them, whose login is not there; without it
    /// what is left would be read by somebody else. Empty when all are there.
    net::Origin missingLogin(const QStringList &origins) const;
};

} // namespace linnet::links

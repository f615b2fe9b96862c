// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlanswer.h"
#include "links/sitemap/sitemapreader.h"

namespace linnet::links {

/// What a sitemap means for the crawl, read in the pool.
struct SitemapAnswer
{
    Error error;                      ///< why it could not be read, or not to its end
    std::vector<Target> targets;      ///< pages that it names
    std::vector<QByteArray> sitemaps; ///< further ones
    qsizetype relative = 0;           ///< entries without a host, which the protocol does not allow
    qsizetype skipped = 0;            ///< entries that are no address of the web
};

/// Pure, any thread.
SitemapAnswer readSitemap(const net::Response &response, const CrawlRules &rules);

} // namespace linnet::links

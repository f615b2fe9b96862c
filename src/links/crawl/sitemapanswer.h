// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/crawlanswer.h"
#include "links/page/pagereader.h"
#include "links/sitemap/sitemapreader.h"

namespace linnet::links {

/// What a sitemap means for the crawl, read in the pool.
struct SitemapAnswer
{
    Error error;                      ///< why it could not be read, or not to its end
    std::vector<Target> targets;      ///< pages that it names
    std::vector<QByteArray> sitemaps; ///< further ones
    struct Version
    {
        size_t page = 0; ///< index into targets
        int target =
            -1; ///< the same of the version, or behind them into `others`; -1 = it is none of the web
        Alternate alternate; ///< without its line and address
    };
    std::vector<Version> versions; ///< in other languages, in the order of pages
    std::vector<Target> others;    ///< versions that the sitemap does not list
    /// Null when the version is none of the web.
    const Target *targetOf(const Version &version) const;
    qsizetype relative = 0; ///< entries without a host, which the protocol does not allow
    qsizetype skipped = 0;  ///< entries that are no address of the web
    qint64 bytes = 0;       ///< as it came
};

/// Pure, any thread.
SitemapAnswer readSitemap(const net::Response &response, const CrawlRules &rules);

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// Addresses of a crawl, one row each, when it is known what became of them: read, failed, or not asked and
/// why. The twenty-one contract columns first, then Linnet's own. What still waits has no row yet.
const Schema &pageSchema();

/// Positions in pageSchema().columns, for the code that makes rows.
enum class PageColumn : int
{
    Url,
    FinalUrl, ///< the end of the chain of redirects
    Status,
    Reason, ///< reasonCode() of what went wrong, http_status included; "" when nothing did
    Type,   ///< lower case, without parameters: text/html
    Size,   ///< bytes of the body, decompressed
    Seconds,
    Depth,
    Title,
    MetaDescription,
    H1,
    H2,
    Canonical,
    Robots,
    Indexable, ///< a page with status 200, without noindex, canonical to itself or to nothing; null for what
               ///< is no page
    Inlinks,   ///< rows of linkSchema() that lead here
    Outlinks,  ///< rows of linkSchema() that start here
    Words,
    Charset,
    Lang,
    Hash,  ///< of the body, hexadecimal
    State, ///< code: fetched (2xx), redirect (3xx with a target), failed (another status or no answer),
           ///< skipped
    WhyNotFetched, ///< code: out_of_scope, robots, depth, page_limit, time_limit, size_limit, pattern, trap,
                   ///< scheme, nofollow, reference (only a form or a hint names it), bad_url; only when
                   ///< skipped
    Detail,        ///< technical, English: the pattern, the kind of trap, the message of the system; of a
                   ///< page that was read, that its bytes do not fit its encoding
    RobotsLine,    ///< "12: Disallow: /private/"
    Verdict,       ///< code: broken, refused, rate_limited; null when it was answered well or not asked
    RedirectTo,    ///< the next hop only
    FoundOn,       ///< null for start addresses and sitemaps
    Internal,      ///< within the scope of the crawl
    InSitemap,     ///< listed in a sitemap
    Orphan,        ///< listed in a sitemap and no other page links to it
    ScriptBuilt,
    Certificate,     ///< what is wrong with the server's certificate
    SameTitle,       ///< other rows with the same title
    SameDescription, ///< other rows with the same meta_description
    SameContent,     ///< other rows with the same hash
    FetchedAt,
    Count,
};

} // namespace linnet::table

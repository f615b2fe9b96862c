// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/codes.h"
#include "table/columnlist.h"
#include "table/markcolumns.h"
#include "table/overtimecolumns.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// The columns of pageSchema(), in the order of files.
inline constexpr std::array PageColumns{
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Address"),
     .width = 300, .shown = true, .storage = Storage::Address, .rank = 1},
    Column{.key = "final_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Leads to"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Where the redirects end; the address itself when there are none"),
     .width = 220, .shown = false, .storage = Storage::Derived, .rank = 9},
    Column{.key = "status"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Status"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The HTTP status; empty when there was no answer"),
     .width = 70, .shown = true, .rank = 2, .facet = 2},
    Column{.key = "reason"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Problem"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why there is no page"),
     .width = 130, .shown = true, .rank = 13, .facet = 4, .codes = ReasonCodes},
    Column{.key = "type"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Type"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Media type without parameters"),
     .width = 110, .shown = true, .facet = 6},
    Column{.key = "size"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Size"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Bytes of the body after decompression"),
     .width = 80, .shown = true},
    Column{.key = "seconds"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Seconds"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "From sending the request to the last byte"),
     .width = 80, .shown = true},
    Column{.key = "depth"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Depth"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Clicks from the start addresses"),
     .width = 70, .shown = true, .rank = 12, .facet = 7},
    Column{.key = "title"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Title"),
     .width = 220, .shown = true, .rank = 4},
    Column{.key = "meta_description"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Description"),
     .width = 220, .shown = false, .rank = 5},
    Column{.key = "h1"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "First heading"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Text of the first h1"),
     .width = 180, .shown = false},
    Column{.key = "h2"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Second heading"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Text of the first h2"),
     .width = 180, .shown = false},
    Column{.key = "canonical"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Canonical"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The address the page says it has"),
     .width = 180, .shown = false, .storage = Storage::Address},
    Column{.key = "robots"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Robots"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What meta robots and X-Robots-Tag say"),
     .width = 110, .shown = false},
    Column{.key = "indexable"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Indexable"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Search engines may list it: a page that was read, not marked noindex, not canonical elsewhere"),
     .width = 90, .shown = false, .facet = 8},
    Column{.key = "inlinks"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Links in"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How many links of this crawl lead here"),
     .width = 80, .shown = true, .storage = Storage::Derived, .rank = 10},
    Column{.key = "outlinks"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Links out"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How many links the page has"),
     .width = 80, .shown = true, .rank = 11},
    Column{.key = "words"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Words"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Words of readable text"),
     .width = 80, .shown = false},
    Column{.key = "charset"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Encoding"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The encoding the page was read in"),
     .width = 90, .shown = false, .facet = 11},
    Column{.key = "lang"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Language"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "As the page says"),
     .width = 80, .shown = false, .facet = 10},
    Column{.key = "hash"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Fingerprint"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Equal for equal bodies"),
     .width = 120, .shown = false},
    Column{.key = "state"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "State"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Whether the address was asked, and how that ended"),
     .width = 120, .shown = true, .rank = 3, .facet = 1, .codes = PageStates},
    Column{.key = "why_not_fetched"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Why not asked"),
     .width = 140, .shown = false, .rank = 6, .facet = 5, .codes = SkipReasons},
    Column{.key = "detail"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Details"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What exactly held it back or went wrong"),
     .width = 180, .shown = false},
    Column{.key = "robots_line"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Line of robots.txt"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The line that forbids it, with its number"),
     .width = 160, .shown = false, .rank = 7},
    Column{.key = "verdict"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Verdict"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Broken, refused by the defences of the server, or too many requests"),
     .width = 130, .shown = false, .rank = 14, .facet = 3, .codes = PageVerdicts},
    Column{.key = "redirect_to"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Next hop"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Where the answer sends to"),
     .width = 180, .shown = false, .storage = Storage::Address, .rank = 8},
    Column{.key = "found_on"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Found on"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The page that named it first"),
     .width = 180, .shown = false, .storage = Storage::Address},
    Column{.key = "internal"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Own site"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Within the scope of the crawl"),
     .width = 90, .shown = false, .facet = 9},
    Column{.key = "in_sitemap"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "In sitemap"),
     .width = 90, .shown = false, .storage = Storage::Derived},
    Column{.key = "orphan"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Orphan"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "In the sitemap, but no page links to it"),
     .width = 80, .shown = false, .storage = Storage::Derived},
    Column{.key = "script_built"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Built by script"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Hardly any text, but scripts: the page shows more in a browser than Linnet sees"),
     .width = 110, .shown = false},
    Column{.key = "certificate"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Certificate problem"),
     .width = 140, .shown = false},
    Column{.key = "same_title"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Same title"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How many other pages have the same title"),
     .width = 90, .shown = false, .storage = Storage::Derived},
    Column{.key = "same_description"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Same description"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How many other pages have the same description"),
     .width = 110, .shown = false, .storage = Storage::Derived},
    Column{.key = "same_content"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Same content"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How many other addresses have exactly the same body"),
     .width = 100, .shown = false, .storage = Storage::Derived},
    Column{.key = "fetched_at"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Read at"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "When Linnet read it, UTC"),
     .width = 150, .shown = false},
    withFacet(RowChangeColumn, 14), withFacet(StarredColumn, 12), withFacet(TagsColumn, 13), NoteColumn,
};
// clang-format on
static_assert(isSound(PageColumns));

/// Positions in pageSchema().columns, for the code that makes and reads rows.
enum class PageColumn : int
{
    Url = at<PageColumns>("url"),
    FinalUrl = at<PageColumns>("final_url"), ///< the end of the chain of redirects
    Status = at<PageColumns>("status"),
    Reason = at<PageColumns>(
        "reason"), ///< reasonCode() of what went wrong, http_status included; "" when nothing did
    Type = at<PageColumns>("type"), ///< lower case, without parameters: text/html
    Size = at<PageColumns>("size"), ///< bytes of the body, decompressed
    Seconds = at<PageColumns>("seconds"),
    Depth = at<PageColumns>("depth"),
    Title = at<PageColumns>("title"),
    MetaDescription = at<PageColumns>("meta_description"),
    H1 = at<PageColumns>("h1"),
    H2 = at<PageColumns>("h2"),
    Canonical = at<PageColumns>("canonical"),
    Robots = at<PageColumns>("robots"),
    Indexable = at<PageColumns>("indexable"), ///< a page with status 200, without noindex, canonical to
                                              ///< itself or to nothing; null for what is no page
    Inlinks = at<PageColumns>("inlinks"),     ///< rows of linkSchema() that lead here
    Outlinks = at<PageColumns>("outlinks"),   ///< rows of linkSchema() that start here
    Words = at<PageColumns>("words"),
    Charset = at<PageColumns>("charset"),
    Lang = at<PageColumns>("lang"),
    Hash = at<PageColumns>("hash"),   ///< of the body, hexadecimal
    State = at<PageColumns>("state"), ///< code: fetched (2xx), redirect (3xx with a target), failed (another
                                      ///< status or no answer), skipped
    WhyNotFetched =
        at<PageColumns>("why_not_fetched"), ///< code: out_of_scope, robots, depth, page_limit, time_limit,
                                            ///< size_limit, pattern, trap, scheme, nofollow, reference (only
                                            ///< a form or a hint names it), bad_url; only when skipped
    Detail = at<PageColumns>(
        "detail"), ///< technical, English: the pattern, the kind of trap, the message of the system; of a
                   ///< page that was read, that its bytes do not fit its encoding
    RobotsLine = at<PageColumns>("robots_line"), ///< "12: Disallow: /private/"
    Verdict = at<PageColumns>(
        "verdict"), ///< code: broken, refused, rate_limited; null when it was answered well or not asked
    RedirectTo = at<PageColumns>("redirect_to"), ///< the next hop only
    FoundOn = at<PageColumns>("found_on"),       ///< null for start addresses and sitemaps
    Internal = at<PageColumns>("internal"),      ///< within the scope of the crawl
    InSitemap = at<PageColumns>("in_sitemap"),   ///< listed in a sitemap
    Orphan = at<PageColumns>("orphan"),          ///< listed in a sitemap and no other page links to it
    ScriptBuilt = at<PageColumns>("script_built"),
    Certificate = at<PageColumns>("certificate"),          ///< what is wrong with the server's certificate
    SameTitle = at<PageColumns>("same_title"),             ///< other rows with the same title
    SameDescription = at<PageColumns>("same_description"), ///< other rows with the same meta_description
    SameContent = at<PageColumns>("same_content"),         ///< other rows with the same hash
    FetchedAt = at<PageColumns>("fetched_at"),
    Count = int(PageColumns.size()),
};

/// Addresses of a crawl, one row each, when it is known what became of them: read, failed, or not asked and
/// why. The twenty-one contract columns first, then Linnet's own. What still waits has no row yet.
const Schema &pageSchema();

} // namespace linnet::table

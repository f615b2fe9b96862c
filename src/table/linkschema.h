// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/codes.h"
#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// The columns of linkSchema(), in the order of files.
inline constexpr std::array LinkColumns{
    Column{.key = "source_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Page"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The page that holds the link"),
     .width = 300, .shown = true, .storage = Storage::Address, .rank = 1},
    Column{.key = "parsed_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Leads to"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The address the link names"),
     .width = 300, .shown = true, .storage = Storage::Address, .rank = 3},
    Column{.key = "element"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Element"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The kind of tag"),
     .width = 80, .shown = true, .rank = 7, .facet = 3},
    Column{.key = "anchor"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Text"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Text of the link, or the alternative text of the picture"),
     .width = 200, .shown = true, .rank = 2},
    Column{.key = "rel"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Relation"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The rel attribute"),
     .width = 100, .shown = false, .facet = 6},
    Column{.key = "fragment"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Fragment"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The place within the page, after #"),
     .width = 110, .shown = false, .rank = 4},
    Column{.key = "target_status"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Status"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The HTTP status of the address the link names"),
     .width = 70, .shown = true, .storage = Storage::Derived, .rank = 5, .facet = 1},
    Column{.key = "line"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Line"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Line of the source text, from 1"),
     .width = 70, .shown = false},
    Column{.key = "nofollow"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Nofollow"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The link or its page says nofollow"),
     .width = 80, .shown = false, .facet = 5},
    Column{.key = "internal"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Own site"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Leads to an address within the scope of the crawl"),
     .width = 90, .shown = false, .facet = 4},
    Column{.key = "target_state"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "State"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Whether the address was asked, and how that ended"),
     .width = 120, .shown = false, .storage = Storage::Derived, .codes = PageStates},
    Column{.key = "target_verdict"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Verdict"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Broken, refused by the defences of the server, or too many requests; of a redirect, how it ends"),
     .width = 130, .shown = true, .storage = Storage::Derived, .rank = 6, .facet = 2, .codes = PageVerdicts},
    Column{.key = "target_why"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Why not asked"),
     .width = 140, .shown = false, .storage = Storage::Derived, .codes = SkipReasons},
    Column{.key = "target_reason"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Problem"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why there is no page, at the end of the redirects if there are any"),
     .width = 130, .shown = false, .storage = Storage::Derived, .codes = ReasonCodes},
    Column{.key = "target_final_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Ends at"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Where the redirects of the address end"),
     .width = 220, .shown = false, .storage = Storage::Derived},
    Column{.key = "fragment_found"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Place exists"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The page named has a place of that name"),
     .width = 100, .shown = false, .storage = Storage::Derived},
    Column{.key = "area"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Part of the page"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Where on the page it stands: navigation, header, main part, aside, footer; empty elsewhere"),
     .width = 110, .shown = false, .facet = 7, .codes = PageAreas},
    Column{.key = "target_failed_once"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Failed once so far"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "No answer or an error of the server, seen once or for less than ten minutes: ask again before you call it broken"),
     .width = 110, .shown = false, .storage = Storage::Derived},
};
// clang-format on
static_assert(isSound(LinkColumns));

/// Positions in linkSchema().columns, for the code that makes and reads rows.
enum class LinkColumn : int
{
    SourceUrl = at<LinkColumns>("source_url"),
    ParsedUrl = at<LinkColumns>("parsed_url"), ///< without fragment
    Element = at<LinkColumns>("element"), ///< tag name in lower case: a, area, link, img, script, iframe,
                                          ///< frame, form, source, video, audio, meta-refresh,
                                          ///< object, embed, track, input, image, use, style, meta
    Anchor = at<LinkColumns>("anchor"),
    Rel = at<LinkColumns>("rel"),
    Fragment = at<LinkColumns>("fragment"), ///< without #; null when there is none
    TargetStatus = at<LinkColumns>("target_status"),
    Line = at<LinkColumns>("line"),                ///< from 1
    Nofollow = at<LinkColumns>("nofollow"),        ///< by rel, meta robots or X-Robots-Tag
    Internal = at<LinkColumns>("internal"),        ///< the target is within the scope of the crawl
    TargetState = at<LinkColumns>("target_state"), ///< state of the target's row in pageSchema()
    TargetVerdict = at<LinkColumns>("target_verdict"),
    TargetWhy = at<LinkColumns>("target_why"),            ///< why_not_fetched of the target
    TargetReason = at<LinkColumns>("target_reason"),      ///< reason of the target
    TargetFinalUrl = at<LinkColumns>("target_final_url"), ///< final_url of the target
    FragmentFound =
        at<LinkColumns>("fragment_found"), ///< null without fragment, or when the target was not read
    Area = at<LinkColumns>("area"),        ///< code: the innermost of nav, header, main, aside, footer
    TargetFailedOnce = at<LinkColumns>("target_failed_once"), ///< failed_once at the end of the redirects
    Count = int(LinkColumns.size()),
};

/// The links of the pages of a crawl, one row for each place that names an address: the eight contract
/// columns first, then Linnet's own.
inline const Schema &linkSchema()
{
    static constexpr Schema schema{"links"_L1, "link"_L1, LinkColumns, Identity::None};
    return schema;
}

} // namespace linnet::table

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/codes.h"
#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// The columns of hreflangSchema(), in the order of files.
inline constexpr std::array HreflangColumns{
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Page"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The page that has a version in another language"),
     .width = 300, .storage = Storage::Address, .rank = 1},
    Column{.key = "language"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Language"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Language and region of the version, as written"),
     .width = 90, .rank = 2, .facet = 1},
    Column{.key = "target_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Version"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The address of the page in that language"),
     .width = 300, .storage = Storage::Address, .rank = 3},
    Column{.key = "written"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "As written"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The address as it is written, when that is no whole address of the web"),
     .width = 160, .rank = 9},
    Column{.key = "source"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Said in"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Whether the page, a header or a sitemap says so"),
     .width = 90, .rank = 8, .facet = 2, .codes = HreflangSources},
    Column{.key = "line"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Line"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Line of the source text, from 1; empty for headers and sitemaps"),
     .width = 70, .shown = false},
    Column{.key = "language_fault"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Fault of the language"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why the code is none: language[-script][-region] or x-default is expected"),
     .width = 130, .rank = 4, .facet = 3, .codes = LanguageFaults},
    Column{.key = "language_twice"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Language twice"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The same list names another address for this language"),
     .width = 90, .shown = false},
    Column{.key = "indexable"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Page indexable"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Search engines may list the page that says it"),
     .width = 90, .shown = false, .storage = Storage::Derived},
    Column{.key = "target_status"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Status"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The HTTP status of the version"),
     .width = 70, .storage = Storage::Derived, .rank = 5},
    Column{.key = "target_state"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "State"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Whether the address was asked, and how that ended"),
     .width = 120, .shown = false, .storage = Storage::Derived, .codes = PageStates},
    Column{.key = "target_verdict"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Verdict"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "What is wrong with the version"),
     .width = 130, .shown = false, .storage = Storage::Derived, .codes = PageVerdicts},
    Column{.key = "target_why_not"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Why not indexable"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Why search engines may not list the version, as far as it was asked"),
     .width = 140, .storage = Storage::Derived, .rank = 6, .codes = NotIndexableReasons},
    Column{.key = "returned"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Names the page back"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The version names this page among its own; empty when it was not read or is not indexable"),
     .width = 110, .storage = Storage::Derived, .rank = 7},
};
// clang-format on
static_assert(isSound(HreflangColumns));

/// Positions in hreflangSchema().columns, for the code that makes and reads rows.
enum class HreflangColumn : int
{
    Url = at<HreflangColumns>("url"),
    Language = at<HreflangColumns>("language"),
    TargetUrl = at<HreflangColumns>("target_url"), ///< null when it is no address of the web
    Written = at<HreflangColumns>("written"),      ///< null when it is http(s) with a host
    Source = at<HreflangColumns>("source"),        ///< code: html, header, sitemap
    Line = at<HreflangColumns>("line"),
    LanguageFault = at<HreflangColumns>("language_fault"), ///< code: form, language, script, region
    LanguageTwice =
        at<HreflangColumns>("language_twice"),           ///< within the page and its headers, or one sitemap
    Indexable = at<HreflangColumns>("indexable"),        ///< of the page's row in pageSchema()
    TargetStatus = at<HreflangColumns>("target_status"), ///< of the target's row, as those that follow
    TargetState = at<HreflangColumns>("target_state"),
    TargetVerdict = at<HreflangColumns>("target_verdict"),
    TargetWhyNot = at<HreflangColumns>("target_why_not"),
    Returned = at<HreflangColumns>("returned"), ///< null for the page itself, and when the target was not
                                                ///< read or is not indexable
    Count = int(HreflangColumns.size()),
};

/// Which addresses pages of a crawl name as their versions in other languages (hreflang), one row each.
inline const Schema &hreflangSchema()
{
    static constexpr Schema schema{"hreflang"_L1, "hreflang"_L1, HreflangColumns};
    return schema;
}

} // namespace linnet::table

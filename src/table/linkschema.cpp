// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/linkschema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
constexpr std::array Columns{
    Column{"source_url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Page"), QT_TRANSLATE_NOOP("linnet::table", "The page that holds the link"), 300, true, Storage::Address},
    Column{"parsed_url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Leads to"), QT_TRANSLATE_NOOP("linnet::table", "The address the link names"), 300, true, Storage::Address},
    Column{"element"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Element"), QT_TRANSLATE_NOOP("linnet::table", "The kind of tag"), 80, true},
    Column{"anchor"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Text"), QT_TRANSLATE_NOOP("linnet::table", "Text of the link, or the alternative text of the picture"), 200, true},
    Column{"rel"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Relation"), QT_TRANSLATE_NOOP("linnet::table", "The rel attribute"), 100, false},
    Column{"fragment"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Fragment"), QT_TRANSLATE_NOOP("linnet::table", "The place within the page, after #"), 110, false},
    Column{"target_status"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Status"), QT_TRANSLATE_NOOP("linnet::table", "The HTTP status of the address the link names"), 70, true, Storage::Derived},
    Column{"line"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Line"), QT_TRANSLATE_NOOP("linnet::table", "Line of the source text, from 1"), 70, false},
    Column{"nofollow"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Nofollow"), QT_TRANSLATE_NOOP("linnet::table", "The link or its page says nofollow"), 80, false},
    Column{"internal"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Own site"), QT_TRANSLATE_NOOP("linnet::table", "Leads to an address within the scope of the crawl"), 90, false},
    Column{"target_state"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "State"), QT_TRANSLATE_NOOP("linnet::table", "Whether the address was asked, and how that ended"), 120, false, Storage::Derived},
    Column{"target_verdict"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Verdict"), QT_TRANSLATE_NOOP("linnet::table", "Broken, refused by the defences of the server, or too many requests; of a redirect, how it ends"), 130, true, Storage::Derived},
    Column{"target_why"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Why not asked"), nullptr, 140, false, Storage::Derived},
    Column{"target_reason"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Problem"), QT_TRANSLATE_NOOP("linnet::table", "Why there is no page, at the end of the redirects if there are any"), 130, false, Storage::Derived},
    Column{"target_final_url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Ends at"), QT_TRANSLATE_NOOP("linnet::table", "Where the redirects of the address end"), 220, false, Storage::Derived},
    Column{"fragment_found"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Place exists"), QT_TRANSLATE_NOOP("linnet::table", "The page named has a place of that name"), 100, false, Storage::Derived},
};
// clang-format on

static_assert(Columns.size() == size_t(std::to_underlying(LinkColumn::Count)));

} // namespace

const Schema &linkSchema()
{
    static constexpr Schema schema{"links"_L1, "link"_L1, Columns, Identity::None};
    return schema;
}

} // namespace linnet::table

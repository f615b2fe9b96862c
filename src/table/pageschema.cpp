// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/pageschema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
constexpr std::array Columns{
    Column{"url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Address"), nullptr, 300, true, Storage::Address},
    Column{"final_url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Leads to"), QT_TRANSLATE_NOOP("linnet::table", "Where the redirects end; the address itself when there are none"), 220, false, Storage::Derived},
    Column{"status"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Status"), QT_TRANSLATE_NOOP("linnet::table", "The HTTP status; empty when there was no answer"), 70, true},
    Column{"reason"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Problem"), QT_TRANSLATE_NOOP("linnet::table", "Why there is no page"), 130, true},
    Column{"type"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Type"), QT_TRANSLATE_NOOP("linnet::table", "Media type without parameters"), 110, true},
    Column{"size"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Size"), QT_TRANSLATE_NOOP("linnet::table", "Bytes of the body after decompression"), 80, true},
    Column{"seconds"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Seconds"), QT_TRANSLATE_NOOP("linnet::table", "From sending the request to the last byte"), 80, true},
    Column{"depth"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Depth"), QT_TRANSLATE_NOOP("linnet::table", "Clicks from the start addresses"), 70, true},
    Column{"title"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Title"), nullptr, 220, true},
    Column{"meta_description"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Description"), nullptr, 220, false},
    Column{"h1"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "First heading"), QT_TRANSLATE_NOOP("linnet::table", "Text of the first h1"), 180, false},
    Column{"h2"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Second heading"), QT_TRANSLATE_NOOP("linnet::table", "Text of the first h2"), 180, false},
    Column{"canonical"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Canonical"), QT_TRANSLATE_NOOP("linnet::table", "The address the page says it has"), 180, false, Storage::Address},
    Column{"robots"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Robots"), QT_TRANSLATE_NOOP("linnet::table", "What meta robots and X-Robots-Tag say"), 110, false},
    Column{"indexable"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Indexable"), QT_TRANSLATE_NOOP("linnet::table", "Search engines may list it: a page that was read, not marked noindex, not canonical elsewhere"), 90, false},
    Column{"inlinks"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Links in"), QT_TRANSLATE_NOOP("linnet::table", "How many links of this crawl lead here"), 80, true, Storage::Derived},
    Column{"outlinks"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Links out"), QT_TRANSLATE_NOOP("linnet::table", "How many links the page has"), 80, true},
    Column{"words"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Words"), QT_TRANSLATE_NOOP("linnet::table", "Words of readable text"), 80, false},
    Column{"charset"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Encoding"), QT_TRANSLATE_NOOP("linnet::table", "The encoding the page was read in"), 90, false},
    Column{"lang"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Language"), QT_TRANSLATE_NOOP("linnet::table", "As the page says"), 80, false},
    Column{"hash"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Fingerprint"), QT_TRANSLATE_NOOP("linnet::table", "Equal for equal bodies"), 120, false},
    Column{"state"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "State"), QT_TRANSLATE_NOOP("linnet::table", "Whether the address was asked, and how that ended"), 120, true},
    Column{"why_not_fetched"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Why not asked"), nullptr, 140, false},
    Column{"detail"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Details"), QT_TRANSLATE_NOOP("linnet::table", "What exactly held it back or went wrong"), 180, false},
    Column{"robots_line"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Line of robots.txt"), QT_TRANSLATE_NOOP("linnet::table", "The line that forbids it, with its number"), 160, false},
    Column{"verdict"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Verdict"), QT_TRANSLATE_NOOP("linnet::table", "Broken, refused by the defences of the server, or too many requests"), 130, false},
    Column{"redirect_to"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Next hop"), QT_TRANSLATE_NOOP("linnet::table", "Where the answer sends to"), 180, false, Storage::Address},
    Column{"found_on"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Found on"), QT_TRANSLATE_NOOP("linnet::table", "The page that named it first"), 180, false, Storage::Address},
    Column{"internal"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Own site"), QT_TRANSLATE_NOOP("linnet::table", "Within the scope of the crawl"), 90, false},
    Column{"in_sitemap"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "In sitemap"), nullptr, 90, false, Storage::Derived},
    Column{"orphan"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Orphan"), QT_TRANSLATE_NOOP("linnet::table", "In the sitemap, but no page links to it"), 80, false, Storage::Derived},
    Column{"script_built"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Built by script"), QT_TRANSLATE_NOOP("linnet::table", "Hardly any text, but scripts: the page shows more in a browser than Linnet sees"), 110, false},
    Column{"certificate"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Certificate problem"), nullptr, 140, false},
    Column{"same_title"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Same title"), QT_TRANSLATE_NOOP("linnet::table", "How many other pages have the same title"), 90, false, Storage::Derived},
    Column{"same_description"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Same description"), QT_TRANSLATE_NOOP("linnet::table", "How many other pages have the same description"), 110, false, Storage::Derived},
    Column{"same_content"_L1, ColumnType::Integer, QT_TRANSLATE_NOOP("linnet::table", "Same content"), QT_TRANSLATE_NOOP("linnet::table", "How many other addresses have exactly the same body"), 100, false, Storage::Derived},
    Column{"fetched_at"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Read at"), QT_TRANSLATE_NOOP("linnet::table", "When Linnet read it, UTC"), 150, false},
};
// clang-format on

static_assert(Columns.size() == size_t(std::to_underlying(PageColumn::Count)));

} // namespace

const Schema &pageSchema()
{
    static constexpr Schema schema{"pages"_L1, "page"_L1, Columns, Identity::FirstColumn};
    return schema;
}

} // namespace linnet::table

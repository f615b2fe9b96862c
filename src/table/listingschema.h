// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// What became of a listing of a search.
inline constexpr std::array ListingStates{
    Code{"waiting"_L1, QT_TRANSLATE_NOOP("linnet::table", "not read to its end")},
    Code{"complete"_L1, QT_TRANSLATE_NOOP("linnet::table", "complete")},
    Code{"fewer"_L1, QT_TRANSLATE_NOOP("linnet::table", "fewer came than were told")},
    Code{"limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "more than was asked for")},
    Code{"too_many"_L1, QT_TRANSLATE_NOOP("linnet::table", "more than the source gives")},
    Code{"failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "could not be read")},
    Code{"counted"_L1, QT_TRANSLATE_NOOP("linnet::table", "only counted")},
    Code{"parts"_L1, QT_TRANSLATE_NOOP("linnet::table", "read in parts")},
    Code{"ignored"_L1, QT_TRANSLATE_NOOP("linnet::table", "no part: the source ignores the filter")},
};

/// The columns of listingSchema(), in the order of files.
inline constexpr std::array ListingColumns{
    Column{.key = "source"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Source"),
     .width = 110, .shown = true, .rank = 1, .facet = 2},
    Column{.key = "query"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Search"),
     .width = 200, .shown = true, .rank = 2, .facet = 3},
    Column{.key = "found"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Found"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads that the source says it has"),
     .width = 90, .shown = true, .rank = 5},
    Column{.key = "reachable"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Reachable"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads that can be read, its parts and your own limit included"),
     .width = 90, .shown = true, .rank = 7},
    Column{.key = "requests"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Requests"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "About so many, as it was told when the search began"),
     .width = 90, .shown = false},
    Column{.key = "seconds"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Seconds"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "About so many at the pace of the search"),
     .width = 90, .shown = false},
    Column{.key = "read"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Read"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads on the pages that were read, with repeats and what was left out"),
     .width = 90, .shown = true, .rank = 6},
    Column{.key = "state"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "State"),
     .width = 210, .shown = true, .rank = 8, .facet = 1, .codes = ListingStates},
    Column{.key = "from"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Since"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Beginning of the time to which the part is limited"),
     .width = 150, .shown = true, .rank = 3},
    Column{.key = "to"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Until"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "End of the time to which the part is limited"),
     .width = 150, .shown = true, .rank = 4},
    Column{.key = "regions"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Regions"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The source's numbers"),
     .width = 120, .shown = false},
    Column{.key = "roles"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Roles"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The source's numbers"),
     .width = 120, .shown = false},
    Column{.key = "experience"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Experience"),
     .width = 120, .shown = false},
    Column{.key = "number"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "No."),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Place of the search in your list of searches"),
     .width = 60, .shown = false},
};
// clang-format on
static_assert(isSound(ListingColumns));

/// Positions in listingSchema().columns.
enum class ListingColumn : int
{
    Source = at<ListingColumns>("source"),
    Query = at<ListingColumns>("query"),
    Found = at<ListingColumns>("found"),
    Reachable = at<ListingColumns>("reachable"),
    Requests = at<ListingColumns>("requests"),
    Seconds = at<ListingColumns>("seconds"),
    Read = at<ListingColumns>("read"),
    State = at<ListingColumns>("state"),
    From = at<ListingColumns>("from"),
    To = at<ListingColumns>("to"),
    Regions = at<ListingColumns>("regions"),
    Roles = at<ListingColumns>("roles"),
    Experience = at<ListingColumns>("experience"),
    Number = at<ListingColumns>("number"),
};

/// The listings that a search read and the parts into which it cut them, whatever became of them: the answer
/// to "is it complete?", and what is counted before a search.
const Schema &listingSchema();

} // namespace linnet::table

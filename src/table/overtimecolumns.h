// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// What became of a row from one run to another.
inline constexpr std::array ChangeCodes{
    Code{"new"_L1, QT_TRANSLATE_NOOP("linnet::table", "new")},
    Code{"changed"_L1, QT_TRANSLATE_NOOP("linnet::table", "changed")},
    Code{"broken"_L1, QT_TRANSLATE_NOOP("linnet::table", "newly broken")},
    Code{"mended"_L1, QT_TRANSLATE_NOOP("linnet::table", "mended")},
    Code{"reposted"_L1, QT_TRANSLATE_NOOP("linnet::table", "posted again")},
    Code{"doubled"_L1, QT_TRANSLATE_NOOP("linnet::table", "posted twice")},
    Code{"reopened"_L1, QT_TRANSLATE_NOOP("linnet::table", "open again")},
    Code{"gone"_L1, QT_TRANSLATE_NOOP("linnet::table", "gone")},
    Code{"not_seen"_L1, QT_TRANSLATE_NOOP("linnet::table", "not seen")},
    Code{"out_of_window"_L1, QT_TRANSLATE_NOOP("linnet::table", "outside what was asked")},
};

/// What a comparison with earlier runs says of a row, before what people say in each schema that has it. Rows
/// that are read through a store::ChangeFile have it.
inline constexpr Column RowChangeColumn{
    .key = "change"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Since last time"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "What happened since the run that this one was compared with; empty: it is as it was"),
    .width = 104, .shown = true, .storage = Storage::OverTime, .rank = -1, .codes = ChangeCodes};
inline constexpr Column FirstSeenColumn{
    .key = "first_seen"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "First seen"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "When the first run of this search that has the ad began, UTC"),
    .width = 150, .shown = false, .storage = Storage::OverTime};
inline constexpr Column LastSeenColumn{
    .key = "last_seen"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Last seen"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "When the last run of this search that has the ad open began, UTC"),
    .width = 150, .shown = false, .storage = Storage::OverTime};
inline constexpr Column AgeColumn{
    .key = "age_days"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Age in days"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "From the first publication, or from when it was first seen, to when it was last seen; a date that the source renews does not count"),
    .width = 100, .shown = false, .storage = Storage::OverTime};
// clang-format on

/// So many columns of vacancies say something of that.
inline constexpr std::size_t OverTimeColumns = 4;

} // namespace linnet::table

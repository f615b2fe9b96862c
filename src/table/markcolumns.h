// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::table {

// clang-format off
/// What people say of a row, last in each schema that has it.
inline constexpr Column StarredColumn{
    .key = "starred"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Starred"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "Your star, kept by ad or address over all searches of the project"),
    .width = 40, .shown = false, .storage = Storage::Mark, .rank = -2};
inline constexpr Column TagsColumn{
    .key = "tags"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Tags"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "Your words for it"),
    .width = 140, .shown = false, .storage = Storage::Mark};
inline constexpr Column NoteColumn{
    .key = "note"_L1, .type = ColumnType::LongText, .title = QT_TRANSLATE_NOOP("linnet::table", "Note"),
    .hint = QT_TRANSLATE_NOOP("linnet::table", "What you wrote about it"),
    .width = 200, .shown = false, .storage = Storage::Mark};
// clang-format on

inline constexpr std::size_t MarkColumns = 3;

/// The same with a place among the facets.
consteval Column withFacet(Column column, int facet)
{
    column.facet = facet;
    return column;
}

/// Under which name the marks of the rows are kept: an ad that was left out is the same ad. "" = the rows
/// have none.
constexpr QLatin1StringView marksOf(const Schema &schema)
{
    const auto isMark = [](const Column &column) { return column.storage == Storage::Mark; };
    if (std::ranges::none_of(schema.columns, isMark))
        return {};
    return schema.key == "left_out"_L1 ? "vacancies"_L1 : schema.key;
}

} // namespace linnet::table

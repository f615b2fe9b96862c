// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <span>

namespace linnet::table {

enum class ColumnType : quint8
{
    Text,     ///< short text
    LongText, ///< text that may be long; over 500 characters it is stored once in the side table `text`
    Integer,
    Real,
    Bool,
    Time, ///< ISO 8601 text as the source sent it; compared as text
    Url,
    List, ///< items joined by ";" in the source's order; filters and facets see single items
    Code, ///< one of few fixed English words; titles for people come from codeTitle()
};

/// Where a column's value comes from.
enum class Storage : quint8
{
    Cell,     ///< as it was stored
    Address,  ///< stored is the number of an address of the run; people see and filter the address itself
    Derived,  ///< from other rows, whenever it is asked for; what is given for it is not stored
    Computed, ///< from the row's own cells by rules that may change; what is given for it is not stored
    Mark,     ///< what people said of the ad or address, over all runs; what is given for it is not stored
    OverTime, ///< what a comparison with earlier runs says; empty unless rows are read through one
    Joined, ///< from a table of the user's that the project has, looked up by another column (joinedSchema())
};

/// One of the fixed words of a Code column.
struct Code
{
    QLatin1StringView code; ///< as it is stored, in files and in the filter language
    const char *title;      ///< for people: source text, translation context "linnet::table"
};

/// One column of a table, declared once: view, filters, facets, exports and the command line read it here.
struct Column
{
    QLatin1StringView key; ///< English, in files and in the filter language
    ColumnType type = ColumnType::Text;
    const char *title = nullptr; ///< source text, translation context "linnet::table"
    const char *hint = nullptr;  ///< tooltip, same context; may be null
    int width = 120;             ///< pixels at 100 %
    bool shown = true;           ///< visible before the user chooses
    Storage storage = Storage::Cell;
    /// Place on the screen, from 1 at the left; 0 = behind those, in the order of files; below 0 = before
    /// them.
    int rank = 0;
    int facet = 0; ///< place among the facets, from 1; 0 = none
    /// Columns of one group are one statement in several cells, such as an amount and its currency: when rows
    /// are merged they are taken over together or not at all. "" = none.
    QLatin1StringView group = {};
    std::span<const Code> codes = {}; ///< of a Code or List column, those that have a title
    bool isCostly =
        false; ///< takes so long to make, or is so long, that files have it only when they name it

    /// The row holds something for it.
    constexpr bool isStored() const { return storage == Storage::Cell || storage == Storage::Address; }
    /// Its texts may stand in the side table `text`.
    constexpr bool isStoredLong() const { return type == ColumnType::LongText && isStored(); }
};

} // namespace linnet::table

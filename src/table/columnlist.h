// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"

#include <array>
#include <string_view>

namespace linnet::table {

using Qt::Literals::StringLiterals::operator""_L1; // for the declarations of columns

/// Where the column of a key stands in a list. A key that the list does not have is an error of compilation,
/// so that the names for positions cannot get out of step with the columns.
template <const auto &Columns> consteval int at(std::string_view key)
{
    for (size_t i = 0; i < Columns.size(); ++i) {
        if (std::string_view(Columns[i].key.data(), size_t(Columns[i].key.size())) == key)
            return int(i);
    }
    throw "there is no column of this key";
}

/// True when keys, ranks and places of facets each stand once, and every column has a title.
template <size_t N> consteval bool isSound(const std::array<Column, N> &columns)
{
    for (size_t i = 0; i < N; ++i) {
        if (!columns[i].title)
            return false;
        for (size_t j = 0; j < i; ++j) {
            const Column &one = columns[i];
            const Column &other = columns[j];
            if (std::string_view(one.key.data(), size_t(one.key.size())) ==
                    std::string_view(other.key.data(), size_t(other.key.size())) ||
                (one.rank != 0 && one.rank == other.rank) || (one.facet > 0 && one.facet == other.facet))
                return false;
        }
    }
    return true;
}

} // namespace linnet::table

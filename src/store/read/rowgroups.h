// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/arrays/columnarray.h"

#include <span>

namespace linnet::store {

/// The rows of an array by what they have in its column: a group for each value, or for each item of its
/// lists, that people take for different, in the order of the column; the last group is of those that have
/// nothing.
class RowGroups
{
public:
    /// The array outlives it.
    explicit RowGroups(const ColumnArray &array);

    quint32 count() const { return quint32(m_values.size()); }
    /// As the first row spells it; nothing for the last group.
    const table::Value &value(quint32 group) const { return m_values[group]; }
    /// Of a row, by its place in the order of arrival: at least one, each once.
    std::span<const quint32> of(size_t place) const
    {
        const quint32 entry = m_array.m_codes[place];
        const size_t begin = entry == 0 ? 0 : m_ends[entry - 1];
        return std::span(m_groups).subspan(begin, m_ends[entry] - begin);
    }

private:
    void takeValues();
    void takeItems();

    const ColumnArray &m_array;
    std::vector<table::Value> m_values;
    std::vector<size_t> m_ends; ///< of each entry of the array, into m_groups
    std::vector<quint32> m_groups;
};

} // namespace linnet::store

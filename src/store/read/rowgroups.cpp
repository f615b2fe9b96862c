// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowgroups.h"

namespace linnet::store {

RowGroups::RowGroups(const ColumnArray &array)
    : m_array(array)
{
    if (array.m_column.type == table::ColumnType::List)
        takeItems();
    else
        takeValues();
}

void RowGroups::takeValues()
{
    m_values.resize(size_t(m_array.m_ranks) + 1);
    for (const ColumnArray::Entry &entry : m_array.m_entries) {
        m_groups.push_back(entry.isEmpty ? m_array.m_ranks : entry.rank);
        m_ends.push_back(m_groups.size());
        table::Value &value = m_values[m_groups.back()];
        if (!table::isNull(value) || entry.isEmpty)
            continue;
        const auto *whole = std::get_if<qint64>(&entry.value);
        const bool isYesNo = m_array.m_column.type == table::ColumnType::Bool && whole;
        value = isYesNo ? table::Value(*whole != 0) : table::toValue(entry.value);
    }
}

void RowGroups::takeItems()
{
    for (QString &text : m_array.m_items.spelled())
        m_values.emplace_back(std::move(text));
    const auto empty = quint32(m_values.size());
    m_values.emplace_back();
    const ListItems::Places places = m_array.m_items.places();
    size_t begin = 0;
    for (const size_t end : places.ends) {
        m_groups.insert(m_groups.end(), places.items.begin() + std::ptrdiff_t(begin),
                        places.items.begin() + std::ptrdiff_t(end));
        if (begin == end)
            m_groups.push_back(empty);
        m_ends.push_back(m_groups.size());
        begin = end;
    }
}

} // namespace linnet::store

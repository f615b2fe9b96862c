// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <algorithm>
#include <vector>

namespace linnet::comparable {

/// Values each of which holds from a day on until the next one does. Days are text, "2025-01-01"; an empty
/// one is before all others.
template <typename T> class Dated
{
public:
    struct Entry
    {
        QByteArray since;
        T value;
    };

    void set(const QByteArray &since, T value)
    {
        const auto place = std::ranges::lower_bound(m_entries, since, {}, &Entry::since);
        if (place != m_entries.end() && place->since == since)
            place->value = std::move(value);
        else
            m_entries.insert(place, {since, std::move(value)});
    }

    /// Of a day; of the newest when the day is "". Null when none held yet.
    const Entry *at(QByteArrayView day) const
    {
        if (m_entries.empty())
            return nullptr;
        if (day.isEmpty())
            return &m_entries.back();
        const auto next = std::upper_bound(
            m_entries.begin(), m_entries.end(), day,
            [](QByteArrayView wanted, const Entry &entry) { return wanted < QByteArrayView(entry.since); });
        return next == m_entries.begin() ? nullptr : &*std::prev(next);
    }

private:
    std::vector<Entry> m_entries; ///< by day
};

} // namespace linnet::comparable

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/traps/trap.h"

#include <QByteArrayView>
#include <QHash>
#include <QSet>

#include <optional>

namespace linnet::links {

/// Finds endless spaces of a site by its addresses: each new address is shown to it once, with the page that
/// names it. What looks endless is counted by host and pattern, and only once many pages have led on to more
/// of it is it taken for a trap: a list on one page, however long and odd, has an end. One thread at a time.
class Traps
{
public:
    static constexpr qsizetype MaxLength = 2000;
    static constexpr int MaxFolders = 30;
    static constexpr int MaxVisits = 5;         ///< pages that name one page with different session ids
    static constexpr int MaxCombinations = 100; ///< of argument names on one path
    static constexpr int MaxOdd = 3;    ///< pages that name paths or queries that repeat themselves …
    static constexpr int MaxLong = 10;  ///< … or that are too long or too deep
    static constexpr int MaxDates = 50; ///< pages that name suspicious dates of one pattern

    /// Dates more than two years ahead of `year`, or before 1970 in what calls itself a calendar, are
    /// suspicious.
    explicit Traps(int year)
        : m_year(year)
    {
    }

    /// page: a number for the page that names the address; 0 for all lists that are no pages.
    std::optional<Trap> check(QByteArrayView url, quint32 page);

private:
    /// What may be part of an endless space.
    struct Suspicion
    {
        Trap trap;
        size_t pattern; ///< what it has in common with the rest of that space
        int allowed;    ///< pages that may name such addresses
    };
    std::optional<Suspicion> suspicion(QByteArrayView url) const;
    std::optional<Trap> facets(QByteArrayView url, QByteArrayView query);

    struct Count
    {
        quint32 lastPage = 0;
        int pages = 0;
    };

    int m_year;
    QHash<quint64, Count> m_counts;     ///< by pattern
    QHash<quint64, int> m_combinations; ///< by path
    QSet<quint64> m_seenNames;          ///< path with the names of its arguments
};

} // namespace linnet::links

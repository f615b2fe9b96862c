// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/trap.h"

#include <QByteArrayView>
#include <QHash>
#include <QSet>

#include <optional>

namespace linnet::links {

/// Finds endless spaces of a site by its addresses alone: each new address is shown to it once. Some kinds
/// are counted, so that the first few addresses pass. One thread at a time.
class Traps
{
public:
    static constexpr qsizetype MaxLength = 2000;
    static constexpr int MaxFolders = 30;
    static constexpr int MaxVisits = 5;         ///< of one page with different session ids
    static constexpr int MaxCombinations = 100; ///< of argument names on one path

    /// Dates more than two years ahead of `year`, or before 1970 in what calls itself a calendar, are
    /// suspicious.
    explicit Traps(int year)
        : m_year(year)
    {
    }

    std::optional<Trap> check(QByteArrayView url);

private:
    std::optional<Trap> sessionId(QByteArrayView url, QByteArrayView query);
    std::optional<Trap> facets(QByteArrayView url, QByteArrayView query);

    int m_year;
    QHash<quint64, int> m_visits;       ///< by the address without its session id
    QHash<quint64, int> m_combinations; ///< by path
    QSet<quint64> m_seenNames;          ///< path with the names of its arguments
};

} // namespace linnet::links

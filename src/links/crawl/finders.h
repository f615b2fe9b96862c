// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/crawl/frontier.h"

#include <QtGlobal>

#include <vector>

namespace linnet::links {

/// On which page each address was found: of all pages that name it one with the fewest clicks from the start,
/// and of those the one whose address comes first by its key, so that two crawls of the same site agree
/// whichever answers come first. Takes 8 bytes an address. One thread.
class Finders
{
public:
    struct Finder
    {
        quint32 page = 0; ///< its number; 0 = nobody
        quint32 rank = 0; ///< lower is better

        static Finder of(quint32 page, int depth, const Frontier::Key &key);
    };

    /// The start addresses, 1 to `starts`, are found on no page.
    explicit Finders(quint32 starts = 0)
        : m_starts(starts)
    {
    }

    /// A page names an address. True when that changes what tell() said.
    bool offer(quint32 address, const Finder &finder);
    /// The page to store with the address; 0 = none.
    quint32 tell(quint32 address);

private:
    struct Entry
    {
        quint32 page : 31 = 0;
        quint32 isTold : 1 = 0;
        quint32 rank = 0xFFFF'FFFF;
    };
    Entry &entry(quint32 address);

    quint32 m_starts;
    std::vector<Entry> m_entries; ///< by the address's number
};

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/finders.h"

#include <algorithm>

namespace linnet::links {

Finders::Finder Finders::Finder::of(quint32 page, int depth, const Frontier::Key &key)
{
    return {page, quint32(std::min(depth, 255)) << 24U | quint32(key[0] >> 40U)};
}

Finders::Entry &Finders::entry(quint32 address)
{
    if (address >= m_entries.size())
        m_entries.resize(address + 1);
    return m_entries[address];
}

bool Finders::offer(quint32 address, const Finder &finder)
{
    if (address <= m_starts || address == finder.page || finder.page == 0)
        return false;
    Entry &known = entry(address);
    if (known.page != 0 && known.rank <= finder.rank)
        return false;
    known.page = finder.page & 0x7FFF'FFFFU;
    known.rank = finder.rank;
    return known.isTold != 0;
}

quint32 Finders::tell(quint32 address)
{
    Entry &known = entry(address);
    known.isTold = 1;
    return known.page;
}

} // namespace linnet::links

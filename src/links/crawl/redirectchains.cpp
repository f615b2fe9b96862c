// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/redirectchains.h"

namespace linnet::links {

bool RedirectChains::closesLoop(quint32 from, quint32 to) const
{
    // Loops are never added, so that this ends.
    for (auto at = to; at != 0; at = m_next.value(at)) {
        if (at == from)
            return true;
    }
    return false;
}

} // namespace linnet::links

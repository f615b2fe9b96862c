// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/redirectchains.h"

namespace linnet::links {

bool RedirectChains::closesLoop(quint32 from, quint32 to) const
{
    // A stored crawl may hold a loop that a cookie was to open: no way is longer than there are steps.
    qsizetype steps = 0;
    for (auto at = to; at != 0; at = m_next.value(at)) {
        if (at == from || ++steps > m_next.size() + 1)
            return true;
    }
    return false;
}

} // namespace linnet::links

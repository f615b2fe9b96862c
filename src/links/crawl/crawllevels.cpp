// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawllevels.h"

#include <algorithm>

namespace linnet::links {

void CrawlLevels::ended(int depth, qint64 nowNs)
{
    m_lastEndNs = nowNs;
    const auto level = m_unfinished.find(depth);
    if (level != m_unfinished.end() && --level->second <= 0)
        m_unfinished.erase(level);
}

int CrawlLevels::open(qint64 nowNs)
{
    if (m_unfinished.empty())
        return -1;
    const int open = std::max(m_granted, first());
    if (m_lastEndNs > 0 && nowNs - m_lastEndNs > PatienceNs) {
        const auto next = m_unfinished.upper_bound(open);
        if (next != m_unfinished.end()) {
            m_granted = next->first;
            m_lastEndNs = nowNs;
            return m_granted;
        }
    }
    return open;
}

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/refuseditems.h"

namespace linnet::jobs {

void RefusedItems::add(const store::WorkItem &item, qint64 nowNs)
{
    m_waiting.push_back({item, nowNs + WaitNs});
    ++m_counts[item.host];
}

std::vector<store::WorkItem> RefusedItems::takeDue(qint64 nowNs)
{
    std::vector<store::WorkItem> due;
    while (!m_waiting.empty() && m_waiting.front().untilNs <= nowNs) {
        due.push_back(std::move(m_waiting.front().item));
        m_waiting.pop_front();
        if (const auto count = m_counts.find(due.back().host); --*count == 0)
            m_counts.erase(count);
    }
    return due;
}

} // namespace linnet::jobs

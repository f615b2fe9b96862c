// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workitem.h"

#include <QHash>

#include <deque>
#include <vector>

namespace linnet::jobs {

/// Items that a job took and could not begin. They wait here and not in the work list, so that they are not
/// taken again before anything has changed.
class RefusedItems
{
public:
    static constexpr qint64 WaitNs = 10'000'000; ///< at least

    void add(const store::WorkItem &item, qint64 nowNs);
    bool isEmpty() const { return m_waiting.empty(); }
    int countAt(const QString &host) const { return m_counts.value(host); }
    /// Those that have waited, in the order in which they came; they are not here any more.
    std::vector<store::WorkItem> takeDue(qint64 nowNs);

private:
    struct Waiting
    {
        store::WorkItem item;
        qint64 untilNs = 0;
    };
    std::deque<Waiting> m_waiting; ///< the next one first
    QHash<QString, int> m_counts;  ///< by host
};

} // namespace linnet::jobs

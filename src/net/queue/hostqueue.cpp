// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/hostqueue.h"

#include <algorithm>

namespace linnet::net {

HostQueue::Place HostQueue::push(Id id, RunId run, int priority, bool front)
{
    Level &level = m_levels[priority];
    auto line =
        std::find_if(level.runs.begin(), level.runs.end(), [run](const RunLine &l) { return l.run == run; });
    if (line == level.runs.end())
        line = level.runs.insert(level.runs.end(), RunLine{run, {}});
    const auto at = line->ids.insert(front ? line->ids.begin() : line->ids.end(), id);
    ++m_size;
    return {priority, run, at};
}

void HostQueue::remove(const Place &place)
{
    const auto found = m_levels.find(place.priority);
    Level &level = found->second;
    const auto line = std::find_if(level.runs.begin(), level.runs.end(),
                                   [&place](const RunLine &l) { return l.run == place.run; });
    const auto index = size_t(line - level.runs.begin());
    const bool wasHead = place.at == line->ids.begin();
    line->ids.erase(place.at);
    --m_size;
    if (line->ids.empty()) {
        level.runs.erase(line);
        if (level.turn > index)
            --level.turn;
    } else if (wasHead && level.turn % level.runs.size() == index) {
        ++level.turn;
    }
    if (level.runs.empty())
        m_levels.erase(found);
    else
        level.turn %= level.runs.size();
}

std::optional<HostQueue::Id> HostQueue::head(const QSet<RunId> &pausedRuns) const
{
    for (const auto &[priority, level] : m_levels) {
        for (size_t i = 0; i < level.runs.size(); ++i) {
            const RunLine &line = level.runs[(level.turn + i) % level.runs.size()];
            if (!pausedRuns.contains(line.run))
                return line.ids.front();
        }
    }
    return std::nullopt;
}

} // namespace linnet::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"

#include <QSet>

#include <list>
#include <map>
#include <optional>
#include <vector>

namespace linnet::net {

/// What waits for one host: higher priority first, within a priority the runs take turns, within a run first
/// come, first served. Adding and removing do not depend on how many wait.
class HostQueue
{
public:
    using Id = quint64;
    using Line = std::list<Id>;

    /// Where an entry stands; stays valid until it is removed.
    struct Place
    {
        int priority = 0;
        RunId run = 0;
        Line::iterator at;
    };

    Place push(Id id, RunId run, int priority, bool front);
    void remove(const Place &place);
    /// The entry whose turn it is, leaving out paused runs; nothing when all are paused or none waits.
    std::optional<Id> head(const QSet<RunId> &pausedRuns) const;
    int size() const { return m_size; }

private:
    struct RunLine
    {
        RunId run;
        Line ids;
    };
    struct Level
    {
        std::vector<RunLine> runs;
        size_t turn = 0;
    };

    std::map<int, Level, std::greater<>> m_levels;
    int m_size = 0;
};

} // namespace linnet::net

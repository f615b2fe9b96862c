// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/keptruns.h"

#include "session/saved/taskid.h"
#include "store/removedrows.h"

#include <QHash>

#include <algorithm>

namespace linnet::session {

QList<store::RunId> runsBeyond(std::span<const store::RunInfo> runs, int keep)
{
    std::vector<const store::RunInfo *> newestFirst;
    for (const store::RunInfo &run : runs) {
        if (!store::RemovedRows::of(run.counts))
            newestFirst.push_back(&run);
    }
    std::ranges::sort(newestFirst, std::ranges::greater(), &store::RunInfo::id);
    QHash<QString, int> kept;
    QList<store::RunId> result;
    for (const store::RunInfo *run : newestFirst) {
        const bool isOver = run->state == store::RunState::Finished || run->state == store::RunState::Stopped;
        if (++kept[taskId(run->kind, run->params)] > keep && isOver)
            result.append(run->id);
    }
    std::ranges::sort(result);
    return result;
}

} // namespace linnet::session

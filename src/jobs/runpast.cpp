// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runpast.h"

#include "store/read/rowreader.h"

#include <algorithm>

namespace linnet::jobs {

Result<RunPast> RunPast::read(const QString &project, store::RunId run, const table::Schema &rows)
{
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return std::unexpected(reader.error());
    const auto work = (*reader)->workCounts(run);
    if (!work)
        return std::unexpected(work.error());
    RunPast past;
    past.pending = work->pending;
    past.done = work->done;
    past.failed = work->failed;
    past.hasWork = past.pending + past.done + past.failed > 0;
    if (!past.hasWork)
        return past;
    const auto stored = (*reader)->count({&rows, {run}, {}, {}});
    const auto runs = (*reader)->runs();
    if (!stored || !runs)
        return std::unexpected(!stored ? stored.error() : runs.error());
    past.rows = *stored;
    if (const auto info = std::ranges::find(*runs, run, &store::RunInfo::id); info != runs->end())
        past.counts = info->counts;
    return past;
}

} // namespace linnet::jobs

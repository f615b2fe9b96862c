// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/runpast.h"

#include "store/read/rowreader.h"

#include <algorithm>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

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
    auto backlog = store::WorkReader(project, run).backlog({});
    if (!backlog)
        return std::unexpected(backlog.error());
    past.waiting = std::move(backlog->waiting);
    past.rows = *stored;
    if (const auto info = std::ranges::find(*runs, run, &store::RunInfo::id); info != runs->end())
        past.counts = info->counts;
    return past;
}

Result<void> RunPast::check(const std::function<bool(const QString &kind, const QString &host)> &takes) const
{
    for (const store::WorkReader::Waiting &work : waiting) {
        if (!takes(work.kind, work.host))
            return fail(Reason::Storage, u"damaged: %1 × work of kind \"%2\" at host \"%3\""_s.arg(work.count)
                                             .arg(work.kind, work.host));
    }
    return {};
}

} // namespace linnet::jobs

// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkpast.h"

#include "store/read/rowreader.h"
#include "store/read/workreader.h"
#include "table/checkschema.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The round in which a watch was left, as far as the job could store that.
Result<int> storedRound(store::RowReader &reader, store::RunId run)
{
    const auto runs = reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    return info == runs->end() ? 1 : std::max(1, info->counts[u"round"_s].toInt());
}

Result<void> countPhases(CheckPast &past, store::RowReader &reader, store::RunId run, bool isWatch)
{
    past.left.assign(past.phases.size(), 0);
    for (size_t i = past.phases.size(); i-- > 0;) {
        const auto work = reader.workCounts(run, past.phases[i].kind());
        if (!work)
            return std::unexpected(work.error());
        const bool isOver = work->pending == 0 && work->done + work->failed > 0;
        if (isWatch && isOver) {
            // The program was killed in a later round.
            ++past.phases[i++].round;
            continue;
        }
        past.left[i] = work->pending;
        if (work->pending > 0) {
            past.phase = i;
            past.isPhaseBegun = work->done + work->failed > 0;
        }
    }
    return {};
}

} // namespace

Result<CheckPast> CheckPast::read(const QString &project, store::RunId run, const CheckSpec &spec)
{
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return std::unexpected(reader.error());
    const bool isWatch = spec.watchMinutes > 0;
    CheckPast past;
    past.phases = spec.phases();
    if (isWatch) {
        const auto round = storedRound(**reader, run);
        if (!round)
            return std::unexpected(round.error());
        past.phases = {Phase{past.phases.front().order, *round}};
    }
    if (const auto counted = countPhases(past, **reader, run, isWatch); !counted)
        return std::unexpected(counted.error());
    if (!isWatch)
        return past;
    const store::RowQuery all{&table::checkSchema(), {run}, {}, {}};
    const auto ids = (*reader)->ids(all);
    const auto rows = ids ? (*reader)->rows(*all.schema, *ids) : std::unexpected(ids.error());
    if (!rows)
        return std::unexpected(rows.error());
    for (const table::Cells &row : *rows)
        past.memory.remember(row);
    return past;
}

Result<std::vector<store::WorkItem>> CheckPast::refusedLines(const QString &project, store::RunId run)
{
    return store::WorkReader(project, run)
        .pending(RefusedKind, QString(), 0, std::numeric_limits<qint64>::max(),
                 std::numeric_limits<int>::max());
}

} // namespace linnet::checks

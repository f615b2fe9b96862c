// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/changes/runchanges.h"
#include "session/runparams.h"

namespace linnet::session {

/// A run that asks for the ads that a comparison of searches misses (gone, not_seen) and for nothing else,
/// one by one, as politely as the later search: are they really not there? `filter`: of the changes, which of
/// them. Its rows are those ads as they were seen last, with what the source says now; RunParams::first
/// without work: there is none. Reason::BadValue with a sentence for people when no ads were compared. Reads
/// the project: for the pool.
Result<RunParams> confirmRun(const QString &projectPath, const RunChanges &changes,
                             const table::Filter &filter = {});

/// What such a run was told, by ads. An archived ad may have ended in any way: nobody knows that it was
/// filled.
struct Confirmed
{
    qint64 open = 0;
    qint64 archived = 0;
    qint64 notFound = 0; ///< 404, 410
    qint64 failed = 0;
    qint64 notAsked = 0; ///< the run ended before

    bool operator==(const Confirmed &) const = default;
};
Result<Confirmed> confirmedBy(store::RowReader &reader, RunId run);
/// "4 still open, 15 archived, 11 not found", only what there is; translated.
QString confirmedInWords(const Confirmed &confirmed);

} // namespace linnet::session

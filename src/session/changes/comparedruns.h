// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/read/rowreader.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace linnet::session {

/// The earlier and the later run of a comparison, as they were given: their dates do not matter.
struct ComparedRuns
{
    store::RunInfo older;
    store::RunInfo newer;
    const table::Schema *rows = nullptr; ///< whose changes are told
    bool isOlderWhole = true;            ///< it came to its end and could read its lists
    bool isNewerWhole = true;

    /// What people should know before they believe the result, translated sentences: the runs did not ask for
    /// the same, or did not come to their end.
    QStringList warnings() const;
};

/// Whether it asked for rows and came to its end.
bool isComplete(const store::RunInfo &run);
/// The same, and every list of a search could be read: what a later run can be compared with.
Result<bool> isWhole(store::RowReader &reader, const store::RunInfo &run);
/// Complete runs of the same task before `run`, newest first; `runs` in any order.
std::vector<store::RunInfo> earlierRuns(std::span<const store::RunInfo> runs, const store::RunInfo &run);
/// All runs of the task of `run` that have rows, itself among them, by number.
std::vector<store::RunInfo> runsOfTask(std::span<const store::RunInfo> runs, const store::RunInfo &run);
/// The table whose changes a kind of run is compared by; null for an unknown kind.
const table::Schema *comparedRows(QStringView kind);

/// Reads "OLD,NEW" with numbers or "last"; "last" alone or "" is the last run of its kind and the last
/// whole one before it, of the same task if there is one. `rows` null: vacancies where there are some, else
/// what the runs have. Reason::BadValue with a sentence for people as detail.
Result<ComparedRuns> chooseRuns(store::RowReader &reader, const QString &words, const table::Schema *rows);
/// A run and the last whole one of its task before it; nothing when there is none.
Result<std::optional<ComparedRuns>> sinceLastTime(store::RowReader &reader, RunId newer);

} // namespace linnet::session

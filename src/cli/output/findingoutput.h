// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/findingrows.h"
#include "cli/options/commonoptions.h"
#include "cli/output/console.h"

namespace linnet::cli {

class Options;

/// What is audited: the crawl of --run, its pages that pass --where, and whether a proxy stood between as far
/// as the run tells. BadValue as readQuery(), also for all runs at once.
Result<audit::AuditQuestion> readAuditQuestion(const Options &options, store::RowReader &reader);

/// By the rules that the project keeps.
Result<audit::RuleSet> keptRules(store::RowReader &reader);

/// Writes each place of each finding, as findingSchema(). Gives their number; Cancelled after an interrupt.
Result<qint64> writeFindings(store::RowReader &reader, store::RunId run,
                             const QList<audit::Finding> &findings, const OutputOptions &output,
                             Console &console);

} // namespace linnet::cli

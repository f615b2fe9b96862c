// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/changes/runchanges.h"

#include <QString>

namespace linnet::models {

/// "48 new, 31 not seen, pay differs for 12", only what there is; translated.
QString changesInWords(const session::RunChanges &changes);
/// The same since the earlier run, or that nothing changed since then; translated.
QString changesSentence(const session::RunChanges &changes);
/// The same of what a watch tells, session::newsCodes(), or that nothing is new since then; translated.
QString newsSentence(const session::RunChanges &changes);
/// "28 Nov 2026 14:05", by the clock of this computer.
QString runMoment(const store::RunInfo &run);

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"

namespace linnet::gui {

/// All kinds in the order in which they are offered; the one list to add another kind to.
QList<TaskKind> taskKinds();

/// Gives for a kind of run the schema of the rows that it counts; null for a kind that this version does not
/// know. Usable in any thread.
std::function<const table::Schema *(const QString &kind)> schemasOfRuns(const QList<TaskKind> &kinds);

} // namespace linnet::gui

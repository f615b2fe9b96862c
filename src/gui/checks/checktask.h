// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultstable.h"

namespace linnet::gui {

/// The check of addresses as the window offers it.
TaskKind checkTask();
RunWords checkWords();
ResultsTable checkTable();

} // namespace linnet::gui

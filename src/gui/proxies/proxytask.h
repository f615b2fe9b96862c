// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultsview.h"

namespace linnet::gui {

/// Proxy tests, as the window speaks of them.
RunWords proxyWords();
ResultsTable proxyTable();
TaskKind proxyTask();

} // namespace linnet::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/resultsview.h"
#include "gui/taskkind.h"

namespace linnet::gui {

/// Proxy tests, as the window speaks of them.
RunWords proxyWords();
ResultsTable proxyTable();
TaskKind proxyTask();

} // namespace linnet::gui

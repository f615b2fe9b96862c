// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultstable.h"

namespace linnet::gui {

/// The crawl of a site as the window offers it.
TaskKind crawlTask();
RunWords crawlWords();
QList<ResultsTable> crawlTables(); ///< pages, links

} // namespace linnet::gui

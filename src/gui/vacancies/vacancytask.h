// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultstable.h"

namespace linnet::gui {

/// The search for vacancies as the window offers it.
TaskKind vacancyTask();
RunWords vacancyWords();
ResultsTable vacancyTable();

} // namespace linnet::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"

#include <QString>

namespace linnet::gui {

/// What whoever mends the program needs to know of it, in English: versions, the system, what is set
/// otherwise than usual, how large the open project is, the end of the log. Nothing of what was searched or
/// found, no secrets, and "~" for the home folder. Counts rows, which takes a
/// part of a second in large projects.
QString faultReport(const Services &services);

} // namespace linnet::gui

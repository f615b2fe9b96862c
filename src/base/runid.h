// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet {

/// The number of a run in its project, from 1; 0 = none.
using RunId = qint64;

} // namespace linnet

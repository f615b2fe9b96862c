// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowreader.h"

#include <QPair>
#include <QString>

namespace linnet::models {

using AboutLines = QList<QPair<QString, QString>>;

/// What travels with exported rows (the sheet "About this data"): what was searched where and when, whether
/// it came to its end, and the terms of the sources. Empty `runs` = all; of many runs only the newest are
/// told. Usable in any thread; a run whose parameters cannot be read is told with its dates only.
Result<AboutLines> aboutRuns(store::RowReader &reader, const QList<store::RunId> &runs);

} // namespace linnet::models

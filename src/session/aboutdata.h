// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QList>
#include <QPair>

namespace linnet::session {

using AboutLines = QList<QPair<QString, QString>>;

/// What should travel with exported rows (the sheet "About this data"): of each run what was searched, where,
/// when and how completely, and the terms of the sources. Empty `runs` = all; of many runs only the newest
/// are told. Usable in any thread; a run whose parameters cannot be read is told with its dates only.
Result<AboutLines> aboutRuns(store::RowReader &reader, const QList<store::RunId> &runs);

/// Ids of the sources whose terms hold for the rows of these runs, each once; none of what was practised.
Result<QStringList> sourcesOfRuns(store::RowReader &reader, const QList<store::RunId> &runs);

} // namespace linnet::session

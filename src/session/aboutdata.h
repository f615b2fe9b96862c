// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowreader.h"

#include <QList>
#include <QPair>

namespace linnet::session {

/// What should travel with exported rows, as translated lines of name and text: of each run (all, when the
/// list is empty) what was searched, where, when and how completely, and the terms of the sources.
Result<QList<QPair<QString, QString>>> aboutRuns(store::RowReader &reader, const QList<store::RunId> &runs);

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/packagefacts.h"
#include "store/read/rowreader.h"

namespace linnet::session {

/// What a data package tells of rows of these runs, empty = all: how they were asked for, their sources, and
/// the terms of those. Any thread.
Result<exports::PackageFacts> packageFacts(store::RowReader &reader, const QList<store::RunId> &runs,
                                           const QString &title);

} // namespace linnet::session

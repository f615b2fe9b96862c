// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/segmentcounts.h"

#include <QStringList>

namespace linnet::cli {

/// The columns check, level, segment, n, of, share: findings segment by segment.
const table::Schema &segmentSchema();

/// Its rows, errors first.
std::vector<table::Cells> segmentRows(const QList<audit::Finding> &findings,
                                      const QList<audit::SegmentCount> &counts);

/// The same as lines of plain text; none without rows.
QStringList segmentOverview(const QList<audit::Finding> &findings, const QList<audit::SegmentCount> &counts);

} // namespace linnet::cli

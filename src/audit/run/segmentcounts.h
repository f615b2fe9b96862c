// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"
#include "audit/run/segments.h"

namespace linnet::audit {

/// How a finding stands in one segment of the site.
struct SegmentCount
{
    qsizetype finding = 0; ///< index into the findings
    QString segment;
    qint64 count = 0; ///< rows that the rule found there
    qint64 of = 0;    ///< rows of its set there; links belong to the segment of their page
};

/// The findings that are hits, segment by segment, those with most rows first; segments where a rule finds
/// nothing are left out. At most thirty folders have a segment of their own, those with most addresses; what
/// is in no segment is told under a name for all of it. Cancelled after a stop was requested.
Result<QList<SegmentCount>> countBySegment(store::RowReader &reader, const AuditQuestion &question,
                                           const QList<Finding> &findings, const Segments &segments,
                                           const std::stop_token &stop = {});

/// A segment as a part that can be chosen: which rows of tables are its own.
struct SegmentPart
{
    QString name;
    qint64 size = 0; ///< addresses
    table::Filter pages;
    std::optional<table::Filter> sources; ///< see AuditQuestion
    /// False: pages that pass the filter and belong to an earlier segment by several conditions are among the
    /// rows, because filters cannot say otherwise.
    bool isExact = true;

    bool operator==(const SegmentPart &) const = default;
};

/// The segments in their order, folders with most addresses first; at the end what is in none, if there is
/// such.
Result<QList<SegmentPart>> segmentParts(store::RowReader &reader, store::RunId run, const Segments &segments);

} // namespace linnet::audit

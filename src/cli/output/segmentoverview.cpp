// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/segmentoverview.h"

#include "cli/output/plaintable.h"
#include "table/columnlist.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::ColumnType;

namespace {

// clang-format off
constexpr std::array SegmentColumns{
    Column{.key = "check"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Rule")},
    Column{.key = "level"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Level")},
    Column{.key = "segment"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Segment")},
    Column{.key = "n"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Rows found")},
    Column{.key = "of"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Of")},
    Column{.key = "share"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Share")},
};
// clang-format on

QList<audit::SegmentCount> errorsFirst(const QList<audit::Finding> &findings,
                                       QList<audit::SegmentCount> counts)
{
    std::ranges::stable_sort(
        counts, {}, [&](const audit::SegmentCount &count) { return findings[count.finding].rule.level; });
    return counts;
}

} // namespace

const table::Schema &segmentSchema()
{
    static constexpr table::Schema schema{"segments"_L1, "segment"_L1, SegmentColumns, table::Identity::None};
    return schema;
}

std::vector<table::Cells> segmentRows(const QList<audit::Finding> &findings,
                                      const QList<audit::SegmentCount> &counts)
{
    std::vector<table::Cells> rows;
    for (const audit::SegmentCount &count : errorsFirst(findings, counts)) {
        const audit::AuditRule &rule = findings[count.finding].rule;
        const double share = count.of > 0 ? double(count.count) / double(count.of) : 0;
        rows.push_back({rule.id, audit::levelCode(rule.level), count.segment, count.count, count.of,
                        std::round(share * 1e4) / 1e4});
    }
    return rows;
}

QStringList segmentOverview(const QList<audit::Finding> &findings, const QList<audit::SegmentCount> &counts)
{
    const std::vector<table::Cells> rows = segmentRows(findings, counts);
    return rows.empty() ? QStringList() : plainTable(segmentSchema(), {1, 0, 2, 3, 4, 5}, rows);
}

} // namespace linnet::cli

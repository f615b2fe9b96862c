// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/runid.h"

#include <QJsonObject>

namespace linnet::store {
class RowReader;
}

namespace linnet::cli {

/// What became of each query of a search with several, for its summary.
namespace QueryTotals {

/// More queries than that are only counted, and named when they were capped or failed.
inline constexpr int MostNamed = 1000;

/// `queries`, and with many of them `query_counts`; nothing for a search with one query, or no search.
/// project: the path that the reader has open.
Result<QJsonObject> read(store::RowReader &reader, const QString &project, RunId run);

} // namespace QueryTotals

} // namespace linnet::cli

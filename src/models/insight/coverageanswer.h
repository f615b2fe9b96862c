// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"

#include <span>

namespace linnet::models {

/// Columns of ads whose coverage is told, in the order of the table.
std::span<const QLatin1StringView> coveredColumns();

/// Answers a question of the kind Coverage: by source and column, of how many of its ads it is filled. The
/// six largest sources are drawn, the others stand in the table.
Result<InsightAnswer> answerByCoverage(store::RowReader &reader, const InsightQuestion &question,
                                       const InsightView &view, std::stop_token stop);

} // namespace linnet::models

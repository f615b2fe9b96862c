// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"

namespace linnet::models {

/// Answers a question of the rows of a view and of InsightView::other, side by side: counts as shares of
/// each, measures as medians, what rests on too few kept back as it would be alone.
Result<InsightAnswer> compareAnswers(store::RowReader &reader, const InsightQuestion &question,
                                     const InsightView &view, std::stop_token stop);

} // namespace linnet::models

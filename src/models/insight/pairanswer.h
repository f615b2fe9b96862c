// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"

namespace linnet::models {

/// Answers a question of the kind Pairs: which two items of a list stand together, how often, and how many
/// times as often as if they had nothing to do with each other.
Result<InsightAnswer> answerByPairs(store::RowReader &reader, const InsightQuestion &question,
                                    const InsightView &view, std::stop_token stop);

} // namespace linnet::models

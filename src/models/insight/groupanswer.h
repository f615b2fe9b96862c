// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"

namespace linnet::models {

/// Answers questions of the kinds Groups and Paid, cut by a second column or not. Of counted groups under a
/// filter it is also said where they stand more or less often than in all rows of the runs.
Result<InsightAnswer> answerByGroups(store::RowReader &reader, const InsightQuestion &question,
                                     const InsightView &view, std::stop_token stop);

} // namespace linnet::models

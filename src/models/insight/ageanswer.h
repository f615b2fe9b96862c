// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"

namespace linnet::models {

/// Answers a question of the kind Age: ads in bands of days since they were published first, or seen first
/// where the source does not tell. Of one run only, at the time when it began.
Result<InsightAnswer> answerByAge(store::RowReader &reader, const InsightQuestion &question,
                                  const InsightView &view, std::stop_token stop);

} // namespace linnet::models

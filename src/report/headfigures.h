// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"
#include "report/report.h"

namespace linnet::report {

/// The four numbers on top: of ads how many there are, for how many pay is known, its median and the sources;
/// of addresses how many, how many fail, the median time and the hosts. For any thread.
Result<std::vector<Figure>> headFigures(store::RowReader &reader, const models::InsightView &view,
                                        std::stop_token stop);

} // namespace linnet::report

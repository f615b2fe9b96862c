// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/runcomparison.h"

#include <span>
#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// A page that the later crawl does not know is gone only when every page that linked to it was read again:
/// what a page says that could not be read is not known, and neither are the pages that only it names. Makes
/// Absence::NotSeen of such Absence::Gone. `unread` are rows of the earlier run; `absent` belongs to
/// `missing`, by place. Reason::Cancelled soon after it is told to stop.
Result<void> doubtLinkedFrom(const QString &projectPath, RunId older, std::vector<qint64> unread,
                             std::span<const qint64> missing, std::vector<Absence> &absent,
                             const std::stop_token &stop);

} // namespace linnet::analysis

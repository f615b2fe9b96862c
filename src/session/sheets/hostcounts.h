// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/sheets/summarytables.h"

namespace linnet::session {

/// The addresses of a crawl on one server.
struct HostCount
{
    QString host;
    qint64 rows = 0;
    qint64 failed = 0; ///< of these, asked and not answered well
};

/// Of rows of pages: most frequent first, then by name. Memory grows with the servers only.
Result<std::vector<HostCount>> hostCounts(store::RowReader &reader, const SummaryRows &rows,
                                          std::stop_token stop);

} // namespace linnet::session

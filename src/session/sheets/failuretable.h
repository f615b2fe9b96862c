// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/sheettable.h"
#include "session/sheets/summarytables.h"

namespace linnet::session {

/// The units of work of the runs that failed, as the window's problems: what was asked, what happened, what
/// to do, and when it was asked last, as far as the recorded requests know. Of no named run: of all that fill
/// the table. No rows when nothing failed. Text for people; any thread.
Result<exports::SheetTable> failureTable(store::RowReader &reader, const SummaryRows &rows,
                                         std::stop_token stop);

} // namespace linnet::session

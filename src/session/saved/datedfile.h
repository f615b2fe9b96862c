// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/saved/savedsearch.h"

namespace linnet::session {

/// A new file for the rows of a run: "FOLDER/2026-11-29/Accountants Moscow.xlsx", with the time when there is
/// one of that day already. Makes the folder of the day, not FOLDER itself: a drive that is not there must
/// not become a folder in its place. Reason::Io with the path.
Result<QString> datedFile(const QString &folder, const SavedSearch &search, const QDateTime &now);

} // namespace linnet::session

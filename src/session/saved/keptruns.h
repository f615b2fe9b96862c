// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QList>

#include <span>

namespace linnet::session {

/// Of each task all but its last `keep` runs, as far as they are over and still have their rows: what to
/// remove the rows of. keep: 1 or more. Any thread.
QList<store::RunId> runsBeyond(std::span<const store::RunInfo> runs, int keep);

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"

#include <QByteArray>

namespace linnet::session {

/// The same for runs that asked for the same: the day, the way of asking, the base address of a source and
/// where the practice server stood do not count. Any thread.
QByteArray taskIdentity(const store::RunInfo &run);

} // namespace linnet::session

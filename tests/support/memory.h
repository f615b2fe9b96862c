// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet::test {

/// What this process holds in memory now; 0 where the system does not say it in a way we read.
qint64 residentBytes();

} // namespace linnet::test

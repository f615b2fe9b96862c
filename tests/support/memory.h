// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet::test {

/// What a process holds in memory now, 0 = this one; 0 where the system does not say it in a way we read.
qint64 residentBytes(qint64 process = 0);

} // namespace linnet::test

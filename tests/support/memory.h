// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linnet::test {

/// What a process holds in memory now, 0 = this one; 0 where the system does not say it in a way we read.
qint64 residentBytes(qint64 process = 0);

/// Whether this is built with a sanitizer, which keeps what was freed, and has to be loaded before all
/// others.
constexpr bool isSanitized()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return true;
#else
    return false;
#endif
}

} // namespace linnet::test

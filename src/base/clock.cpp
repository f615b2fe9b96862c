// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <chrono>

namespace linnet {

qint64 SystemClock::nowNs() const
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

QDateTime SystemClock::utc() const
{
    return QDateTime::currentDateTimeUtc();
}

} // namespace linnet

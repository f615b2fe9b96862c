// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"

#include <QDateTime>

namespace linnet {

/// Where time comes from, so that tests can move it. Callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    /// Monotonic nanoseconds from an arbitrary start; does not count while the computer sleeps.
    virtual qint64 nowNs() const = 0;
    Moment now() const { return momentAt(nowNs()); }
    /// Wall clock, UTC; only for what people read and for HTTP dates.
    virtual QDateTime utc() const = 0;
};

/// The real clock.
class SystemClock final : public Clock
{
public:
    qint64 nowNs() const override;
    QDateTime utc() const override;
};

} // namespace linnet

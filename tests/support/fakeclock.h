// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include <QTimeZone>

namespace linnet::test {

/// A clock that moves only when told to.
class FakeClock final : public Clock
{
public:
    qint64 nowNs() const override { return m_now; }
    QDateTime utc() const override { return m_start.addMSecs(m_now / 1'000'000); }
    void advance(qint64 ns) { m_now += ns; }

private:
    qint64 m_now = 1'000'000'000;
    QDateTime m_start = QDateTime(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::utc());
};

} // namespace linnet::test

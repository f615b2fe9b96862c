// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/alarm.h"

#include "base/clock.h"

#include <algorithm>

namespace linnet::net {

namespace {

constexpr qint64 Millisecond = 1'000'000;
constexpr qint64 Longest = 3'600'000; ///< ms; later moments are reached in several steps

} // namespace

Alarm::Alarm(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Alarm::fired);
}

void Alarm::require(qint64 atNs)
{
    if (m_timer.isActive() && m_at <= atNs)
        return;
    m_at = atNs;
    const qint64 wait = (atNs - m_clock.nowNs() + Millisecond - 1) / Millisecond;
    m_timer.start(int(std::clamp(wait, qint64(0), Longest)));
}

void Alarm::stop()
{
    m_timer.stop();
}

} // namespace linnet::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace linnet {
class Clock;
}

namespace linnet::net {

/// The engine's one timer, set to absolute monotonic times. It never fires early; it may fire without need,
/// because a moment that has moved later does not re-arm it. Linux gives it nanoseconds, elsewhere QTimer's
/// precise milliseconds have to do: rounding up every start of a 50 ms schedule would cost two percent of its
/// rate.
class Alarm : public QObject
{
    Q_OBJECT

public:
    explicit Alarm(const Clock &clock, QObject *parent = nullptr);
    ~Alarm() override;

    /// Fires at atNs or, when an earlier moment was set before, at that one.
    void require(qint64 atNs);
    void stop();

Q_SIGNALS:
    void fired();

private:
    class Timer;

    const Clock &m_clock;
    std::unique_ptr<Timer> m_timer;
    bool m_armed = false;
    qint64 m_at = 0;
};

} // namespace linnet::net

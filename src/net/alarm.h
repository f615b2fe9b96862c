// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace linnet {
class Clock;
}

namespace linnet::net {

/// The engine's one timer, set to absolute monotonic times. It never fires early; it may fire without need,
/// because a moment that has moved later does not re-arm it.
class Alarm : public QObject
{
    Q_OBJECT

public:
    explicit Alarm(const Clock &clock, QObject *parent = nullptr);

    /// Fires at atNs or, when an earlier moment was set before, at that one.
    void require(qint64 atNs);
    void stop();

Q_SIGNALS:
    void fired();

private:
    const Clock &m_clock;
    QTimer m_timer;
    qint64 m_at = 0;
};

} // namespace linnet::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTimer>

#include <algorithm>

namespace linnet::test {

/// The longest time that the thread it lives in could not answer.
class Heartbeat : public QObject
{
public:
    Heartbeat()
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 gap = m_since.nsecsElapsed();
            m_since.start();
            m_longestNs = std::max(m_longestNs, gap);
            m_long += gap > 50'000'000 ? 1 : 0;
        });
    }
    void begin()
    {
        m_longestNs = 0;
        m_long = 0;
        m_since.start();
        m_timer.start(1);
    }
    double longestMs() const { return double(m_longestNs) / 1e6; }
    int over50Ms() const { return m_long; } ///< how often it took longer than that

private:
    QTimer m_timer;
    QElapsedTimer m_since;
    qint64 m_longestNs = 0;
    int m_long = 0;
};

} // namespace linnet::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/attemptlog.h"

#include <utility>

namespace linnet::net {

using namespace std::chrono_literals;

AttemptLog::AttemptLog(QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(80ms);
    connect(&m_timer, &QTimer::timeout, this, &AttemptLog::flush);
}

void AttemptLog::add(Attempt attempt)
{
    m_waiting.append(std::move(attempt));
    if (!m_timer.isActive())
        m_timer.start();
}

void AttemptLog::flush()
{
    m_timer.stop();
    if (!m_waiting.isEmpty())
        Q_EMIT batch(std::exchange(m_waiting, {}));
}

} // namespace linnet::net

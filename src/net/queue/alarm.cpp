// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/alarm.h"

#include "base/clock.h"

#include <QTimer>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>
#endif

namespace linnet::net {

namespace {

/// Later moments are reached in several steps.
constexpr qint64 LongestNs = 3'600'000'000'000;

} // namespace

#ifdef Q_OS_LINUX

/// A timer file descriptor in the event loop.
class Alarm::Timer
{
public:
    template <typename Function>
    Timer(QObject *context, Function fired)
        : m_descriptor(timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC))
        , m_notifier(m_descriptor, QSocketNotifier::Read)
    {
        if (m_descriptor < 0)
            qFatal("no timer: the process has run out of descriptors");
        QObject::connect(&m_notifier, &QSocketNotifier::activated, context, [this, fired] {
            quint64 count = 0;
            if (read(m_descriptor, &count, sizeof count) == qint64(sizeof count))
                fired();
        });
    }
    ~Timer()
    {
        m_notifier.setEnabled(false);
        close(m_descriptor);
    }

    void start(qint64 ns)
    {
        // Zero would disarm it.
        const qint64 wait = std::max<qint64>(ns, 1);
        const itimerspec when{{0, 0}, {wait / 1'000'000'000, wait % 1'000'000'000}};
        timerfd_settime(m_descriptor, 0, &when, nullptr);
    }
    void stop()
    {
        const itimerspec never{};
        timerfd_settime(m_descriptor, 0, &never, nullptr);
    }

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

#else

/// QTimer, at its most precise.
class Alarm::Timer
{
public:
    template <typename Function> Timer(QObject *context, Function fired)
    {
        m_timer.setSingleShot(true);
        m_timer.setTimerType(Qt::PreciseTimer);
        QObject::connect(&m_timer, &QTimer::timeout, context, fired);
    }

    void start(qint64 ns) { m_timer.start(int((ns + 999'999) / 1'000'000)); }
    void stop() { m_timer.stop(); }

private:
    QTimer m_timer;
};

#endif

Alarm::Alarm(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_timer(std::make_unique<Timer>(this, [this] {
        m_armed = false;
        Q_EMIT fired();
    }))
{
}

Alarm::~Alarm() = default;

void Alarm::require(qint64 atNs)
{
    if (m_armed && m_at <= atNs)
        return;
    m_armed = true;
    m_at = atNs;
    m_timer->start(std::clamp(atNs - m_clock.nowNs(), qint64(0), LongestNs));
}

void Alarm::stop()
{
    m_armed = false;
    m_timer->stop();
}

} // namespace linnet::net

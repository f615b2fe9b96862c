// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/process/interruptwatcher.h"

#include <atomic>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>
#include <array>
#include <csignal>
#include <ctime>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace linnet::cli {

namespace {

/// One interrupt may arrive as several signals: timeout(1) sends its own to the program and to its group.
constexpr qint64 OneInterruptNs = 1'000'000'000;

std::atomic<qint64> firstNs = 0; ///< when the first one came; 0 = none yet
std::atomic<bool> isSaving = false;

/// True for the first interrupt; ends the program at the next that is one of its own, and while there is
/// nothing to save.
bool isFirst(qint64 nowNs)
{
    if (!isSaving.load())
        std::_Exit(130);
    qint64 first = 0;
    if (firstNs.compare_exchange_strong(first, nowNs))
        return true;
    if (nowNs - first >= OneInterruptNs)
        std::_Exit(130);
    return false;
}

#ifdef Q_OS_WIN
std::atomic<InterruptWatcher *> watcher = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (!isFirst(qint64(GetTickCount64()) * 1'000'000 + 1))
        return TRUE;
    if (InterruptWatcher *target = watcher.load())
        QMetaObject::invokeMethod(target, &InterruptWatcher::interrupted, Qt::QueuedConnection);
    return TRUE;
}
#else
std::array<int, 2> wake{-1, -1};

// Only what POSIX allows in a handler: the clock, and a write to the pipe that the event loop watches.
void onSignal(int)
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    if (!isFirst(qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec + 1))
        return;
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wake[1], &byte, 1);
}
#endif

} // namespace

void InterruptWatcher::beginSaving()
{
    isSaving = true;
}

bool InterruptWatcher::isInterrupted()
{
    return firstNs.load() != 0;
}

#ifdef Q_OS_WIN

InterruptWatcher::InterruptWatcher(QObject *parent)
    : QObject(parent)
{
    watcher = this;
    SetConsoleCtrlHandler(onConsoleEvent, TRUE);
}

InterruptWatcher::~InterruptWatcher()
{
    SetConsoleCtrlHandler(onConsoleEvent, FALSE);
    watcher = nullptr;
}

#else

InterruptWatcher::InterruptWatcher(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, wake.data()) != 0)
        return;
    auto *notifier = new QSocketNotifier(wake[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this, notifier] {
        notifier->setEnabled(false);
        Q_EMIT interrupted();
    });
    std::signal(SIGINT, onSignal);
    std::signal(SIGTERM, onSignal);
    // The terminal was closed; nohup(1) wants that not to matter.
    if (std::signal(SIGHUP, onSignal) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);
}

InterruptWatcher::~InterruptWatcher()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    if (std::signal(SIGHUP, SIG_DFL) == SIG_IGN)
        std::signal(SIGHUP, SIG_IGN);
    for (int &end : wake) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

#endif

} // namespace linnet::cli

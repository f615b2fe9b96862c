// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/interruptwatcher.h"

#include <atomic>
#include <cstdlib>

#ifdef Q_OS_WIN
#include <windows.h>
#else
#include <QSocketNotifier>
#include <array>
#include <csignal>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace linnet::cli {

namespace {

std::atomic_bool seen = false;

#ifdef Q_OS_WIN
std::atomic<InterruptWatcher *> watcher = nullptr;

BOOL WINAPI onConsoleEvent(DWORD)
{
    if (seen.exchange(true))
        std::_Exit(130);
    if (InterruptWatcher *target = watcher.load())
        QMetaObject::invokeMethod(target, &InterruptWatcher::interrupted, Qt::QueuedConnection);
    return TRUE;
}
#else
std::array<int, 2> wake{-1, -1};

// Only what POSIX allows in a handler: a write to the pipe that the event loop watches.
void onSignal(int)
{
    if (seen.exchange(true))
        std::_Exit(130);
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(wake[1], &byte, 1);
}
#endif

} // namespace

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
}

InterruptWatcher::~InterruptWatcher()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    for (int &end : wake) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

#endif

} // namespace linnet::cli

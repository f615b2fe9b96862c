// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linnet::cli {

/// Turns Ctrl+C (SIGINT, SIGTERM, SIGHUP; console events on Windows) into a signal on the event loop. One per
/// program. As long as there is nothing to save, an interrupt ends the program at once, with status 130: it
/// may wait for an input that never comes. A second interrupt does so too, when it comes a second after the
/// first or later.
class InterruptWatcher : public QObject
{
    Q_OBJECT

public:
    explicit InterruptWatcher(QObject *parent = nullptr);
    ~InterruptWatcher() override;

    /// From now on there is something to save. Any thread.
    static void beginSaving();
    /// An interrupt has come since then. Any thread.
    static bool isInterrupted();

Q_SIGNALS:
    void interrupted();
};

} // namespace linnet::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace linnet::cli {

/// Turns Ctrl+C (SIGINT, SIGTERM; console events on Windows) into a signal on the event loop. One per
/// program. A second interrupt ends the program at
/// once, when it comes a second after the first or later.
class InterruptWatcher : public QObject
{
    Q_OBJECT

public:
    explicit InterruptWatcher(QObject *parent = nullptr);
    ~InterruptWatcher() override;

Q_SIGNALS:
    void interrupted();
};

} // namespace linnet::cli

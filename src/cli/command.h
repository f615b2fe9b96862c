// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

namespace linnet::cli {

/// Exit statuses of linnet-cli; a contract with scripts.
enum ExitStatus : int
{
    Done = 0,
    DoneWithFailures = 1,
    BadUsage = 2,
    NothingGot = 3,
    NotStored = 4,
    Interrupted = 130,
};

/// One command of linnet-cli. Runs on the event loop and ends once with finished().
class Command : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual QString name() const = 0;
    virtual QString summary() const = 0; ///< translated, one line
    /// args without program and command name.
    virtual void start(const QStringList &args) = 0;
    /// Ctrl+C; ends soon with Interrupted.
    virtual void interrupt() { Q_EMIT finished(Interrupted); }

Q_SIGNALS:
    void finished(int status);
};

} // namespace linnet::cli

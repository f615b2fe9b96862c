// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/usage/programfacts.h"
#include "cli/output/console.h"

#include <QObject>
#include <QStringList>

namespace linnet::cli {

class Options;

/// Exit statuses of linnet-cli; a contract with scripts.
enum ExitStatus : int
{
    Done = 0,
    DoneWithFailures = 1,
    BadUsage = 2,
    NothingGot = 3,
    NotStored = 4,
    LevelReached = 5, ///< of "audit": there is a finding as bad as was asked
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
    virtual void interrupt() { end(Interrupted); }
    /// What it takes, as its --help says; of a command with kinds one of each. Starts nothing.
    std::vector<ProgramFacts> facts();

Q_SIGNALS:
    void finished(int status);

protected:
    Console &console() { return m_console; }

    /// The first words that say what it does, such as "check" and "fetch" of proxies.
    virtual QStringList kinds() const { return {}; }
    void end(int status);
    void endWith(int status, const Error &error);
    bool hasEnded() const { return m_ended; }
    /// Of a project that rows or work should come from and that cannot be read: one that is no project, or of
    /// a newer version, is no usable input.
    static ExitStatus statusOfUnreadable(const Error &error);
    /// Prints help or a usage error; true when the command has ended.
    bool endedByParsing(Options &options, const QStringList &args);
    /// Complains about the first of these that is an error; true when the command has ended.
    template <typename... T> bool endedByErrors(const Result<T> &...read);

private:
    Console m_console;
    bool m_ended = false;
    std::vector<ProgramFacts> *m_told = nullptr; ///< where facts() collects
};

template <typename... T> bool Command::endedByErrors(const Result<T> &...read)
{
    ((!hasEnded() && !read ? endWith(BadUsage, read.error()) : void()), ...);
    return hasEnded();
}

} // namespace linnet::cli

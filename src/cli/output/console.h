// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFile>
#include <QString>

#include <cstdio>
#include <optional>

namespace linnet::cli {

/// Standard output, standard error and the log file. Everything is UTF-8 and flushed line by line. Control
/// characters from outside are escaped, so that a terminal shows them (visibleText()).
class Console
{
public:
    void setQuiet(bool quiet) { m_quiet = quiet; }
    /// False when the file cannot be written.
    bool setLog(const QString &path);

    void out(const QString &line); ///< results
    void say(const QString &line); ///< messages: always on stderr, and in the log
    void complain(const Error &error, const QString &about = {});
    void progress(
        const QString &line); ///< one changing line on a terminal, hidden by --quiet; in the log as it is
    void endProgress();

    /// What was meant for standard output or the log and could not be written there; the first such error.
    const std::optional<Error> &lost() const { return m_lost; }

private:
    void log(const QString &line);
    void write(FILE *stream, const QString &text);

    QFile m_log;
    std::optional<Error> m_lost;
    bool m_quiet = false;
    qsizetype m_progressWidth = 0;
};

} // namespace linnet::cli

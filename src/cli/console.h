// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QFile>
#include <QString>

namespace linnet::cli {

/// Standard output, standard error and the log file. Everything is UTF-8 and flushed line by line.
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

private:
    void log(const QString &line);

    QFile m_log;
    bool m_quiet = false;
    qsizetype m_progressWidth = 0;
};

} // namespace linnet::cli

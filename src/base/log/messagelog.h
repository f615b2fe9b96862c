// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/log/logfile.h"

#include <QtGlobal>

namespace linnet {

/// While it lives, what the program's own parts tell and all warnings go to a file of lines, without secrets,
/// each with its moment (UTC); and on to where they went before, without secrets, too. One at a time.
class MessageLog
{
public:
    static constexpr qsizetype LongestLine = 4000; ///< letters

    /// In this folder.
    explicit MessageLog(const QString &folder);
    ~MessageLog();
    Q_DISABLE_COPY_MOVE(MessageLog)

    const LogFile &file() const { return m_file; }

private:
    static void take(QtMsgType type, const QMessageLogContext &context, const QString &text);
    void keep(QtMsgType type, const char *category, const QString &text);
    void writeLine(const QString &what);

    LogFile m_file;
    QtMessageHandler m_before;
    QString m_lastSaid;
    qint64 m_again = 0; ///< times that the last line was said once more
};

} // namespace linnet

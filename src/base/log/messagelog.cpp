// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/messagelog.h"

#include "base/log/redacted.h"
#include "base/visibletext.h"

#include <QDateTime>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

QMutex s_messages; ///< held while a message is kept, and while the log comes or goes
MessageLog *s_messageLog = nullptr;
thread_local bool t_isKeeping = false; ///< what is said while a line is written is not written

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "error"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return {};
}

bool isKept(QtMsgType type, QByteArrayView category)
{
    if (type == QtDebugMsg)
        return false;
    return type != QtInfoMsg || category.startsWith("linnet.");
}

} // namespace

MessageLog::MessageLog(const QString &folder)
    : m_file(folder)
{
    const QMutexLocker lock(&s_messages);
    Q_ASSERT(!s_messageLog);
    s_messageLog = this;
    m_before = qInstallMessageHandler(&MessageLog::take);
}

MessageLog::~MessageLog()
{
    qInstallMessageHandler(m_before);
    const QMutexLocker lock(&s_messages);
    s_messageLog = nullptr;
}

void MessageLog::take(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    const QString clean = redacted(text.left(2 * LongestLine));
    QtMessageHandler before = nullptr;
    if (!t_isKeeping) {
        const QMutexLocker lock(&s_messages);
        t_isKeeping = true;
        if (s_messageLog) {
            before = s_messageLog->m_before;
            if (isKept(type, context.category))
                s_messageLog->keep(type, context.category, clean);
        }
        t_isKeeping = false;
    }
    if (before)
        before(type, context, clean);
}

void MessageLog::keep(QtMsgType type, const char *category, const QString &text)
{
    const QString said =
        u"%1 %2: %3"_s.arg(levelName(type), QLatin1StringView(category), visibleText(text)).left(LongestLine);
    if (said == m_lastSaid) {
        ++m_again;
        return;
    }
    if (m_again > 0)
        writeLine(u"info linnet.log: the line before came %1 more time(s)"_s.arg(m_again));
    m_again = 0;
    m_lastSaid = said;
    writeLine(said);
}

void MessageLog::writeLine(const QString &what)
{
    m_file.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs) + u' ' + what);
}

} // namespace linnet

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/console.h"

#include "base/errortext.h"
#include "base/visibletext.h"
#include "exports/file/fileerror.h"

#include <QDateTime>

#include <cerrno>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace linnet::cli {

// Nobody can be told that standard error cannot be written.
void Console::write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    errno = 0;
    const bool written =
        std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream) == size_t(bytes.size());
    if ((std::fflush(stream) != 0 || !written) && stream == stdout && !m_lost)
        m_lost = exports::fileError(QString(), qt_error_string(errno), errno);
}

bool Console::setLog(const QString &path)
{
    m_log.setFileName(path);
    return m_log.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text);
}

void Console::out(const QString &line)
{
    write(stdout, visibleText(line, LineBreaks::Keep) + u'\n');
}

void Console::say(const QString &line)
{
    endProgress();
    write(stderr, visibleText(line, LineBreaks::Keep) + u'\n');
    log(line);
}

void Console::complain(const Error &error, const QString &about)
{
    const QString sentence = visibleText(ErrorText::sentence(error));
    say(about.isEmpty() ? QStringLiteral("linnet-cli: ") + sentence
                        : QStringLiteral("linnet-cli: %1: %2").arg(visibleText(about), sentence));
}

void Console::progress(const QString &text)
{
    const QString line = visibleText(text);
    log(line);
    if (m_quiet)
        return;
    if (!isatty(fileno(stderr))) {
        write(stderr, line + QLatin1Char('\n'));
        return;
    }
    write(stderr, QLatin1Char('\r') + line.leftJustified(m_progressWidth));
    m_progressWidth = line.size();
}

void Console::endProgress()
{
    if (m_progressWidth > 0)
        write(stderr, QStringLiteral("\n"));
    m_progressWidth = 0;
}

void Console::log(const QString &line)
{
    if (!m_log.isOpen())
        return;
    const QByteArray bytes = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' ' +
                             visibleText(line, LineBreaks::Keep).toUtf8() + '\n';
    errno = 0;
    if ((m_log.write(bytes) != bytes.size() || !m_log.flush()) && !m_lost)
        m_lost = exports::deviceError(m_log, errno);
}

} // namespace linnet::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/console.h"

#include "base/errortext.h"

#include <QDateTime>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace linnet::cli {

namespace {

void write(FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
    std::fflush(stream);
}

} // namespace

bool Console::setLog(const QString &path)
{
    m_log.setFileName(path);
    return m_log.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Text);
}

void Console::out(const QString &line)
{
    write(stdout, line + QLatin1Char('\n'));
}

void Console::say(const QString &line)
{
    endProgress();
    write(stderr, line + QLatin1Char('\n'));
    log(line);
}

void Console::complain(const Error &error, const QString &about)
{
    const QString sentence = ErrorText::sentence(error);
    say(about.isEmpty() ? QStringLiteral("linnet-cli: ") + sentence
                        : QStringLiteral("linnet-cli: %1: %2").arg(about, sentence));
}

void Console::progress(const QString &line)
{
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
    m_log.write(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toUtf8() + ' ' + line.toUtf8() +
                '\n');
    m_log.flush();
}

} // namespace linnet::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/processmark.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QRegularExpression>
#include <QSysInfo>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <cerrno>
#include <csignal>
#endif

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

QString ownPlace()
{
    const QByteArray space = QFile::symLinkTarget(u"/proc/self/ns/pid"_s).toUtf8();
    const QByteArray whole = QSysInfo::machineUniqueId() + QSysInfo::machineHostName().toUtf8() + space;
    return QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha1).toHex().first(8));
}

bool isAlive(qint64 process)
{
#ifdef Q_OS_WIN
    const HANDLE handle = OpenProcess(SYNCHRONIZE, FALSE, DWORD(process));
    if (!handle)
        return GetLastError() == ERROR_ACCESS_DENIED;
    const bool alive = WaitForSingleObject(handle, 0) == WAIT_TIMEOUT;
    CloseHandle(handle);
    return alive;
#else
    return kill(pid_t(process), 0) == 0 || errno != ESRCH;
#endif
}

} // namespace

ProcessMark ProcessMark::own()
{
    return {QCoreApplication::applicationPid(), ownPlace()};
}

std::optional<ProcessMark> ProcessMark::of(const QString &text)
{
    static const QRegularExpression pattern(u"^([0-9]{1,9})-([0-9a-f]{8})$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return {};
    return ProcessMark(match.captured(1).toLongLong(), match.captured(2));
}

QString ProcessMark::toString() const
{
    return QString::number(m_process) + u'-' + m_place;
}

bool ProcessMark::isOfTheDead() const
{
    return m_place == ownPlace() && !isAlive(m_process);
}

} // namespace linnet::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/atomicfile.h"

#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QSysInfo>

#include <cerrno>
#include <filesystem>
#ifdef Q_OS_WIN
#include <io.h>
#include <qt_windows.h>
#else
#include <csignal>
#include <unistd.h>
#endif

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// After a power cut a file that was renamed but not synchronised may be empty.
bool synchronise(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        return false;
#ifdef Q_OS_WIN
    return _commit(file.handle()) == 0;
#else
    return fsync(file.handle()) == 0 || errno == EINVAL || errno == ENOTSUP;
#endif
}

/// Where numbers of processes are unique: this computer, or its container. Folders are shared between them.
QString place()
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

/// Files of processes of this place that are gone.
void removeOrphans(const QDir &folder)
{
    static const QRegularExpression pattern(u"^\\.linnet-([0-9]{1,9})-([0-9a-f]{8})-[0-9a-z]+\\.tmp$"_s);
    const QStringList names = folder.entryList({u".linnet-*.tmp"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const QRegularExpressionMatch match = pattern.match(name);
        if (match.hasMatch() && match.captured(2) == place() && !isAlive(match.captured(1).toLongLong()))
            QFile::remove(folder.filePath(name));
    }
}

} // namespace

AtomicFile::AtomicFile(const QString &path)
    : m_final(finalPath(path))
{
    const QDir folder = QFileInfo(m_final).absoluteDir();
    removeOrphans(folder);
    m_temporary = folder.filePath(
        u".linnet-%1-%2-%3.tmp"_s.arg(QString::number(QCoreApplication::applicationPid()), place(),
                                      QString::number(QRandomGenerator::system()->generate64(), 36)));
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.isEmpty())
        QFile::remove(m_temporary);
}

Result<void> AtomicFile::commit()
{
    errno = 0;
    if (!synchronise(m_temporary))
        return std::unexpected(fileError(m_final, u"the file could not be brought to the disk"_s, errno));
    const QFileInfo old(m_final);
    if (old.exists())
        QFile::setPermissions(m_temporary, old.permissions());
    std::error_code error;
    std::filesystem::rename(QFileInfo(m_temporary).filesystemFilePath(), old.filesystemFilePath(), error);
    if (error)
        return std::unexpected(fileError(m_final, QString::fromStdString(error.message()), error.value()));
    m_temporary.clear();
    return {};
}

} // namespace linnet::exports

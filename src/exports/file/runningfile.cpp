// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/runningfile.h"

#include "exports/file/atomicfile.h"
#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"
#include "exports/file/processmark.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What tells a file from another one that later has its name.
QByteArray identity(const QString &path)
{
    const QFileInfo info(path);
    const QDateTime birth = info.birthTime();
    return QByteArray::number(birth.isValid() ? birth.toMSecsSinceEpoch() : 0) + '\n' +
           info.fileName().toUtf8() + '\n';
}

QString markPath(const QString &part)
{
    const QFileInfo info(part);
    const QByteArray name =
        QCryptographicHash::hash(info.fileName().toUtf8(), QCryptographicHash::Sha1).toHex().first(8);
    return info.dir().filePath(
        u".linnet-%1-%2.run"_s.arg(ProcessMark::own().toString(), QString::fromLatin1(name)));
}

/// Marks of processes that are gone, and their files.
void removeLeftovers(const QDir &folder)
{
    static const QRegularExpression pattern(u"^\\.linnet-([0-9]+-[0-9a-f]+)-[0-9a-f]+\\.run$"_s);
    for (const QString &name : folder.entryList({u".linnet-*.run"_s}, QDir::Files | QDir::Hidden)) {
        const auto maker = ProcessMark::of(pattern.match(name).captured(1));
        QFile mark(folder.filePath(name));
        if (!maker || !maker->isOfTheDead() || !mark.open(QIODevice::ReadOnly))
            continue;
        constexpr qint64 Longest = 4096;
        const QByteArray known = mark.read(Longest);
        mark.close();
        const QString part = folder.filePath(QString::fromUtf8(known.split('\n').value(1)));
        const QFileInfo info(part);
        if (info.isFile() && !info.isSymLink() && info.dir() == folder && identity(part) == known)
            QFile::remove(part);
        mark.remove();
    }
}

} // namespace

QString RunningFile::pathBeside(const QString &path)
{
    return finalPath(path) + ".part"_L1;
}

RunningFile::RunningFile(const QString &path)
    : m_final(finalPath(path))
    , m_file(pathBeside(path))
{
}

Result<std::unique_ptr<RunningFile>> RunningFile::create(const QString &path)
{
    std::unique_ptr<RunningFile> result(new RunningFile(path));
    QFile &file = result->m_file;
    removeLeftovers(QFileInfo(file.fileName()).absoluteDir());
    errno = 0;
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return std::unexpected(deviceError(file, errno));
    // What is not for everybody is not while it grows, either.
    if (const QFileInfo old(result->m_final); old.exists())
        file.setPermissions(old.permissions() | QFile::WriteOwner);
    result->m_mark = markPath(file.fileName());
    QFile mark(result->m_mark);
    const QByteArray known = identity(file.fileName());
    errno = 0;
    if (!mark.open(QIODevice::WriteOnly) || mark.write(known) != known.size() || !mark.flush())
        return std::unexpected(deviceError(mark, errno));
    return result;
}

RunningFile::~RunningFile()
{
    if (m_file.isOpen()) {
        m_file.close();
        m_file.remove();
    }
    if (!m_mark.isEmpty())
        QFile::remove(m_mark);
}

Result<void> RunningFile::commit()
{
    errno = 0;
    if (!m_file.flush())
        return std::unexpected(deviceError(m_file, errno));
    m_file.close();
    const Result<void> replaced = AtomicFile::replace(m_file.fileName(), m_final);
    if (!replaced)
        m_file.remove();
    return replaced;
}

} // namespace linnet::exports

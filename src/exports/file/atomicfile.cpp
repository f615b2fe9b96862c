// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/atomicfile.h"

#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"
#include "exports/file/processmark.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <cerrno>
#include <filesystem>
#ifdef Q_OS_WIN
#include <io.h>
#else
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

/// Files of processes of this place that are gone.
void removeOrphans(const QDir &folder)
{
    static const QRegularExpression pattern(u"^\\.linnet-([0-9]+-[0-9a-f]+)-[0-9a-z]+\\.tmp$"_s);
    const QStringList names = folder.entryList({u".linnet-*.tmp"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : names) {
        const auto maker = ProcessMark::of(pattern.match(name).captured(1));
        if (maker && maker->isOfTheDead())
            QFile::remove(folder.filePath(name));
    }
}

} // namespace

AtomicFile::AtomicFile(const QString &path)
    : m_final(finalPath(path))
{
    const QDir folder = QFileInfo(m_final).absoluteDir();
    removeOrphans(folder);
    m_temporary = folder.filePath(u".linnet-%1-%2.tmp"_s.arg(
        ProcessMark::own().toString(), QString::number(QRandomGenerator::system()->generate64(), 36)));
}

AtomicFile::~AtomicFile()
{
    if (!m_temporary.isEmpty())
        QFile::remove(m_temporary);
}

Result<void> AtomicFile::commit()
{
    const Result<void> replaced = replace(m_temporary, m_final);
    if (replaced)
        m_temporary.clear();
    return replaced;
}

Result<void> AtomicFile::replace(const QString &temporary, const QString &path)
{
    errno = 0;
    if (!synchronise(temporary))
        return std::unexpected(fileError(path, u"the file could not be brought to the disk"_s, errno));
    const QFileInfo old(path);
    if (old.exists())
        QFile::setPermissions(temporary, old.permissions());
    std::error_code error;
    std::filesystem::rename(QFileInfo(temporary).filesystemFilePath(), old.filesystemFilePath(), error);
    if (error)
        return std::unexpected(fileError(path, QString::fromStdString(error.message()), error.value()));
    return {};
}

} // namespace linnet::exports

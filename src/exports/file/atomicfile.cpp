// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/atomicfile.h"

#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"

#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

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

} // namespace

AtomicFile::AtomicFile(const QString &path)
    : m_final(finalPath(path))
{
    const QString random = QString::number(QRandomGenerator::system()->generate64(), 36);
    m_temporary = QFileInfo(m_final).absolutePath() + "/.linnet-"_L1 + random + ".tmp"_L1;
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

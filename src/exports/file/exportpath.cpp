// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/exportpath.h"

#include "exports/file/fileerror.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

QString resolvedPath(const QString &path, QDate today)
{
    const QFileInfo info(path);
    const QString name = info.fileName();
    if (path == "-"_L1 || isSpecialFile(path) || name.isEmpty() || name == "."_L1 || name == ".."_L1 ||
        !info.suffix().isEmpty())
        return path;
    const QString stem = path.endsWith(u'.') ? path.chopped(1) : path;
    return stem + today.toString(Qt::ISODate) + ".csv"_L1;
}

QString finalPath(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isSymLink())
        return info.absoluteFilePath();
    const QString target = info.canonicalFilePath();
    return target.isEmpty() ? info.symLinkTarget() : target;
}

bool isSpecialFile(const QString &path)
{
    const QFileInfo info(path);
    return info.exists() && !info.isFile() && !info.isDir();
}

Result<void> checkWritable(const QString &path)
{
    if (path == "-"_L1)
        return {};
    if (path.isEmpty())
        return fail(Reason::BadValue, u"the name of the file is empty"_s);
    const QFileInfo info(finalPath(path));
    if (info.isDir() || path.endsWith(u'/'))
        return fail(Reason::Io, path + ": this is a folder, not a file"_L1);
    if (info.exists() && !info.isWritable())
        return fail(Reason::Io, path + ": the file is write-protected"_L1);
    if (isSpecialFile(path))
        return {};
    const QDir folder = info.dir();
    if (!folder.exists())
        return fail(Reason::Io, path + ": the folder does not exist"_L1);
    // Trying is the only test that holds for access lists, read-only volumes and sandboxes alike.
    errno = 0;
    QTemporaryFile probe(folder.filePath(u".linnet-XXXXXX"_s));
    if (!probe.open())
        return std::unexpected(fileError(path, probe.errorString(), errno));
    return {};
}

} // namespace linnet::exports

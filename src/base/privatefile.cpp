// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/privatefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace linnet {

bool createPrivateFile(const QString &path)
{
    if (QFile::exists(path))
        return true;
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner) ||
           QFile::exists(path);
}

bool makePrivateFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return true;
    // Those above it may be the system's, as ~/.local/share is.
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return false;
    return QDir().mkdir(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner) ||
           QFileInfo(path).isDir();
}

} // namespace linnet

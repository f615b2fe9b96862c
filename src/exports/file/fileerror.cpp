// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/fileerror.h"

#include <QFileDevice>
#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Less than this much room on a volume, in bytes, means that it is what stopped the writing.
constexpr qint64 NoRoom = 64 * 1024;

bool saysFull(int code)
{
#ifdef EDQUOT
    if (code == EDQUOT)
        return true;
#endif
    return code == ENOSPC;
}

bool volumeIsFull(const QString &path)
{
    const QStorageInfo volume(QFileInfo(path).absolutePath());
    return volume.isValid() && volume.isReady() && !volume.isReadOnly() && volume.bytesTotal() > 0 &&
           volume.bytesAvailable() < NoRoom;
}

} // namespace

Error fileError(const QString &path, const QString &message, int code)
{
    const bool full = saysFull(code) || (!path.isEmpty() && volumeIsFull(path));
    const QString detail = path.isEmpty() ? message : path + ": "_L1 + message;
    return {full ? Reason::DiskFull : Reason::Io, 0, detail};
}

Error deviceError(const QIODevice &device, int code)
{
    const auto *file = qobject_cast<const QFileDevice *>(&device);
    return fileError(file ? file->fileName() : QString(), device.errorString(), code);
}

} // namespace linnet::exports

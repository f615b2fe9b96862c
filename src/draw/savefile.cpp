// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/savefile.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

namespace linnet::draw {

namespace {

constexpr qint64 NoRoom = 64 * 1024; ///< bytes; a volume with less is full

} // namespace

Result<void> saveFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    const QStorageInfo volume(QFileInfo(path).absolutePath());
    const bool full = volume.isValid() && volume.isReady() && !volume.isReadOnly() &&
                      volume.bytesTotal() > 0 && volume.bytesAvailable() < NoRoom;
    return fail(full ? Reason::DiskFull : Reason::Io, path + QStringLiteral(": ") + file.errorString());
}

} // namespace linnet::draw

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/shareddata.h"

#include <QDir>
#include <QFile>

namespace linnet::test {

QString sharedFile(const QString &relativePath)
{
    const QString fallback = QStringLiteral(LINNET_SOURCE_DIR "/../shared");
    const QDir root(qEnvironmentVariable("LINNET_SHARED", fallback));
    const QString path = root.filePath(relativePath);
    return QFile::exists(path) ? path : QString();
}

QByteArray sharedBytes(const QString &relativePath)
{
    QFile file(sharedFile(relativePath));
    return !file.fileName().isEmpty() && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace linnet::test

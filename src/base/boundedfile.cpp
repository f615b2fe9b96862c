// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/boundedfile.h"

#include <QFile>

#include <algorithm>
#include <cstdio>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

Result<QByteArray> readBounded(const QString &path, qint64 largest)
{
    constexpr qint64 Piece = 1024 * 1024;
    QFile file(path);
    const bool opened =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    const auto failed = [&] { return fail(Reason::Io, path + ": "_L1 + file.errorString()); };
    if (!opened)
        return failed();
    QByteArray bytes;
    while (bytes.size() <= largest) {
        const QByteArray piece = file.read(std::min(Piece, largest + 1 - bytes.size()));
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    if (file.error() != QFileDevice::NoError)
        return failed();
    if (bytes.size() > largest)
        return fail(Reason::TooLarge, path);
    return bytes;
}

} // namespace linnet

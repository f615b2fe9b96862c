// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/zipsizes.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype EndRecordBytes = 22;   // APPNOTE 4.3.16, without its comment
constexpr qsizetype Locator64Bytes = 20;   // APPNOTE 4.3.15
constexpr qsizetype EndRecord64Bytes = 56; // APPNOTE 4.3.14, version 1
constexpr qsizetype EntryBytes = 46;       // APPNOTE 4.3.12, without names and extras
constexpr qsizetype MostDirectoryBytes = 1 << 24;

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

std::unexpected<Error> broken()
{
    return fail(Reason::Io, u"the ZIP archive has no readable directory"_s);
}

/// The central directory. It ends where the end records begin, so its place is known without its (maybe
/// 64-bit) offset.
Result<QByteArray> directoryBytes(QIODevice &archive)
{
    const qint64 tail = std::min<qint64>(archive.size(), 0xFFFF + EndRecordBytes);
    if (tail < EndRecordBytes || !archive.seek(archive.size() - tail))
        return broken();
    const QByteArray end = archive.read(tail);
    const qsizetype at = end.lastIndexOf(QByteArrayView("PK\x05\x06", 4));
    if (at < 0 || at + EndRecordBytes > end.size())
        return broken();
    const qint64 size = number32(end, at + 12);
    qint64 stop = archive.size() - tail + at;
    if (at >= Locator64Bytes && number32(end, at - Locator64Bytes) == 0x07064b50)
        stop -= Locator64Bytes + EndRecord64Bytes;
    if (size > std::min<qint64>(stop, MostDirectoryBytes) || !archive.seek(stop - size))
        return broken();
    return archive.read(size);
}

} // namespace

Result<QHash<QByteArray, qint64>> zipSizes(QIODevice &archive)
{
    const Result<QByteArray> directory = directoryBytes(archive);
    if (!directory)
        return std::unexpected(directory.error());
    QHash<QByteArray, qint64> result;
    for (qsizetype at = 0; at < directory->size();) {
        if (at + EntryBytes > directory->size() || number32(*directory, at) != 0x02014b50)
            return broken();
        const quint32 size = number32(*directory, at + 24);
        const quint16 name = number16(*directory, at + 28);
        const qint64 unpacked = size == 0xFFFFFFFF ? -1 : qint64(size);
        result.insert(directory->mid(at + EntryBytes, name), unpacked);
        at += EntryBytes + name + number16(*directory, at + 30) + number16(*directory, at + 32);
    }
    return result;
}

} // namespace linnet::exports

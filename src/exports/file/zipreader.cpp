// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/zipreader.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

#include <zlib.h>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype EndRecordBytes = 22;   // APPNOTE 4.3.16, without its comment
constexpr qsizetype EntryBytes = 46;       // APPNOTE 4.3.12, without names and extras
constexpr qsizetype LocalHeaderBytes = 30; // APPNOTE 4.3.7, the same
constexpr qsizetype MostDirectoryBytes = 1 << 24;
constexpr qint64 MostMemberBytes = 1 << 28;
constexpr quint16 Stored = 0; // APPNOTE 4.4.5
constexpr quint16 Deflated = 8;

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

std::unexpected<Error> broken(const QByteArray &name)
{
    return fail(Reason::Io, u"the ZIP archive is not complete: "_s + QString::fromUtf8(name));
}

/// The central directory. It ends where the end record begins.
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
    const qint64 stop = archive.size() - tail + at;
    if (size > std::min<qint64>(stop, MostDirectoryBytes) || !archive.seek(stop - size))
        return broken();
    return archive.read(size);
}

/// Empty when the bytes are no DEFLATE stream (RFC 1951) of so many bytes.
QByteArray inflated(QByteArray packed, qint64 size)
{
    QByteArray result(size, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return {};
    stream.next_in = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_in = uInt(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.data());
    stream.avail_out = uInt(result.size());
    const int code = inflate(&stream, Z_FINISH);
    const bool whole = code == Z_STREAM_END && stream.avail_out == 0;
    inflateEnd(&stream);
    return whole ? result : QByteArray();
}

} // namespace

Result<ZipReader> ZipReader::open(QIODevice &archive)
{
    const Result<QByteArray> directory = directoryBytes(archive);
    if (!directory)
        return std::unexpected(directory.error());
    ZipReader result(archive);
    for (qsizetype at = 0; at < directory->size();) {
        if (at + EntryBytes > directory->size() || number32(*directory, at) != 0x02014b50)
            return broken();
        const quint16 name = number16(*directory, at + 28);
        result.m_members.append({directory->mid(at + EntryBytes, name), number16(*directory, at + 10),
                                 number32(*directory, at + 16), number32(*directory, at + 20),
                                 number32(*directory, at + 24), number32(*directory, at + 42)});
        at += EntryBytes + name + number16(*directory, at + 30) + number16(*directory, at + 32);
    }
    return result;
}

QList<QByteArray> ZipReader::names() const
{
    QList<QByteArray> result;
    for (const Member &member : m_members)
        result.append(member.name);
    return result;
}

Result<QByteArray> ZipReader::content(const QByteArray &name) const
{
    const auto member =
        std::ranges::find_if(m_members, [&](const Member &candidate) { return candidate.name == name; });
    if (member == m_members.end() || member->size > MostMemberBytes || member->packed > MostMemberBytes ||
        !m_archive->seek(member->at))
        return broken(name);
    const QByteArray header = m_archive->read(LocalHeaderBytes);
    if (header.size() < LocalHeaderBytes || number32(header, 0) != 0x04034b50 ||
        !m_archive->seek(member->at + LocalHeaderBytes + number16(header, 26) + number16(header, 28)))
        return broken(name);
    QByteArray bytes = m_archive->read(member->packed);
    if (bytes.size() != member->packed)
        return broken(name);
    if (member->method == Deflated)
        bytes = inflated(std::move(bytes), member->size);
    else if (member->method != Stored)
        return broken(name);
    const auto crc =
        quint32(crc32(0, reinterpret_cast<const Bytef *>(bytes.constData()), uInt(bytes.size())));
    if (bytes.size() != member->size || crc != member->crc)
        return broken(name);
    return bytes;
}

} // namespace linnet::exports

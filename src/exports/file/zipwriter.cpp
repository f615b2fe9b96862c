// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/zipwriter.h"

#include "exports/file/deflate.h"
#include "exports/file/fileerror.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <cerrno>

namespace linnet::exports {

namespace {

constexpr qint64 Most32 = 0xFFFF'FFFF; // stands for "in the 64-bit field"
constexpr quint16 Version = 20;        // APPNOTE 4.4.3: with DEFLATE
constexpr quint16 Version64 = 45;
constexpr quint16 Deflated = 8;
constexpr quint32 Date = 0x0021'0000; // 1980-01-01 00:00, so that equal tables make equal files
constexpr qsizetype CopyBytes = 256 * 1024;

/// Numbers are little-endian.
class Record
{
public:
    Record &u16(quint16 number) { return put(qToLittleEndian(number)); }
    Record &u32(quint32 number) { return put(qToLittleEndian(number)); }
    Record &u64(quint64 number) { return put(qToLittleEndian(number)); }
    Record &small(qint64 number) { return u32(quint32(std::min(number, Most32))); }
    Record &bytes(const QByteArray &more)
    {
        m_bytes += more;
        return *this;
    }
    const QByteArray &all() const { return m_bytes; }

private:
    template <typename Number> Record &put(Number number)
    {
        m_bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
        return *this;
    }
    QByteArray m_bytes;
};

/// APPNOTE 4.5.3.
QByteArray extra64(std::initializer_list<qint64> numbers)
{
    Record record;
    record.u16(1).u16(quint16(numbers.size() * sizeof(qint64)));
    for (const qint64 number : numbers)
        record.u64(quint64(number));
    return record.all();
}

} // namespace

ZipWriter::ZipWriter(QIODevice &device)
    : m_device(device)
{
}

Result<void> ZipWriter::write(const QByteArray &bytes)
{
    errno = 0;
    if (m_device.write(bytes) != bytes.size())
        return std::unexpected(deviceError(m_device, errno));
    m_written += bytes.size();
    return {};
}

Result<void> ZipWriter::copy(QIODevice &from)
{
    while (!from.atEnd()) {
        errno = 0;
        const QByteArray bytes = from.read(CopyBytes);
        if (bytes.isEmpty())
            return std::unexpected(deviceError(from, errno));
        if (const Result<void> written = write(bytes); !written)
            return written;
    }
    return {};
}

Result<void> ZipWriter::add(const QByteArray &name, const QByteArray &content)
{
    const DeflatedPiece piece = DeflatedPiece::of(content);
    const QByteArray stream = piece.packed + DeflatedPiece::end();
    if (const Result<void> begun = begin(name, {piece.crc, stream.size(), piece.size}); !begun)
        return begun;
    return write(stream);
}

Result<void> ZipWriter::begin(const QByteArray &name, const Packed &packed)
{
    const bool isLarge = packed.size >= Most32 || packed.packed >= Most32;
    const bool isFar = m_written >= Most32;
    const quint16 version = isLarge || isFar ? Version64 : Version;
    const QByteArray sizes = isLarge ? extra64({packed.size, packed.packed}) : QByteArray();
    const qint64 inHeader = isLarge ? Most32 : 0; // then both stand in the extra field
    const auto common = [&](Record &record) {
        record.u16(version).u16(0).u16(Deflated).u32(Date).u32(packed.crc);
        record.small(std::max(packed.packed, inHeader)).small(std::max(packed.size, inHeader));
        record.u16(quint16(name.size()));
    };
    Record local; // APPNOTE 4.3.7
    local.u32(0x04034b50);
    common(local);
    local.u16(quint16(sizes.size())).bytes(name).bytes(sizes);

    QByteArray extra = sizes;
    if (isFar)
        extra = isLarge ? extra64({packed.size, packed.packed, m_written}) : extra64({m_written});
    Record entry; // APPNOTE 4.3.12
    entry.u32(0x02014b50).u16(version);
    common(entry);
    entry.u16(quint16(extra.size())).u16(0).u16(0).u16(0).u32(0).small(m_written);
    m_directory += entry.bytes(name).bytes(extra).all();
    ++m_members;
    return write(local.all());
}

Result<void> ZipWriter::finish()
{
    const qint64 at = m_written;
    const qint64 size = m_directory.size();
    Record end;
    if (at >= Most32 || size >= Most32) {
        constexpr qint64 RecordBytes = 44; // APPNOTE 4.3.14, what follows this number
        end.u32(0x06064b50).u64(RecordBytes).u16(Version64).u16(Version64).u32(0).u32(0);
        end.u64(quint64(m_members)).u64(quint64(m_members)).u64(quint64(size)).u64(quint64(at));
        end.u32(0x07064b50).u32(0).u64(quint64(at + size)).u32(1); // APPNOTE 4.3.15
    }
    end.u32(0x06054b50).u16(0).u16(0).u16(quint16(m_members)).u16(quint16(m_members)); // APPNOTE 4.3.16
    end.small(size).small(at).u16(0);
    if (const Result<void> written = write(m_directory); !written)
        return written;
    return write(end.all());
}

} // namespace linnet::exports

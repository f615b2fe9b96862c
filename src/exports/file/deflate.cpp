// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/file/deflate.h"

#include <zlib.h>

namespace linnet::exports {

namespace {

/// Tables are so repetitive that more effort makes them hardly smaller.
constexpr int Level = 1;

} // namespace

DeflatedPiece DeflatedPiece::of(const QByteArray &bytes)
{
    DeflatedPiece result;
    const auto *begin = reinterpret_cast<const Bytef *>(bytes.constData());
    result.size = bytes.size();
    result.crc = quint32(crc32(0, begin, uInt(bytes.size())));
    z_stream stream{};
    if (deflateInit2(&stream, Level, Z_DEFLATED, -MAX_WBITS, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("not enough memory");
    constexpr uLong FlushBytes = 16; // of the empty block that fills the last byte
    result.packed.resize(qsizetype(deflateBound(&stream, uLong(bytes.size())) + FlushBytes));
    stream.next_in = const_cast<Bytef *>(begin);
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(result.packed.data());
    stream.avail_out = uInt(result.packed.size());
    deflate(&stream, Z_FULL_FLUSH);
    Q_ASSERT(stream.avail_in == 0 && stream.avail_out > 0);
    result.packed.truncate(qsizetype(stream.total_out));
    deflateEnd(&stream);
    return result;
}

QByteArray DeflatedPiece::end()
{
    return QByteArrayLiteral("\x03\x00"); // §3.2.3: a last block with fixed codes, and its end
}

quint32 joinedCrc(quint32 before, quint32 piece, qint64 pieceSize)
{
    return quint32(crc32_combine(before, piece, z_off_t(pieceSize)));
}

} // namespace linnet::exports

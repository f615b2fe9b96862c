// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packed.h"

#include <brotli/encode.h>
#include <zlib.h>
#include <zstd.h>

namespace linnet::test {

namespace {

QByteArray packBrotli(const QByteArray &data)
{
    size_t size = BrotliEncoderMaxCompressedSize(size_t(data.size()));
    QByteArray out(qsizetype(size), Qt::Uninitialized);
    if (!BrotliEncoderCompress(9, BROTLI_MAX_WINDOW_BITS, BROTLI_MODE_TEXT, size_t(data.size()),
                               reinterpret_cast<const uint8_t *>(data.constData()), &size,
                               reinterpret_cast<uint8_t *>(out.data())))
        qFatal("Brotli cannot be used");
    out.truncate(qsizetype(size));
    return out;
}

/// In pieces, as servers do that do not know the size before: then the frame names its window.
QByteArray packZstd(const QByteArray &data, int windowLog)
{
    ZSTD_CCtx *context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    if (windowLog > 0)
        ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog);
    QByteArray out(qsizetype(ZSTD_compressBound(size_t(data.size()))) + 1024, Qt::Uninitialized);
    ZSTD_outBuffer made{out.data(), size_t(out.size()), 0};
    ZSTD_inBuffer in{data.constData(), size_t(data.size()), 0};
    ZSTD_compressStream2(context, &made, &in, ZSTD_e_continue);
    if (ZSTD_compressStream2(context, &made, &in, ZSTD_e_end) != 0)
        qFatal("Zstandard cannot be used");
    ZSTD_freeCCtx(context);
    out.truncate(qsizetype(made.pos));
    return out;
}

} // namespace

QByteArray pack(const QByteArray &data, Packing packing)
{
    if (packing == Packing::Brotli)
        return packBrotli(data);
    if (packing == Packing::Zstd || packing == Packing::ZstdWide)
        return packZstd(data, packing == Packing::Zstd ? 0 : 27);
    const int windowBits = packing == Packing::Gzip ? 15 + 16 : packing == Packing::Zlib ? 15 : -15;
    z_stream z{};
    if (deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("zlib cannot be used");
    QByteArray out(qsizetype(deflateBound(&z, uLong(data.size()))) + 32, Qt::Uninitialized);
    QByteArray in = data;
    z.next_in = reinterpret_cast<Bytef *>(in.data());
    z.avail_in = uInt(in.size());
    z.next_out = reinterpret_cast<Bytef *>(out.data());
    z.avail_out = uInt(out.size());
    deflate(&z, Z_FINISH);
    out.truncate(qsizetype(z.total_out));
    deflateEnd(&z);
    return out;
}

} // namespace linnet::test

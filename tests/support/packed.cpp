// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/packed.h"

#include <zlib.h>

namespace linnet::test {

QByteArray pack(const QByteArray &data, Packing packing)
{
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

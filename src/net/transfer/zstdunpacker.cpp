// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/zstdunpacker.h"

#include <zstd.h>

#include <algorithm>
#include <array>

namespace linnet::net {

namespace {

/// RFC 8878 §3.1: how a frame, or one that is skipped, begins.
bool beginsFrame(char byte)
{
    return byte == 0x28 || (byte & 0xf0) == 0x50;
}

} // namespace

struct ZstdUnpacker::Stream
{
    ZSTD_DStream *z = ZSTD_createDStream();
    ~Stream() { ZSTD_freeDStream(z); }
};

ZstdUnpacker::ZstdUnpacker()
    : m_stream(std::make_unique<Stream>())
{
    if (!m_stream->z || ZSTD_isError(ZSTD_DCtx_setParameter(m_stream->z, ZSTD_d_windowLogMax, MostWindowLog)))
        m_state = State::Broken;
}

ZstdUnpacker::~ZstdUnpacker() = default;

Unpacker::State ZstdUnpacker::feed(QByteArrayView data, QByteArray &out, qint64 limit)
{
    if ((m_state == State::More || m_state == State::End) && !data.isEmpty())
        m_state = unpack(data, out, limit);
    return m_state;
}

Unpacker::State ZstdUnpacker::unpack(QByteArrayView data, QByteArray &out, qint64 limit)
{
    ZSTD_inBuffer in{data.data(), size_t(data.size()), 0};
    std::array<char, 32 * 1024> piece;
    for (;;) {
        if (m_state == State::End) {
            if (in.pos == in.size || !beginsFrame(data[qsizetype(in.pos)]))
                return m_state;
            m_state = State::More;
        }
        ZSTD_outBuffer made{piece.data(), piece.size(), 0};
        const size_t before = in.pos;
        const size_t code = ZSTD_decompressStream(m_stream->z, &made, &in);
        m_consumed += qint64(in.pos - before);
        if (ZSTD_isError(code))
            return State::Broken;
        out.append(piece.data(), qsizetype(std::min(qint64(made.pos), limit - out.size())));
        if (code == 0)
            m_state = State::End;
        if (out.size() >= limit && made.pos > 0 && m_state != State::End)
            return State::Full;
        if (in.pos == in.size && made.pos < made.size)
            return m_state;
    }
}

} // namespace linnet::net

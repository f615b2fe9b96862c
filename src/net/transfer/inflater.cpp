// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/inflater.h"

#include <zlib.h>

#include <algorithm>
#include <array>

namespace linnet::net {

namespace {

constexpr int GzipOrZlib = 15 + 32;
constexpr int RawDeflate = -15;

} // namespace

struct Inflater::Stream
{
    z_stream z{};
    ~Stream() { inflateEnd(&z); }
};

Inflater::Inflater()
    : m_stream(std::make_unique<Stream>())
{
    if (inflateInit2(&m_stream->z, GzipOrZlib) != Z_OK)
        m_state = State::Broken;
}

Inflater::~Inflater() = default;

bool Inflater::restart(int windowBits)
{
    return inflateReset2(&m_stream->z, windowBits) == Z_OK;
}

Inflater::State Inflater::feed(QByteArrayView data, QByteArray &out, qint64 limit)
{
    if (m_state == State::Broken || m_state == State::Full || data.isEmpty())
        return m_state;
    m_state = unpack(data, out, limit);
    m_consumed += data.size() - m_stream->z.avail_in;
    return m_state;
}

Inflater::State Inflater::unpack(QByteArrayView data, QByteArray &out, qint64 limit)
{
    z_stream &z = m_stream->z;
    // zlib's interface predates const; it does not write to its input.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
    z.avail_in = uInt(data.size());
    std::array<char, 32 * 1024> piece;
    for (;;) {
        if (m_state == State::End) {
            // Another member may follow; anything else behind the end is ignored, as browsers do.
            if (z.avail_in == 0 || *z.next_in != 0x1f || !restart(GzipOrZlib))
                return m_state;
            m_state = State::More;
        }
        z.next_out = reinterpret_cast<Bytef *>(piece.data());
        z.avail_out = uInt(piece.size());
        const int code = inflate(&z, Z_NO_FLUSH);
        if (code == Z_DATA_ERROR && !m_started && z.total_in <= 2 && restart(RawDeflate)) {
            m_started = true;
            z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(data.data()));
            z.avail_in = uInt(data.size());
            continue;
        }
        const auto made = qint64(piece.size() - z.avail_out);
        m_started = m_started || made > 0;
        out.append(piece.data(), qsizetype(std::min(made, limit - out.size())));
        if (out.size() >= limit && made > 0 && code != Z_STREAM_END)
            return State::Full;
        if (code == Z_STREAM_END)
            m_state = State::End;
        else if (code != Z_OK && code != Z_BUF_ERROR)
            return State::Broken;
        else if (z.avail_in == 0 && z.avail_out > 0)
            return m_state;
        else if (code == Z_BUF_ERROR)
            return m_state;
    }
}

} // namespace linnet::net

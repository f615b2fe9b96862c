// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/brotliunpacker.h"

#include <brotli/decode.h>

#include <algorithm>
#include <array>

namespace linnet::net {

struct BrotliUnpacker::Stream
{
    BrotliDecoderState *state = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    ~Stream() { BrotliDecoderDestroyInstance(state); }
};

BrotliUnpacker::BrotliUnpacker()
    : m_stream(std::make_unique<Stream>())
{
    if (!m_stream->state)
        m_state = State::Broken;
}

BrotliUnpacker::~BrotliUnpacker() = default;

Unpacker::State BrotliUnpacker::feed(QByteArrayView data, QByteArray &out, qint64 limit)
{
    if (m_state == State::More && !data.isEmpty())
        m_state = unpack(data, out, limit);
    return m_state;
}

Unpacker::State BrotliUnpacker::unpack(QByteArrayView data, QByteArray &out, qint64 limit)
{
    size_t left = size_t(data.size());
    const auto *next = reinterpret_cast<const uint8_t *>(data.data());
    std::array<char, 32 * 1024> piece;
    for (;;) {
        size_t room = piece.size();
        auto *into = reinterpret_cast<uint8_t *>(piece.data());
        const size_t before = left;
        const BrotliDecoderResult result =
            BrotliDecoderDecompressStream(m_stream->state, &left, &next, &room, &into, nullptr);
        m_consumed += qint64(before - left);
        const auto made = qint64(piece.size() - room);
        out.append(piece.data(), qsizetype(std::min(made, limit - out.size())));
        if (result == BROTLI_DECODER_RESULT_SUCCESS)
            return State::End;
        if (result == BROTLI_DECODER_RESULT_ERROR)
            return State::Broken;
        if (out.size() >= limit && made > 0)
            return State::Full;
        if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT)
            return State::More;
    }
}

} // namespace linnet::net

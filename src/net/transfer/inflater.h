// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/unpacker.h"

#include <memory>

namespace linnet::net {

/// Unpacks gzip (RFC 1952, also several members in a row), zlib (RFC 1950) and raw deflate (RFC 1951) streams
/// piece by piece.
class Inflater final : public Unpacker
{
public:
    Inflater();
    ~Inflater() override;

    State feed(QByteArrayView data, QByteArray &out, qint64 limit) override;

private:
    struct Stream;
    bool restart(int windowBits);
    State unpack(QByteArrayView data, QByteArray &out, qint64 limit);

    std::unique_ptr<Stream> m_stream;
    bool m_started = false; ///< something was unpacked, so the format is known
};

} // namespace linnet::net

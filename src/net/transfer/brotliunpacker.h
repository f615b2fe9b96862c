// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/unpacker.h"

#include <memory>

namespace linnet::net {

/// Unpacks a Brotli stream (RFC 7932), whose window is 16 MiB at most.
class BrotliUnpacker final : public Unpacker
{
public:
    BrotliUnpacker();
    ~BrotliUnpacker() override;

    State feed(QByteArrayView data, QByteArray &out, qint64 limit) override;

private:
    struct Stream;
    State unpack(QByteArrayView data, QByteArray &out, qint64 limit);

    std::unique_ptr<Stream> m_stream;
};

} // namespace linnet::net

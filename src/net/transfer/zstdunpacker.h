// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/transfer/unpacker.h"

#include <memory>

namespace linnet::net {

/// Unpacks Zstandard frames (RFC 8878), also several in a row. A frame may have a window of 8 MiB at most, as
/// RFC 9659 wants it for the web: the sender says how much memory the reader takes.
class ZstdUnpacker final : public Unpacker
{
public:
    static constexpr int MostWindowLog = 23;

    ZstdUnpacker();
    ~ZstdUnpacker() override;

    State feed(QByteArrayView data, QByteArray &out, qint64 limit) override;

private:
    struct Stream;
    State unpack(QByteArrayView data, QByteArray &out, qint64 limit);

    std::unique_ptr<Stream> m_stream;
};

} // namespace linnet::net

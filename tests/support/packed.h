// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linnet::test {

enum class Packing
{
    Gzip,
    Zlib,
    Raw,
    Brotli,
    Zstd,
    ZstdWide, ///< with a window of 128 MiB
};

/// Packs bytes as a server would.
QByteArray pack(const QByteArray &data, Packing packing);

} // namespace linnet::test

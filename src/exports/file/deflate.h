// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linnet::exports {

/// A piece of a DEFLATE stream (RFC 1951) that needs nothing of those before it, so that pieces can be packed
/// at the same time and joined in any order of making; the stream ends with endOfDeflate().
struct DeflatedPiece
{
    QByteArray packed; ///< ends at a whole byte
    quint32 crc = 0;   ///< of the unpacked bytes (CRC-32 of ZIP)
    qint64 size = 0;   ///< of the unpacked bytes

    /// Any thread.
    static DeflatedPiece of(const QByteArray &bytes);
    /// Empty, and ends the stream.
    static QByteArray end();
};

/// The CRC of bytes that are followed by a piece.
quint32 joinedCrc(quint32 before, quint32 piece, qint64 pieceSize);

} // namespace linnet::exports

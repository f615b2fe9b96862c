// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/transfer/unpacker.h"

#include <QByteArray>

#include <memory>
#include <vector>

namespace linnet::net {

/// Collects one answer's body, unpacks it, and says when it must stop. Limits hold for what arrives and for
/// what is unpacked.
class BodyReader
{
public:
    /// limit: bytes after unpacking; of these the first `keep` are kept. contentEncoding: the header's value;
    /// gzip, deflate, br and zstd are undone, several in a row too; compress cannot be read; other words are
    /// no codings.
    BodyReader(qint64 limit, QByteArrayView contentEncoding, qint64 keep = -1);

    /// So many bytes are to come; only saves moving what came before.
    void expect(qint64 bytes);
    /// None to go on; TooLarge, Bomb or Undecodable to stop.
    Reason feed(QByteArrayView data);
    /// None, or Truncated when the packed stream has not ended.
    Reason finish() const;

    QByteArray take() { return std::move(m_body); }
    bool isPacked() const { return !m_unpackers.empty(); }
    qint64 received() const { return m_received; } ///< bytes as they came
    qint64 length() const { return m_length; }     ///< bytes after unpacking, those not kept included

private:
    /// What is packed is never much longer than what comes out of it.
    qint64 mostPacked() const { return m_limit + m_limit / 8 + 65536; }
    Unpacker::State unpack(QByteArrayView data, qint64 limit);

    qint64 m_limit;
    qint64 m_keep;
    qint64 m_received = 0;
    qint64 m_length = 0;
    QByteArray m_body;
    qint64 m_between = 0;                               ///< bytes that one unpacker handed to the next
    std::vector<std::unique_ptr<Unpacker>> m_unpackers; ///< the one for the coding applied last comes first
    bool m_unknown = false;
};

} // namespace linnet::net

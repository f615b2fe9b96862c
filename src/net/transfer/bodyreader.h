// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "net/transfer/inflater.h"

#include <QByteArray>

#include <optional>

namespace linnet::net {

/// Collects one answer's body, unpacks it, and says when it must stop. Limits hold for what arrives and for
/// what is unpacked.
class BodyReader
{
public:
    /// limit: bytes after unpacking; of these the first `keep` are kept. contentEncoding: the header's value;
    /// gzip and deflate are undone, two of them in a row too; br, zstd and compress cannot be read; other
    /// words are no codings.
    BodyReader(qint64 limit, QByteArrayView contentEncoding, qint64 keep = -1);

    /// So many bytes are to come; only saves moving what came before.
    void expect(qint64 bytes);
    /// None to go on; TooLarge, Bomb or Undecodable to stop.
    Reason feed(QByteArrayView data);
    /// None, or Truncated when the packed stream has not ended.
    Reason finish() const;

    QByteArray take() { return std::move(m_body); }
    qint64 received() const { return m_received; } ///< bytes as they came
    qint64 length() const { return m_length; }     ///< bytes after unpacking, those not kept included

private:
    Inflater::State unpack(QByteArrayView data, qint64 limit);

    qint64 m_limit;
    qint64 m_keep;
    qint64 m_received = 0;
    qint64 m_length = 0;
    QByteArray m_body;
    std::optional<Inflater> m_inflater;
    std::optional<Inflater> m_second; ///< of a body that is packed twice
    bool m_unknown = false;
};

} // namespace linnet::net

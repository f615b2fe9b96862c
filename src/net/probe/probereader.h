// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/headerfields.h"

namespace linnet::net {

/// Reads one HTTP/1 answer from bytes (RFC 9112 §4 to §7): what a probe needs, bounded, trusting nothing.
class ProbeReader
{
public:
    static constexpr qsizetype MaxHead = 64 * 1024;
    static constexpr qsizetype MaxBody = 256 * 1024;

    enum class State : quint8
    {
        Head, ///< more needed
        Body,
        Whole,
        Garbage,
        TooLarge,
    };

    /// headOnly: the answer ends with its head, as a 2xx to CONNECT does.
    explicit ProbeReader(bool headOnly = false)
        : m_headOnly(headOnly)
    {
    }

    State feed(const QByteArray &bytes);
    /// The connection ended: a body without a length is whole then.
    State close();

    State state() const { return m_state; }
    int status() const { return m_status; }
    const HeaderFields &headers() const { return m_headers; }
    QByteArray header(QByteArrayView name) const { return headerValue(m_headers, name); }
    const QByteArray &body() const { return m_body; }
    /// What came behind a head that ends the answer.
    const QByteArray &rest() const { return m_in; }

private:
    State readHead();
    State readBody();
    State readChunks();

    bool m_headOnly;
    State m_state = State::Head;
    QByteArray m_in;
    int m_status = 0;
    HeaderFields m_headers;
    QByteArray m_body;
    qint64 m_length = -1; ///< -1 = until the end
    bool m_chunked = false;
};

} // namespace linnet::net

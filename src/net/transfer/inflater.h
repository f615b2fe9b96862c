// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace linnet::net {

/// Unpacks gzip (RFC 1952, also several members in a row), zlib (RFC 1950) and raw deflate (RFC 1951) streams
/// piece by piece.
class Inflater
{
public:
    enum class State
    {
        More,
        End,
        Broken,
        Full
    };

    Inflater();
    ~Inflater();

    /// Unpacks `data` behind `out` until out has `limit` bytes. Full: there would be more.
    State feed(QByteArrayView data, QByteArray &out, qint64 limit);
    State state() const { return m_state; }
    qint64 consumed() const { return m_consumed; } ///< packed bytes that were unpacked so far

private:
    struct Stream;
    bool restart(int windowBits);
    State unpack(QByteArrayView data, QByteArray &out, qint64 limit);

    std::unique_ptr<Stream> m_stream;
    State m_state = State::More;
    qint64 m_consumed = 0;
    bool m_started = false; ///< something was unpacked, so the format is known
};

} // namespace linnet::net

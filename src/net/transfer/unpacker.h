// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linnet::net {

/// Undoes one content coding (RFC 9110 §8.4.1) piece by piece.
class Unpacker
{
public:
    enum class State
    {
        More,
        End,
        Broken,
        Full
    };

    virtual ~Unpacker() = default;

    /// Unpacks `data` behind `out` until out has `limit` bytes. Full: there would be more. What stands behind
    /// the end is ignored, as browsers do.
    virtual State feed(QByteArrayView data, QByteArray &out, qint64 limit) = 0;
    State state() const { return m_state; }
    qint64 consumed() const { return m_consumed; } ///< packed bytes that were unpacked so far

protected:
    State m_state = State::More;
    qint64 m_consumed = 0;
};

} // namespace linnet::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QtGlobal>

namespace linnet::net {

/// Looks at this process's own connections from outside of Qt, which tells nothing about an answer before its
/// headers have ended. Linux only; elsewhere there is nothing to see.
class SocketMeter
{
public:
    /// Bytes that were read from each connection to a port of any host, by the connection's identity.
    static QHash<quint64, qint64> readFrom(quint16 port);
    /// Ends one of them; its reader sees the other side hang up.
    static void hangUp(quint64 identity);
};

} // namespace linnet::net

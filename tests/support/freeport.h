// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRandomGenerator>
#include <QTcpServer>

namespace linnet::test {

/// A port of 127.0.0.1 for a server that is about to be started, 0 when there is none. It is none of those
/// that systems give away by themselves: another test would get it in between, and be taken for the server.
inline quint16 freePort()
{
    constexpr int First = 20'000;
    constexpr int Last = 32'000;
    for (int attempt = 0; attempt < 100; ++attempt) {
        const auto port = quint16(QRandomGenerator::system()->bounded(First, Last));
        if (QTcpServer probe; probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

} // namespace linnet::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QMutex>
#include <QThread>

namespace linnet::test {

/// A SOCKS5 proxy (RFC 1928, CONNECT, no login) that writes down the names it is given, and leads all of them
/// to one port of this computer. In a thread of its own.
class SocksStub
{
public:
    SocksStub();
    ~SocksStub();

    bool start(quint16 targetPort);
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QByteArrayList names() const; ///< "" for each client that sent an address instead

private:
    class Worker;
    friend class Worker;

    QThread m_thread;
    Worker *m_worker = nullptr;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QByteArrayList m_names;
};

} // namespace linnet::test

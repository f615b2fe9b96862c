// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QMutex>
#include <QString>
#include <QThread>

#include <functional>

namespace linnet::test {

/// A proxy that says what it is told and then, if it is told so, carries what follows to one port of this
/// computer. In a thread of its own.
class ProxyStub
{
public:
    struct Reply
    {
        QByteArray bytes;
        bool opens = false;  ///< a tunnel, behind the bytes
        bool closes = false; ///< the connection, behind the bytes
    };
    /// Called in the stub's thread with each message of a client: the head of a request, or what a client of
    /// SOCKS sent.
    using Handler = std::function<Reply(const QByteArray &message)>;

    ProxyStub();
    ~ProxyStub();

    bool start(quint16 targetPort, Handler handler);
    QString address() const { return QStringLiteral("127.0.0.1:%1").arg(m_port); }
    QByteArrayList heard() const; ///< the messages, in their order

private:
    class Worker;
    friend class Worker;

    QThread m_thread;
    Worker *m_worker = nullptr;
    quint16 m_port = 0;
    mutable QMutex m_mutex;
    QByteArrayList m_heard;
};

} // namespace linnet::test

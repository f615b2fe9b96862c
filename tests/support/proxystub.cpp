// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/proxystub.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <utility>

namespace linnet::test {

/// The sockets, in the stub's thread.
class ProxyStub::Worker : public QObject
{
public:
    Worker(ProxyStub &stub, quint16 target, Handler handler)
        : m_stub(stub)
        , m_target(target)
        , m_handler(std::move(handler))
    {
    }

    void listen()
    {
        auto *server = new QTcpServer(this);
        if (server->listen(QHostAddress::LocalHost))
            m_stub.m_port = server->serverPort();
        connect(server, &QTcpServer::newConnection, this, [this, server] {
            while (QTcpSocket *client = server->nextPendingConnection()) {
                auto pending = std::make_shared<QByteArray>();
                connect(client, &QTcpSocket::readyRead, this,
                        [this, client, pending] { hear(*client, *pending); });
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            }
        });
    }

private:
    /// HTTP ends with an empty line; messages of SOCKS come in one piece from this computer.
    static QByteArray takeMessage(QByteArray &pending)
    {
        if (pending.startsWith('\x05') || pending.startsWith('\x01'))
            return std::exchange(pending, {});
        const qsizetype end = pending.indexOf("\r\n\r\n");
        if (end < 0)
            return {};
        const QByteArray message = pending.first(end + 4);
        pending.remove(0, end + 4);
        return message;
    }

    void hear(QTcpSocket &client, QByteArray &pending)
    {
        pending += client.readAll();
        for (QByteArray message = takeMessage(pending); !message.isEmpty(); message = takeMessage(pending)) {
            {
                const QMutexLocker lock(&m_stub.m_mutex);
                m_stub.m_heard.append(message);
            }
            const Reply reply = m_handler(message);
            client.write(reply.bytes);
            if (reply.opens) {
                open(client, pending);
                return;
            }
            if (reply.closes) {
                client.disconnect(this);
                client.disconnectFromHost();
                return;
            }
        }
    }

    void open(QTcpSocket &client, const QByteArray &early)
    {
        client.disconnect(this);
        auto *far = new QTcpSocket(&client);
        connect(far, &QTcpSocket::readyRead, &client, [&client, far] { client.write(far->readAll()); });
        connect(&client, &QTcpSocket::readyRead, far, [&client, far] { far->write(client.readAll()); });
        connect(far, &QTcpSocket::disconnected, &client, &QTcpSocket::disconnectFromHost);
        far->connectToHost(QHostAddress::LocalHost, m_target);
        far->write(early);
    }

    ProxyStub &m_stub;
    quint16 m_target;
    Handler m_handler;
};

ProxyStub::ProxyStub() = default;

ProxyStub::~ProxyStub()
{
    m_thread.quit();
    m_thread.wait();
}

bool ProxyStub::start(quint16 targetPort, Handler handler)
{
    m_worker = new Worker(*this, targetPort, std::move(handler));
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->listen(); }, Qt::BlockingQueuedConnection);
    return m_port > 0;
}

QByteArrayList ProxyStub::heard() const
{
    const QMutexLocker lock(&m_mutex);
    return m_heard;
}

} // namespace linnet::test

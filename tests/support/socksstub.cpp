// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/socksstub.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

namespace linnet::test {

/// The sockets, in the stub's thread.
class SocksStub::Worker : public QObject
{
public:
    Worker(SocksStub &stub, quint16 target)
        : m_stub(stub)
        , m_target(target)
    {
    }

    void listen()
    {
        auto *server = new QTcpServer(this);
        if (server->listen(QHostAddress::LocalHost))
            m_stub.m_port = server->serverPort();
        connect(server, &QTcpServer::newConnection, this, [this, server] {
            while (QTcpSocket *client = server->nextPendingConnection())
                serve(*client);
        });
    }

private:
    void serve(QTcpSocket &client)
    {
        auto greeted = std::make_shared<bool>(false);
        connect(&client, &QTcpSocket::readyRead, this, [this, &client, greeted] {
            if (!*greeted) {
                client.readAll();
                client.write(QByteArray("\x05\x00", 2));
                *greeted = true;
                return;
            }
            connectTo(client, client.readAll());
        });
    }
    void connectTo(QTcpSocket &client, const QByteArray &wish)
    {
        client.disconnect(this);
        const bool isName = wish.size() > 5 && wish.at(3) == 3;
        {
            const QMutexLocker lock(&m_stub.m_mutex);
            m_stub.m_names.append(isName ? wish.mid(5, wish.at(4)) : QByteArray());
        }
        auto *far = new QTcpSocket(&client);
        connect(far, &QTcpSocket::connected, &client,
                [&client] { client.write(QByteArray("\x05\x00\x00\x01\x7f\x00\x00\x01\x00\x01", 10)); });
        connect(far, &QTcpSocket::readyRead, &client, [&client, far] { client.write(far->readAll()); });
        connect(&client, &QTcpSocket::readyRead, far, [&client, far] { far->write(client.readAll()); });
        connect(far, &QTcpSocket::disconnected, &client, &QTcpSocket::disconnectFromHost);
        connect(&client, &QTcpSocket::disconnected, &client, &QObject::deleteLater);
        far->connectToHost(QHostAddress::LocalHost, m_target);
    }

    SocksStub &m_stub;
    quint16 m_target;
};

SocksStub::SocksStub() = default;

SocksStub::~SocksStub()
{
    m_thread.quit();
    m_thread.wait();
}

bool SocksStub::start(quint16 targetPort)
{
    m_worker = new Worker(*this, targetPort);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->listen(); }, Qt::BlockingQueuedConnection);
    return m_port > 0;
}

QByteArrayList SocksStub::names() const
{
    const QMutexLocker lock(&m_mutex);
    return m_names;
}

} // namespace linnet::test

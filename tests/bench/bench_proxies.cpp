// SPDX-License-Identifier: GPL-3.0-or-later
// 1,000 proxies, 900 of them dead in five ways, tested 100 at a time: the whole against the shortest schedule
// there can be, in which every silent one costs its timeout once and everything else costs nothing.
#include "practice/server/practiceserver.h"
#include "support/clirunner.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <memory>
#include <vector>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Alive = 100;
constexpr int OfEachWay = 180;
constexpr int AtOnce = 100;
constexpr int TimeoutSeconds = 2;

enum Way
{
    Silent,
    HalfAHead,
    Trickle,
    SilentSocks,
    Refused,
    Ways,
};

/// Proxies that do nothing good, one listener for each way on every loopback address, in a thread of its own.
class Graveyard : public QObject
{
public:
    void open()
    {
        for (int way = Silent; way < Refused; ++way) {
            auto *server = new QTcpServer(this);
            server->setListenBacklogSize(512);
            if (!server->listen(QHostAddress::AnyIPv4))
                qFatal("cannot listen: %s", qPrintable(server->errorString()));
            ports.push_back(server->serverPort());
            connect(server, &QTcpServer::newConnection, this, [this, server, way] {
                while (QTcpSocket *socket = server->nextPendingConnection())
                    serve(socket, way);
            });
        }
        QTcpServer closed;
        closed.listen(QHostAddress::AnyIPv4);
        ports.push_back(closed.serverPort());
    }
    std::vector<quint16> ports;

private:
    void serve(QTcpSocket *socket, int way)
    {
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        if (way == HalfAHead)
            socket->write("HTTP/1.1 200 OK\r\nContent-");
        if (way == SilentSocks)
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                if (socket->readAll().startsWith("\x05\x01"))
                    socket->write("\x05\x00", 2);
            });
        if (way != Trickle)
            return;
        socket->write("HTTP/1.1 200 OK\r\nA: ");
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
        timer->start(200);
    }
};

/// Passes plain requests and tunnels on to where they want to go; enough for a judge on loopback.
class Relay : public QObject
{
public:
    void open(quint16 judgePort)
    {
        m_judge = judgePort;
        auto *server = new QTcpServer(this);
        server->setListenBacklogSize(512);
        if (!server->listen(QHostAddress::AnyIPv4))
            qFatal("cannot listen: %s", qPrintable(server->errorString()));
        port = server->serverPort();
        connect(server, &QTcpServer::newConnection, this, [this, server] {
            while (QTcpSocket *socket = server->nextPendingConnection())
                serve(socket);
        });
    }
    quint16 port = 0;

private:
    void serve(QTcpSocket *client)
    {
        auto *origin = new QTcpSocket(client);
        origin->connectToHost(QHostAddress::LocalHost, m_judge);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::readyRead, client, [client, origin] {
            QByteArray bytes = client->readAll();
            if (bytes.startsWith("CONNECT ")) {
                client->write("HTTP/1.1 200 OK\r\n\r\n");
                return;
            }
            // GET http://host/path to GET /path
            if (bytes.startsWith("GET http://"))
                bytes = "GET " + bytes.mid(bytes.indexOf('/', 11));
            origin->write(bytes);
        });
        connect(origin, &QTcpSocket::readyRead, client,
                [client, origin] { client->write(origin->readAll()); });
        connect(origin, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    }

    quint16 m_judge = 0;
};

QByteArray addressOf(int number)
{
    return "127.20." + QByteArray::number(number / 250) + '.' + QByteArray::number(number % 250 + 1);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    practice::PracticeServer judge;
    const auto url = judge.start();
    if (!url)
        return 1;
    QThread thread;
    thread.start();
    auto *graves = new Graveyard;
    auto *relay = new Relay;
    for (QObject *object : {static_cast<QObject *>(graves), static_cast<QObject *>(relay)}) {
        object->moveToThread(&thread);
        QObject::connect(&thread, &QThread::finished, object, &QObject::deleteLater);
    }
    QMetaObject::invokeMethod(
        graves, [graves] { graves->open(); }, Qt::BlockingQueuedConnection);
    QMetaObject::invokeMethod(
        relay, [relay, port = quint16(url->port())] { relay->open(port); }, Qt::BlockingQueuedConnection);

    QByteArray list;
    for (int i = 0; i < OfEachWay; ++i) {
        for (int way = Silent; way < Ways; ++way)
            list += (way == SilentSocks ? "socks5://" : "") + addressOf(i) + ':' +
                    QByteArray::number(graves->ports[size_t(way)]) + '\n';
        if (i < Alive)
            list += addressOf(i) + ':' + QByteArray::number(relay->port) + '\n';
    }
    const test::CliRunner cli(QCoreApplication::applicationDirPath());
    QFile file(cli.path(u"list.txt"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(list) != list.size())
        return 1;
    file.close();
    QElapsedTimer timer;
    timer.start();
    const auto result =
        cli.run({u"proxies"_s, u"check"_s, u"--file"_s, u"list.txt"_s, u"--judge"_s,
                 url->toString() + u"/judge"_s, u"-d"_s, u"0"_s, u"--concurrency"_s, QString::number(AtOnce),
                 u"--timeout"_s, QString::number(TimeoutSeconds), u"--quiet"_s, u"-o"_s, u"out.csv"_s});
    const double whole = double(timer.nsecsElapsed()) / 1e9;
    const double shortest = double((Ways - 1) * OfEachWay) * TimeoutSeconds / AtOnce;
    const QByteArray out = cli.read(u"out.csv"_s);
    std::printf("exit                 %d\n", result.status);
    std::printf("rows                 %lld\n", static_cast<long long>(out.count('\n') - 1));
    std::printf("alive                %lld\n", static_cast<long long>(out.count(",alive,")));
    std::printf("timeouts             %lld\n", static_cast<long long>(out.count(",timeout,")));
    std::printf("refused              %lld\n", static_cast<long long>(out.count(",refused,")));
    std::printf("seconds              %.2f (shortest possible %.2f)\n", whole, shortest);
    std::printf("whole / shortest     %.3f\n", whole / shortest);
    thread.quit();
    thread.wait();
    return 0;
}

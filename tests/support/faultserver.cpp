// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultserver.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <sys/socket.h>
#endif

namespace linnet::test {

namespace {

qint64 steadyNs()
{
    using namespace std::chrono;
    return duration_cast<nanoseconds>(steady_clock::now().time_since_epoch()).count();
}

void reset(QTcpSocket &socket)
{
    const linger hard{1, 0};
    setsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char *>(&hard),
               sizeof hard);
    socket.abort();
}

Seen parse(const QByteArray &head)
{
    Seen seen;
    const QList<QByteArray> lines = head.split('\n');
    const QList<QByteArray> first = lines.first().trimmed().split(' ');
    seen.method = first.value(0);
    seen.target = first.value(1);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            seen.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    return seen;
}

} // namespace

Answer Answer::status(int status, const QList<QPair<QByteArray, QByteArray>> &headers, const QByteArray &body)
{
    Answer answer;
    answer.bytes = "HTTP/1.1 " + QByteArray::number(status) + " Text\r\n";
    for (const auto &[name, value] : headers)
        answer.bytes += name + ": " + value + "\r\n";
    answer.bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return answer;
}

Answer Answer::text(const QByteArray &body, int code)
{
    return status(code, {{"Content-Type", "text/plain"}}, body);
}

Answer Answer::redirect(const QByteArray &location, int code)
{
    return status(code, {{"Location", location}});
}

Answer Answer::raw(const QByteArray &bytes, End end)
{
    Answer answer;
    answer.bytes = bytes;
    answer.end = end;
    return answer;
}

Answer Answer::after(int ms) const
{
    Answer answer = *this;
    answer.delayMs = ms;
    return answer;
}

Answer Answer::then(End next) const
{
    Answer answer = *this;
    answer.end = next;
    return answer;
}

QByteArray Seen::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

/// The sockets, in the server's thread.
class FaultServer::Worker : public QObject
{
public:
    explicit Worker(FaultServer &server)
        : m_server(server)
    {
    }

    void open()
    {
        qDeleteAll(std::exchange(m_kept, {}));
        const bool again = !m_server.m_ports.isEmpty();
        for (int i = 0; i < m_count; ++i) {
            auto *listener = new QTcpServer(this);
            if (!listener->listen(QHostAddress::LocalHost, again ? m_server.m_ports.at(i) : quint16(0)))
                qFatal("cannot listen: %s", qPrintable(listener->errorString()));
            if (!again)
                m_found.append(listener->serverPort());
            connect(listener, &QTcpServer::newConnection, this, [this, listener] { accept(*listener); });
            m_listeners.append(listener);
        }
        if (!again)
            m_server.m_ports = m_found;
    }
    void shut()
    {
        qDeleteAll(std::exchange(m_listeners, {}));
        for (QTcpSocket *socket : findChildren<QTcpSocket *>()) {
            reset(*socket);
            socket->deleteLater();
        }
        // A port that is bound refuses as a free one does, and no other program gets it meanwhile.
        for (const quint16 port : std::as_const(m_server.m_ports)) {
            m_kept.append(new QTcpSocket);
            if (!m_kept.last()->bind(QHostAddress::LocalHost, port, QAbstractSocket::ReuseAddressHint))
                qWarning("port %u is not kept: %s", port, qPrintable(m_kept.last()->errorString()));
        }
    }
    ~Worker() override { qDeleteAll(m_kept); }
    int m_count = 1;

private:
    void accept(QTcpServer &listener)
    {
        while (QTcpSocket *socket = listener.nextPendingConnection()) {
            socket->setParent(this);
            socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            const quint16 port = listener.serverPort();
            int number = 0;
            {
                const QMutexLocker lock(&m_server.m_mutex);
                number = ++m_server.m_connections;
            }
            auto buffer = std::make_shared<QByteArray>();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, buffer, port, number] {
                *buffer += socket->readAll();
                read(*socket, *buffer, port, number);
            });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }
    void read(QTcpSocket &socket, QByteArray &buffer, quint16 port, int number)
    {
        const qint64 now = steadyNs();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        Seen seen = parse(buffer.left(end));
        buffer.remove(0, end + 4);
        seen.atNs = now;
        seen.port = port;
        seen.connection = number;
        {
            const QMutexLocker lock(&m_server.m_mutex);
            m_server.m_seen.append(seen);
        }
        const Answer answer = m_server.answerTo(seen);
        if (answer.delayMs > 0)
            QTimer::singleShot(answer.delayMs, Qt::PreciseTimer, &socket,
                               [this, &socket, answer] { write(socket, answer); });
        else
            write(socket, answer);
    }
    void write(QTcpSocket &socket, const Answer &answer)
    {
        socket.write(answer.bytes);
        switch (answer.end) {
        case Answer::End::KeepAlive:
        case Answer::End::Hang:
            break;
        case Answer::End::Close:
            socket.disconnectFromHost();
            break;
        case Answer::End::Reset:
            // What was written must arrive before the reset overtakes it.
            socket.flush();
            QTimer::singleShot(answer.stepMs, &socket, [&socket] { reset(socket); });
            break;
        case Answer::End::Trickle:
            trickle(socket, answer.tail, answer.stepMs);
            break;
        case Answer::End::Endless:
            connect(&socket, &QTcpSocket::bytesWritten, &socket, [&socket, tail = answer.tail] {
                while (socket.bytesToWrite() < 1'000'000)
                    socket.write(tail);
            });
            socket.write(answer.tail);
            break;
        }
    }
    void trickle(QTcpSocket &socket, const QByteArray &rest, int stepMs)
    {
        if (rest.isEmpty())
            return;
        socket.write(rest.left(1));
        QTimer::singleShot(stepMs, &socket,
                           [this, &socket, rest, stepMs] { trickle(socket, rest.mid(1), stepMs); });
    }

    FaultServer &m_server;
    QList<QTcpServer *> m_listeners;
    QList<QTcpSocket *> m_kept; ///< on the ports while they are shut
    QList<quint16> m_found;
};

FaultServer::FaultServer(int ports)
{
    m_worker = new Worker(*this);
    m_worker->m_count = ports;
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    open();
}

FaultServer::~FaultServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl FaultServer::url(const QString &pathAndQuery, int port) const
{
    return QUrl(QStringLiteral("http://") + host(port) + pathAndQuery);
}

QString FaultServer::host(int port) const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_ports.at(port));
}

void FaultServer::script(const QByteArray &path, const QList<Answer> &answers)
{
    const QMutexLocker lock(&m_mutex);
    m_scripts.insert(path, answers);
}

void FaultServer::setHandler(Handler handler)
{
    const QMutexLocker lock(&m_mutex);
    m_handler = std::move(handler);
}

Answer FaultServer::answerTo(const Seen &seen)
{
    const QMutexLocker lock(&m_mutex);
    const auto script = m_scripts.find(seen.target);
    if (script != m_scripts.end())
        return script->size() > 1 ? script->takeFirst() : script->first();
    return m_handler ? m_handler(seen) : Answer::text("ok");
}

QList<Seen> FaultServer::seen(const QByteArray &path) const
{
    const QMutexLocker lock(&m_mutex);
    QList<Seen> result;
    for (const Seen &entry : m_seen) {
        if (path.isEmpty() || entry.target.startsWith(path))
            result.append(entry);
    }
    return result;
}

int FaultServer::connections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_connections;
}

void FaultServer::shut()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->shut(); }, Qt::BlockingQueuedConnection);
}

void FaultServer::open()
{
    QMetaObject::invokeMethod(
        m_worker, [this] { m_worker->open(); }, Qt::BlockingQueuedConnection);
}

} // namespace linnet::test

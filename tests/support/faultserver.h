// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

namespace linnet::test {

/// One step of what the fault server does with a request.
struct Answer
{
    enum class End
    {
        KeepAlive, ///< the connection stays for the next request
        Close,
        Reset,   ///< RST instead of FIN
        Hang,    ///< nothing more, the connection stays open
        Trickle, ///< `tail` one byte at a time, every `stepMs`
        Endless, ///< `tail` again and again
    };

    QByteArray bytes; ///< sent as they are
    int delayMs = 0;  ///< before the first byte
    End end = End::KeepAlive;
    QByteArray tail;
    int stepMs = 0;

    static Answer text(const QByteArray &body, int status = 200);
    static Answer status(int status, const QList<QPair<QByteArray, QByteArray>> &headers = {},
                         const QByteArray &body = {});
    static Answer redirect(const QByteArray &location, int status = 302);
    static Answer raw(const QByteArray &bytes, End end);
    Answer after(int ms) const;
    Answer then(End next) const;
};

/// One request as the server saw it.
struct Seen
{
    qint64 atNs = 0; ///< steady clock, when its last header byte was read
    QByteArray method;
    QByteArray target; ///< as in the request line
    QList<QPair<QByteArray, QByteArray>> headers;
    quint16 port = 0;   ///< that the server listens on
    int connection = 0; ///< counted from 1

    QByteArray header(QByteArrayView name) const;
};

/// A web server on loopback that misbehaves as told, in a thread of its own, and keeps a log. Several ports
/// stand for several hosts.
class FaultServer
{
public:
    /// Called in the server's thread.
    using Handler = std::function<Answer(const Seen &)>;

    explicit FaultServer(int ports = 1);
    ~FaultServer();

    QUrl url(const QString &pathAndQuery = QStringLiteral("/"), int port = 0) const;
    QString host(int port = 0) const; ///< 127.0.0.1:N
    /// What a path answers: the list in order, its last entry for all further requests.
    void script(const QByteArray &path, const QList<Answer> &answers);
    /// For paths without a script; without one they answer 200 "ok".
    void setHandler(Handler handler);

    QList<Seen> seen(const QByteArray &path = {}) const; ///< all, or those whose target begins with path
    int connections() const;
    /// Shuts the ports; open connections are reset. open() takes the same ports again.
    void shut();
    void open();

private:
    class Worker;
    friend class Worker;
    Answer answerTo(const Seen &seen);

    QThread m_thread;
    Worker *m_worker = nullptr;
    QList<quint16> m_ports;
    mutable QMutex m_mutex;
    QList<Seen> m_seen;
    QHash<QByteArray, QList<Answer>> m_scripts;
    Handler m_handler;
    int m_connections = 0;
};

} // namespace linnet::test

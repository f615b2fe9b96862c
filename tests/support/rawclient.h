// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QTcpSocket>
#include <QUrl>

namespace linnet::test {

/// One answer as it came over the wire.
struct RawAnswer
{
    int status = 0;                        ///< 0 = nothing that can be read came
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool complete = false; ///< as much body as Content-Length promised

    QJsonObject json() const;
};

/// An HTTP client that shows what is really sent: one connection, blocking, no policy. For servers in other
/// threads only.
class RawClient
{
public:
    explicit RawClient(const QUrl &server);

    /// GET with a User-Agent, unless `headers` (whole lines without line end) is given.
    RawAnswer get(const QByteArray &target, const QList<QByteArray> &headers = {"User-Agent: test/1.0"});
    /// Sends bytes as they are and reads one answer.
    RawAnswer exchange(const QByteArray &bytes, int timeoutMs = 5000, bool bodiless = false);
    /// Sends without waiting for anything.
    void send(const QByteArray &bytes);
    RawAnswer receive(int timeoutMs = 5000, bool bodiless = false);
    bool isOpen() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    /// True when the server ends the connection within the time.
    bool waitForEnd(int timeoutMs = 5000);

private:
    bool more(int timeoutMs);

    QUrl m_server;
    QTcpSocket m_socket;
    QByteArray m_buffer;
};

} // namespace linnet::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rawclient.h"

#include <QJsonDocument>

namespace linnet::test {

QJsonObject RawAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

RawClient::RawClient(const QUrl &server)
    : m_server(server)
{
}

RawAnswer RawClient::get(const QByteArray &target, const QList<QByteArray> &headers)
{
    QByteArray request = "GET " + target + " HTTP/1.1\r\nHost: " + m_server.authority().toLatin1() + "\r\n";
    for (const QByteArray &line : headers)
        request += line + "\r\n";
    return exchange(request + "\r\n");
}

RawAnswer RawClient::exchange(const QByteArray &bytes, int timeoutMs, bool bodiless)
{
    send(bytes);
    return receive(timeoutMs, bodiless);
}

void RawClient::send(const QByteArray &bytes)
{
    if (!isOpen()) {
        m_buffer.clear();
        m_socket.abort();
        m_socket.connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        if (!m_socket.waitForConnected(5000))
            return;
    }
    m_socket.write(bytes);
    m_socket.flush();
}

RawAnswer RawClient::receive(int timeoutMs, bool bodiless)
{
    RawAnswer answer;
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0) {
        if (!more(timeoutMs))
            return answer;
    }
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    answer.status = lines.first().mid(9, 3).toInt();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    const qsizetype length = bodiless ? 0 : answer.headers.value("content-length").toLongLong();
    while (m_buffer.size() < length && more(timeoutMs)) {
    }
    answer.complete = m_buffer.size() >= length;
    answer.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    return answer;
}

bool RawClient::more(int timeoutMs)
{
    if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(timeoutMs))
        return false;
    m_buffer += m_socket.readAll();
    return true;
}

bool RawClient::waitForEnd(int timeoutMs)
{
    while (isOpen() && m_socket.waitForReadyRead(timeoutMs))
        m_buffer += m_socket.readAll();
    return !isOpen();
}

} // namespace linnet::test

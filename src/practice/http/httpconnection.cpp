// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httpconnection.h"

#include <QHostAddress>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 readAhead = 64 * 1024;
/// A client that asks without reading gets no further answers until it reads.
constexpr qint64 unsentLimit = 1024 * 1024;

qint64 steadyNs()
{
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

} // namespace

HttpConnection::HttpConnection(qintptr descriptor, const HttpHandler &handler, QObject *parent)
    : QObject(parent)
    , m_handler(handler)
    , m_socket(new QTcpSocket(this))
{
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::proceed);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::proceed);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    m_socket->setReadBufferSize(readAhead);
    if (!m_socket->setSocketDescriptor(descriptor)) {
        deleteLater();
        return;
    }
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
}

/// Answers as long as there is something to answer; what cannot be answered yet stays in the socket, so that
/// a client which sends and never reads fills its own buffers only.
void HttpConnection::proceed()
{
    HttpRequest request;
    while (!m_waiting && !m_closing && m_socket->bytesToWrite() < unsentLimit) {
        switch (m_reader.next(request)) {
        case RequestReader::State::NeedMore: {
            if (m_socket->bytesAvailable() == 0)
                return;
            const qint64 now = steadyNs();
            m_reader.feed(m_socket->readAll(), now);
            break;
        }
        case RequestReader::State::Bad:
            refuse();
            return;
        case RequestReader::State::Ready:
            answer(request);
            break;
        }
    }
}

void HttpConnection::refuse()
{
    const int status = m_reader.badStatus();
    send(HttpResponse::html(u"<!DOCTYPE html><title>%1</title>"_s.arg(status), status), false, false);
}

void HttpConnection::answer(HttpRequest &request)
{
    request.peer = m_socket->peerAddress().toString();
    const HttpResponse response = m_handler(request);
    const bool headOnly = request.method == "HEAD";
    if (response.delivery == Delivery::Never) {
        m_waiting = true;
        return;
    }
    if (response.delivery == Delivery::Nothing) {
        m_closing = true;
        m_socket->disconnectFromHost();
        return;
    }
    if (response.delay.count() == 0) {
        send(response, headOnly, request.keepAlive);
        return;
    }
    m_waiting = true;
    QTimer::singleShot(response.delay, Qt::PreciseTimer, this,
                       [this, response, headOnly, keepAlive = request.keepAlive] {
                           m_waiting = false;
                           send(response, headOnly, keepAlive);
                           proceed();
                       });
}

void HttpConnection::send(const HttpResponse &response, bool headOnly, bool keepAlive)
{
    const bool cut = response.delivery == Delivery::CutShort;
    QByteArray bytes = response.head(keepAlive && !cut);
    if (cut)
        bytes += response.body.left(response.body.size() / 2);
    else if (!headOnly)
        bytes += response.body;
    m_socket->write(bytes);
    if (cut || !keepAlive) {
        m_closing = true;
        m_socket->disconnectFromHost();
    }
}

} // namespace linnet::practice

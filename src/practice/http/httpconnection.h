// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httpresponse.h"
#include "practice/http/requestreader.h"

#include <QObject>

#include <functional>

class QTcpSocket;

namespace linnet::practice {

/// Answers a request at once, without waiting for anything; delays are part of the answer.
using HttpHandler = std::function<HttpResponse(const HttpRequest &)>;

/// One client's connection: requests one after the other, kept alive. Deletes itself when the client has
/// gone.
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /// Takes over the descriptor; `handler` outlives the connection.
    HttpConnection(qintptr descriptor, const HttpHandler &handler, QObject *parent);

private:
    void proceed();
    void refuse();
    void answer(HttpRequest &request);
    void send(const HttpResponse &response, bool headOnly, bool keepAlive);

    const HttpHandler &m_handler;
    QTcpSocket *m_socket;
    RequestReader m_reader;
    bool m_waiting = false; ///< an answer is delayed or withheld
    bool m_closing = false;
};

} // namespace linnet::practice

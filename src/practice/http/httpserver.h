// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httpconnection.h"

#include <QTcpServer>

namespace linnet::practice {

/// A small HTTP/1.1 server: many connections in one thread, each kept alive, one handler for all requests.
class HttpServer : public QTcpServer
{
    Q_OBJECT

public:
    explicit HttpServer(QObject *parent = nullptr);

    /// In the server's thread, before its event loop runs for the first time: connections wait in the listen
    /// queue.
    void setHandler(HttpHandler handler) { m_handler = std::move(handler); }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    HttpHandler m_handler;
};

} // namespace linnet::practice

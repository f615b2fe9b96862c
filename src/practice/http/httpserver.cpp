// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httpserver.h"

#include <QTimer>

namespace linnet::practice {

HttpServer::HttpServer(QObject *parent)
    : QTcpServer(parent)
{
    setListenBacklogSize(512);
    // Out of descriptors Qt stops accepting for good; they come back when clients leave.
    connect(this, &QTcpServer::acceptError, this,
            [this] { QTimer::singleShot(100, this, &QTcpServer::resumeAccepting); });
}

void HttpServer::incomingConnection(qintptr descriptor)
{
    new HttpConnection(descriptor, m_handler, this);
}

} // namespace linnet::practice

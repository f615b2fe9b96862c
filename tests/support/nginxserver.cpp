// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/nginxserver.h"
#include "support/freeport.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

namespace linnet::test {

namespace {

const char *const Config = R"(
daemon off;
worker_processes 1;
pid %1/nginx.pid;
error_log %1/error.log;
worker_rlimit_nofile 16384;
events { worker_connections 8192; }
http {
    access_log off;
    log_format address '$uri';
    default_type text/html;
    types {
        text/html html; text/css css; text/plain txt; application/json json; application/xml xml;
        application/javascript js; image/png png; image/gif gif; image/svg+xml svg;
    }
    charset utf-8;
    keepalive_requests 100000;
    client_body_temp_path %1/tmp1; proxy_temp_path %1/tmp2; fastcgi_temp_path %1/tmp3;
    uwsgi_temp_path %1/tmp4; scgi_temp_path %1/tmp5;
    server {
        listen 127.0.0.1:%2;
        root %1/www;
        %3
    }
}
)";

QString program()
{
    const QString found = QStandardPaths::findExecutable(QStringLiteral("nginx"));
    return found.isEmpty()
               ? QStandardPaths::findExecutable(QStringLiteral("nginx"), {QStringLiteral("/usr/sbin")})
               : found;
}

bool answers(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(100);
}

} // namespace

NginxServer::NginxServer()
{
    // The worker may run as another user and must reach the files.
    QFile::setPermissions(m_folder.path(), QFile::permissions(m_folder.path()) | QFile::ReadGroup |
                                               QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther);
    QDir().mkpath(root());
}

NginxServer::~NginxServer()
{
    m_process.terminate();
    m_process.waitForFinished(5000);
}

bool NginxServer::isInstalled()
{
    return !program().isEmpty();
}

QString NginxServer::root() const
{
    return m_folder.filePath(QStringLiteral("www"));
}

bool NginxServer::addFile(const QString &relativePath, const QByteArray &bytes) const
{
    const QString path = root() + QLatin1Char('/') + relativePath;
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool NginxServer::start(const QByteArray &locations)
{
    m_port = freePort();
    const QString config = m_folder.filePath(QStringLiteral("nginx.conf"));
    QFile file(config);
    if (!file.open(QIODevice::WriteOnly)) {
        m_error = file.errorString();
        return false;
    }
    file.write(QString::fromLatin1(Config)
                   .arg(m_folder.path())
                   .arg(m_port)
                   .arg(QString::fromUtf8(locations))
                   .toUtf8());
    file.close();
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), {QStringLiteral("-c"), config, QStringLiteral("-e"),
                                m_folder.filePath(QStringLiteral("error.log"))});
    const QDeadlineTimer deadline(10'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        if (answers(m_port))
            return true;
        m_process.waitForReadyRead(20);
    }
    m_error = QString::fromUtf8(m_process.readAll());
    return false;
}

QUrl NginxServer::url() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_port));
}

} // namespace linnet::test

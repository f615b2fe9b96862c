// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/squidserver.h"
#include "support/freeport.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

namespace linnet::test {

namespace {

const char *const Config = R"(
http_port 127.0.0.1:%2
visible_hostname localhost
pid_filename %1/squid.pid
cache_log %1/cache.log
access_log stdio:%1/access.log
logfile_rotate 0
coredump_dir %1
hosts_file %1/hosts
cache deny all
shutdown_lifetime 0 seconds
visible_hostname squid.test
pinger_enable off
%3
http_access allow all
)";

const char *const Login = R"(
auth_param %3 program %2 %1/passwords
auth_param %3 realm test
acl known proxy_auth REQUIRED
http_access deny !known
)";

QString find(const QString &name, const QStringList &folders)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, folders) : found;
}

QString program()
{
    return find(QStringLiteral("squid"), {QStringLiteral("/usr/sbin")});
}

QString checker(SquidServer::Scheme scheme)
{
    return find(scheme == SquidServer::Scheme::Digest ? QStringLiteral("digest_file_auth")
                                                      : QStringLiteral("basic_ncsa_auth"),
                {QStringLiteral("/usr/lib/squid"), QStringLiteral("/usr/lib64/squid")});
}

} // namespace

SquidServer::SquidServer()
{
    // Started by root, it goes on as another user.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7777));
}

SquidServer::~SquidServer()
{
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool SquidServer::isInstalled()
{
    return !program().isEmpty() && !checker(Scheme::Basic).isEmpty() && !checker(Scheme::Digest).isEmpty();
}

bool SquidServer::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    file.setPermissions(QFile::Permissions(0x6644));
    return written;
}

QString SquidServer::loginConfig(const QString &user, const QString &password, Scheme scheme)
{
    QByteArray line = user.toUtf8() + ':';
    if (scheme == Scheme::Digest) {
        line += password.toUtf8() + '\n';
    } else {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"),
                      {QStringLiteral("passwd"), QStringLiteral("-apr1"), password});
        openssl.waitForFinished();
        line += openssl.readAllStandardOutput();
    }
    write(QStringLiteral("passwords"), line);
    return QString::fromLatin1(Login).arg(m_folder.path(), checker(scheme),
                                          scheme == Scheme::Digest ? QStringLiteral("digest")
                                                                   : QStringLiteral("basic"));
}

bool SquidServer::start(const QStringList &names, const QString &user, const QString &password, Scheme scheme)
{
    m_port = freePort();
    const QString login = user.isEmpty() ? QString() : loginConfig(user, password, scheme);
    write(QStringLiteral("hosts"), "127.0.0.1 localhost " + names.join(QLatin1Char(' ')).toUtf8() + '\n');
    write(QStringLiteral("squid.conf"),
          QString::fromLatin1(Config).arg(m_folder.path()).arg(m_port).arg(login).toUtf8());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(program(), {QStringLiteral("-N"), QStringLiteral("-f"),
                                m_folder.filePath(QStringLiteral("squid.conf"))});
    const QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired() && m_process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(100))
            return true;
        m_process.waitForReadyRead(50);
    }
    m_error = QString::fromUtf8(m_process.readAll());
    return false;
}

QString SquidServer::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

QByteArray SquidServer::log() const
{
    QFile file(m_folder.filePath(QStringLiteral("access.log")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace linnet::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/realproxy.h"
#include "support/freeport.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>

namespace linnet::test {

namespace {

QString program(RealProxy::Kind kind)
{
    using Kind = RealProxy::Kind;
    const QString name = kind == Kind::Squid        ? QStringLiteral("squid")
                         : kind == Kind::Tinyproxy  ? QStringLiteral("tinyproxy")
                         : kind == Kind::Privoxy    ? QStringLiteral("privoxy")
                         : kind == Kind::Microsocks ? QStringLiteral("microsocks")
                                                    : QStringLiteral("danted");
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, {QStringLiteral("/usr/sbin")}) : found;
}

const char *const Squid = R"(
http_port 127.0.0.1:%1
visible_hostname localhost
pid_filename %2/squid.pid
cache_log %2/cache.log
access_log none
cache deny all
coredump_dir %2
shutdown_lifetime 0 seconds
tcp_outgoing_address %3
%4
acl denied dst %5
http_access deny denied
%6
http_access allow all
)";

const char *const SquidLogin = R"(
auth_param basic program /usr/lib/squid/basic_ncsa_auth %1/passwords
auth_param basic children 1 startup=1
acl known proxy_auth REQUIRED
http_access deny !known
)";

const char *const Tinyproxy = R"(
Port %1
Listen 127.0.0.1
Bind %2
Timeout 60
LogFile "%3/log"
LogLevel Error
PidFile "%3/pid"
MaxClients 100
Allow 127.0.0.0/8
%4
)";

const char *const Dante = R"(
logoutput: %1/log
internal: 127.0.0.1 port = %2
external: %3
clientmethod: none
socksmethod: none
user.privileged: root
user.unprivileged: nobody
client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
%4
socks pass { from: 127.0.0.0/8 to: 0.0.0.0/0 command: connect }
)";

} // namespace

RealProxy::RealProxy(Setup setup)
    : m_setup(std::move(setup))
    , m_port(freePort())
{
    // Some of them give up their rights and must still reach their files.
    QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                               QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                               QFile::ReadOther | QFile::WriteOther | QFile::ExeOther);
}

RealProxy::~RealProxy()
{
    kill();
}

bool RealProxy::isInstalled(Kind kind)
{
    return !program(kind).isEmpty();
}

const char *RealProxy::whySkipped(Kind kind)
{
    return kind == Kind::Dante ? "elsewhere: not every Debian has dante-server"
                               : "this proxy server is not installed";
}

QString RealProxy::address() const
{
    const QString login = m_setup.user.isEmpty() ? QString() : m_setup.user + u':' + m_setup.password + u'@';
    return (isSocks() ? QStringLiteral("socks5://") : QStringLiteral("http://")) + login + host();
}

bool RealProxy::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_folder.filePath(name));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    file.close();
    return written &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther);
}

bool RealProxy::prepareSquid()
{
    QString login;
    if (!m_setup.user.isEmpty()) {
        QProcess hash;
        hash.start(QStringLiteral("openssl"),
                   {QStringLiteral("passwd"), QStringLiteral("-apr1"), m_setup.password});
        hash.waitForFinished();
        if (!write(QStringLiteral("passwords"), m_setup.user.toUtf8() + ':' + hash.readAllStandardOutput()))
            return false;
        login = QString::fromLatin1(SquidLogin).arg(m_folder.path());
    }
    const QString discreet = m_setup.discreet ? QStringLiteral("via off\nforwarded_for delete") : QString();
    const QString denied = m_setup.denied.isEmpty() ? QStringLiteral("192.0.2.1") : m_setup.denied;
    return write(QStringLiteral("conf"), QString::fromLatin1(Squid)
                                             .arg(m_port)
                                             .arg(m_folder.path(), m_setup.outgoing, discreet, denied, login)
                                             .toUtf8());
}

bool RealProxy::prepareTinyproxy()
{
    const QString login = m_setup.user.isEmpty()
                              ? QString()
                              : QStringLiteral("BasicAuth %1 %2").arg(m_setup.user, m_setup.password);
    return write(
        QStringLiteral("conf"),
        QString::fromLatin1(Tinyproxy).arg(m_port).arg(m_setup.outgoing, m_folder.path(), login).toUtf8());
}

bool RealProxy::preparePrivoxy()
{
    const QString conf = QStringLiteral("listen-address 127.0.0.1:%1\nconfdir /etc/privoxy\n"
                                        "templdir /etc/privoxy/templates\nlogdir %2\n");
    return write(QStringLiteral("conf"), conf.arg(m_port).arg(m_folder.path()).toUtf8());
}

bool RealProxy::prepareDante()
{
    const QString denied =
        m_setup.denied.isEmpty()
            ? QString()
            : QStringLiteral("socks block { from: 127.0.0.0/8 to: %1/32 command: connect }")
                  .arg(m_setup.denied);
    return write(
        QStringLiteral("conf"),
        QString::fromLatin1(Dante).arg(m_folder.path()).arg(m_port).arg(m_setup.outgoing, denied).toUtf8());
}

bool RealProxy::prepare(QStringList &arguments)
{
    const QString conf = m_folder.filePath(QStringLiteral("conf"));
    switch (m_setup.kind) {
    case Kind::Squid:
        arguments = {QStringLiteral("-N"), QStringLiteral("-n"), QStringLiteral("t%1").arg(m_port),
                     QStringLiteral("-f"), conf};
        return prepareSquid();
    case Kind::Tinyproxy:
        arguments = {QStringLiteral("-d"), QStringLiteral("-c"), conf};
        return prepareTinyproxy();
    case Kind::Privoxy:
        arguments = {QStringLiteral("--no-daemon"), conf};
        return preparePrivoxy();
    case Kind::Dante:
        arguments = {QStringLiteral("-f"), conf, QStringLiteral("-p"),
                     m_folder.filePath(QStringLiteral("pid"))};
        return prepareDante();
    case Kind::Microsocks:
        arguments = {QStringLiteral("-i"),    QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                     QString::number(m_port), QStringLiteral("-b"),        m_setup.outgoing};
        if (!m_setup.user.isEmpty())
            arguments << QStringLiteral("-u") << m_setup.user << QStringLiteral("-P") << m_setup.password;
        return true;
    }
    return false;
}

bool RealProxy::answers() const
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    return socket.waitForConnected(100);
}

bool RealProxy::start()
{
    QStringList arguments;
    if (!prepare(arguments)) {
        m_error = QStringLiteral("cannot write the configuration");
        return false;
    }
    m_process = std::make_unique<QProcess>();
    m_process->setProcessChannelMode(QProcess::MergedChannels);
    m_process->start(program(m_setup.kind), arguments);
    QDeadlineTimer deadline(20'000);
    while (!deadline.hasExpired() && m_process->state() != QProcess::NotRunning) {
        if (answers())
            return true;
        m_process->waitForReadyRead(20);
    }
    QFile log(m_folder.filePath(QStringLiteral("log")));
    m_error = QString::fromUtf8(m_process->readAll());
    if (log.open(QIODevice::ReadOnly))
        m_error += QString::fromUtf8(log.readAll());
    return false;
}

void RealProxy::kill()
{
    if (!m_process)
        return;
    resume();
    // Dante's children leave with their mother only when she is asked.
    m_process->terminate();
    if (!m_process->waitForFinished(5000)) {
        m_process->kill();
        m_process->waitForFinished(5000);
    }
    m_process.reset();
}

void RealProxy::stop()
{
#ifndef Q_OS_WIN
    ::kill(pid_t(m_process->processId()), SIGSTOP);
#endif
}

void RealProxy::resume()
{
#ifndef Q_OS_WIN
    ::kill(pid_t(m_process->processId()), SIGCONT);
#endif
}

} // namespace linnet::test

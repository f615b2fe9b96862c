// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/probe/proxyprobe.h"

#include "base/clock.h"
#include "net/proxy/proxylogin.h"

#include <QSslCertificate>
#include <QSslError>
#include <QSslSocket>

#include <algorithm>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Logins take three exchanges. Qt never ends them with a proxy that goes on offering NTLM.
constexpr int MostTalks = 10;

} // namespace

ProxyProbe::ProxyProbe(const Clock &clock, ProbeOrder order, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_order(std::move(order))
    , m_socket(new QSslSocket(this))
{
    m_deadline.setSingleShot(true);
    m_deadline.setTimerType(Qt::PreciseTimer);
    connect(&m_deadline, &QTimer::timeout, this, [this] {
        end(ProxyFault::Timeout, m_step == Step::Connect ? u"no connection"_s : u"no answer"_s);
    });
    connect(m_socket, &QSslSocket::connected, this, &ProxyProbe::onConnected);
    connect(m_socket, &QSslSocket::encrypted, this, &ProxyProbe::sendRequest);
    connect(m_socket, &QSslSocket::readyRead, this, &ProxyProbe::onReadyRead);
    connect(m_socket, &QSslSocket::disconnected, this, &ProxyProbe::onDisconnected);
    connect(m_socket, &QSslSocket::errorOccurred, this, &ProxyProbe::onError);
    connect(m_socket, &QSslSocket::sslErrors, this, &ProxyProbe::onTlsErrors);
}

ProxyProbe::~ProxyProbe()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

bool ProxyProbe::isTunnel() const
{
    return !isDirect() && (isSocks() || m_order.tunnel || m_order.url.scheme() == "https"_L1);
}

quint16 ProxyProbe::targetPort() const
{
    return quint16(m_order.url.port(m_order.url.scheme() == "https"_L1 ? 443 : 80));
}

void ProxyProbe::start()
{
    m_started = m_clock.now();
    m_deadline.start(m_order.timeout);
    if (m_order.tls)
        m_socket->setSslConfiguration(*m_order.tls);
    if (m_order.byQt) {
        if (!m_order.gated)
            connectByQt();
        else
            QMetaObject::invokeMethod(this, &ProxyProbe::waitAtGate, Qt::QueuedConnection);
        return;
    }
    // Only the proxy's own name is looked up here.
    m_socket->setProxy(QNetworkProxy::NoProxy);
    const QString host = isDirect() ? m_order.url.host() : m_order.proxy.hostName();
    m_socket->connectToHost(host, isDirect() ? targetPort() : m_order.proxy.port());
}

void ProxyProbe::onConnected()
{
    m_answer.untilConnected = m_clock.now() - m_started - m_atGate;
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (m_order.byQt)
        onTunnelOpen();
    else if (m_order.gated)
        waitAtGate();
    else
        openTunnel();
}

void ProxyProbe::waitAtGate()
{
    if (m_step == Step::Over)
        return;
    m_step = Step::Gate;
    m_heldSince = m_clock.now();
    const int left = m_deadline.remainingTime();
    m_deadline.stop();
    m_deadline.setInterval(std::max(1, left));
    Q_EMIT connected();
}

void ProxyProbe::proceed()
{
    if (m_step != Step::Gate)
        return;
    m_atGate = m_clock.now() - m_heldSince;
    m_deadline.start();
    if (m_order.byQt)
        connectByQt();
    else
        openTunnel();
}

void ProxyProbe::connectByQt()
{
    m_step = Step::Connecting;
    QNetworkProxy proxy = m_order.proxy;
    sendLoginWithConnect(proxy);
    m_socket->setProxy(proxy);
    m_socket->connectToHost(m_order.url.host(QUrl::FullyEncoded), targetPort());
    // Those that Qt speaks to the proxy with.
    const QList<QTcpSocket *> sockets = m_socket->findChildren<QTcpSocket *>();
    for (const QTcpSocket *socket : sockets)
        connect(socket, &QTcpSocket::readyRead, this, &ProxyProbe::countTalk, Qt::QueuedConnection);
}

void ProxyProbe::countTalk()
{
    if (m_step == Step::Connecting && ++m_talks > MostTalks)
        end(ProxyFault::Garbage, u"asks for a login again and again"_s);
}

void ProxyProbe::openTunnel()
{
    m_step = Step::Connecting;
    if (!isTunnel())
        onTunnelOpen();
    else
        sendTunnelRequest();
}

void ProxyProbe::sendTunnelRequest()
{
    if (isSocks()) {
        m_socks.emplace(m_order.url.host(QUrl::FullyEncoded), targetPort(), m_order.proxy.user(),
                        m_order.proxy.password());
        m_socket->write(m_socks->take());
        return;
    }
    QString host = m_order.url.host(QUrl::FullyEncoded);
    if (host.contains(u':'))
        host = u'[' + host + u']';
    const QByteArray target = host.toLatin1() + ':' + QByteArray::number(targetPort());
    m_socket->write("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n" + login() + "\r\n");
}

QByteArray ProxyProbe::login() const
{
    const QByteArray value = isSocks() ? QByteArray() : proxyLogin(m_order.proxy);
    return value.isEmpty() ? value : "Proxy-Authorization: " + value + "\r\n";
}

void ProxyProbe::onTunnelOpen()
{
    m_answer.tunnelled = isTunnel();
    if (m_order.tunnelOnly) {
        end(ProxyFault::None);
        return;
    }
    if (m_order.url.scheme() == "https"_L1) {
        m_step = Step::Tls;
        m_socket->setPeerVerifyName(m_order.url.host(QUrl::FullyEncoded));
        m_socket->startClientEncryption();
        return;
    }
    sendRequest();
}

void ProxyProbe::sendRequest()
{
    m_step = Step::Answer;
    const bool forward = !isDirect() && !isTunnel();
    const QByteArray target =
        forward ? m_order.url.toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo)
                : m_order.url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::RemoveFragment);
    QByteArray host = m_order.url.host(QUrl::FullyEncoded).toLatin1();
    if (host.contains(':'))
        host = '[' + host + ']';
    if (m_order.url.port() > 0)
        host += ':' + QByteArray::number(m_order.url.port());
    QByteArray bytes = "GET " + (target.isEmpty() ? QByteArray("/") : target) + " HTTP/1.1\r\nHost: " + host +
                       "\r\nConnection: close\r\n" + (forward ? login() : QByteArray());
    for (const auto &[name, value] : m_order.headers)
        bytes += name + ": " + value + "\r\n";
    m_socket->write(bytes + "\r\n");
}

void ProxyProbe::onReadyRead()
{
    const QByteArray bytes = m_socket->read(ProbeReader::MaxBody);
    switch (m_step) {
    case Step::Connecting:
        if (m_socks)
            readSocks(bytes);
        else
            readConnect(bytes);
        break;
    case Step::Answer:
        readAnswer(m_reader.feed(bytes));
        break;
    case Step::Gate:
    case Step::Connect:
        // Who speaks first is no proxy.
        if (!bytes.isEmpty())
            end(ProxyFault::Garbage, u"speaks before it is asked"_s);
        break;
    case Step::Tls:
    case Step::Over:
        break;
    }
}

void ProxyProbe::readSocks(const QByteArray &bytes)
{
    const Socks5::State state = m_socks->feed(bytes);
    const QByteArray next = m_socks->take();
    if (!next.isEmpty())
        m_socket->write(next);
    if (state == Socks5::State::Failed) {
        m_answer.status = m_socks->reply();
        end(m_socks->fault(), m_socks->detail());
    } else if (state == Socks5::State::Open) {
        onTunnelOpen();
    }
}

void ProxyProbe::readConnect(const QByteArray &bytes)
{
    const ProbeReader::State state = m_connect.feed(bytes);
    m_answer.status = m_connect.status();
    m_answer.headers = m_connect.headers();
    if (state == ProbeReader::State::Garbage) {
        end(ProxyFault::Garbage, u"no HTTP"_s);
    } else if (state == ProbeReader::State::TooLarge) {
        end(ProxyFault::TooLarge);
    } else if (m_answer.status >= 300) {
        // Its page would only be read to be thrown away.
        end(faultOf(m_answer.status), u"CONNECT: %1"_s.arg(m_answer.status));
    } else if (state == ProbeReader::State::Whole && !m_connect.rest().isEmpty()) {
        end(ProxyFault::Garbage, u"speaks in the tunnel"_s);
    } else if (state == ProbeReader::State::Whole) {
        m_answer.status = 0;
        onTunnelOpen();
    }
}

ProxyFault ProxyProbe::faultOf(int status) const
{
    const bool hasLogin = !login().isEmpty();
    switch (status) {
    case 407:
        return hasLogin ? ProxyFault::LoginRefused : ProxyFault::LoginNeeded;
    case 401:
        return hasLogin ? ProxyFault::LoginRefused : ProxyFault::HttpStatus;
    case 403:
    case 405:
        return ProxyFault::Forbidden;
    case 404:
    case 500:
    case 502:
    case 503:
    case 504:
        return ProxyFault::TargetFailed;
    default:
        return ProxyFault::HttpStatus;
    }
}

void ProxyProbe::readAnswer(ProbeReader::State state)
{
    m_answer.status = m_reader.status();
    if (state == ProbeReader::State::Garbage) {
        end(ProxyFault::Garbage, u"no HTTP"_s);
    } else if (state == ProbeReader::State::TooLarge) {
        end(ProxyFault::TooLarge);
    } else if (state == ProbeReader::State::Whole) {
        m_answer.body = m_reader.body();
        const bool good = m_answer.status == 200 || isDirect();
        end(good ? ProxyFault::None : faultOf(m_answer.status),
            good ? QString() : u"HTTP %1"_s.arg(m_answer.status));
    }
}

void ProxyProbe::onDisconnected()
{
    if (m_step == Step::Over)
        return;
    if (m_step == Step::Answer) {
        onReadyRead();
        if (m_step == Step::Answer && m_reader.close() == ProbeReader::State::Whole)
            readAnswer(ProbeReader::State::Whole);
    }
    if (m_step != Step::Over)
        end(m_step == Step::Tls ? ProxyFault::Tls : ProxyFault::Reset, u"closed"_s);
}

void ProxyProbe::onError()
{
    if (m_step == Step::Over)
        return;
    const QString text = m_socket->errorString();
    if (m_order.byQt && m_step == Step::Connecting) {
        end(ProxyFault::Unsupported, text);
        return;
    }
    switch (m_socket->error()) {
    case QAbstractSocket::ConnectionRefusedError:
        end(ProxyFault::Refused);
        break;
    case QAbstractSocket::HostNotFoundError:
        end(ProxyFault::Dns);
        break;
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketAccessError:
    case QAbstractSocket::SocketResourceError:
        end(m_step == Step::Connect ? ProxyFault::Unreachable : ProxyFault::Reset, text);
        break;
    case QAbstractSocket::SocketTimeoutError:
        end(ProxyFault::Timeout, text);
        break;
    case QAbstractSocket::RemoteHostClosedError:
        // disconnected() follows, and what has come is still to be read.
        break;
    default:
        end(m_step == Step::Tls ? ProxyFault::Tls : ProxyFault::Reset, text);
    }
}

void ProxyProbe::onTlsErrors(const QList<QSslError> &errors)
{
    if (errors.isEmpty())
        return;
    const QString issuer = errors.first().certificate().issuerInfo(QSslCertificate::CommonName).value(0);
    end(ProxyFault::Tls, issuer.isEmpty() ? errors.first().errorString()
                                          : errors.first().errorString() + u" (issuer: "_s + issuer + u')');
}

void ProxyProbe::end(ProxyFault fault, const QString &detail)
{
    if (m_step == Step::Over)
        return;
    const Moment now = m_clock.now();
    if (m_step == Step::Gate)
        m_atGate = now - m_heldSince;
    m_step = Step::Over;
    m_deadline.stop();
    m_answer.fault = fault;
    m_answer.detail = detail;
    m_answer.total = now - m_started - m_atGate;
    m_socket->disconnect(this);
    m_socket->abort();
    // The caller may be inside start() or proceed().
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT done(m_answer); }, Qt::QueuedConnection);
}

} // namespace linnet::net

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "net/probe/probereader.h"
#include "net/probe/socks5.h"
#include "net/proxy/proxyfault.h"

#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <optional>

class QSslError;
class QSslSocket;

namespace linnet {
class Clock;
}

namespace linnet::net {

/// What one probe asks, and through what.
struct ProbeOrder
{
    QNetworkProxy proxy; ///< HttpProxy, Socks5Proxy, or NoProxy for asking directly
    QUrl url;            ///< http or https
    HeaderFields headers;
    bool tunnel = false; ///< CONNECT also for an http target; https and SOCKS5 always tunnel
    std::chrono::milliseconds timeout{10'000}; ///< for all of it, without the wait for proceed()
    std::optional<QSslConfiguration> tls = {}; ///< none = the system's authorities
    bool gated = false;                        ///< wait for proceed() once the proxy is connected
    bool byQt = false;       ///< Qt opens the tunnel, as it does for requests; waits for proceed() before
    bool tunnelOnly = false; ///< done once the tunnel stands; nothing is asked
};

/// What a probe found.
struct ProbeAnswer
{
    ProxyFault fault = ProxyFault::None;
    int status = 0;         ///< HTTP status of whoever answered; SOCKS5 reply for a refused tunnel
    bool tunnelled = false; ///< the tunnel was opened
    QString detail;         ///< technical, never a secret
    HeaderFields headers;   ///< of an HTTP proxy's answer to CONNECT
    QByteArray body;
    std::chrono::nanoseconds untilConnected{0}; ///< until the proxy accepted the connection
    std::chrono::nanoseconds total{0};          ///< until the last byte, without the wait for proceed()
};

/// One request through one proxy, spoken by hand over a socket, because QNetworkAccessManager hides what a
/// proxy really said; or through a tunnel that Qt opens, which tells whether requests can use the proxy. One
/// done(); its deletion ends it silently. Network thread.
class ProxyProbe : public QObject
{
    Q_OBJECT

public:
    ProxyProbe(const Clock &clock, ProbeOrder order, QObject *parent);
    ~ProxyProbe() override;

    void start();
    /// Goes on after connected(); only with ProbeOrder::gated.
    void proceed();
    bool isWaiting() const { return m_step == Step::Gate; }

Q_SIGNALS:
    void connected();
    void done(const linnet::net::ProbeAnswer &answer); ///< never inside start() or proceed()

private:
    enum class Step : quint8
    {
        Connect,
        Gate,
        Connecting, ///< CONNECT or SOCKS5
        Tls,
        Answer,
        Over,
    };

    bool isDirect() const { return m_order.proxy.type() == QNetworkProxy::NoProxy; }
    bool isSocks() const { return m_order.proxy.type() == QNetworkProxy::Socks5Proxy; }
    bool isTunnel() const;
    quint16 targetPort() const;
    void onConnected();
    void waitAtGate();
    void connectByQt();
    void countTalk();
    void openTunnel();
    void sendTunnelRequest();
    void onTunnelOpen();
    void sendRequest();
    void onReadyRead();
    void readSocks(const QByteArray &bytes);
    void readConnect(const QByteArray &bytes);
    void readAnswer(ProbeReader::State state);
    void onDisconnected();
    void onError();
    void onTlsErrors(const QList<QSslError> &errors);
    ProxyFault faultOf(int status) const;
    QByteArray login() const;
    void end(ProxyFault fault, const QString &detail = {});

    const Clock &m_clock;
    ProbeOrder m_order;
    QSslSocket *m_socket;
    QTimer m_deadline;
    Step m_step = Step::Connect;
    std::optional<Socks5> m_socks;
    ProbeReader m_connect{true};
    ProbeReader m_reader;
    ProbeAnswer m_answer;
    int m_talks = 0; ///< of the proxy with Qt
    Moment m_started;
    Moment m_heldSince;                   ///< when it came to the gate
    std::chrono::nanoseconds m_atGate{0}; ///< how long it was held there
};

} // namespace linnet::net

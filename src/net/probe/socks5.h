// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/proxyfault.h"

#include <QByteArray>

#include <utility>

namespace linnet::net {

/// The client's side of a SOCKS5 CONNECT (RFC 1928, login by RFC 1929). Pure: bytes in, bytes out. Names are
/// sent as names, so that only the proxy looks them up.
class Socks5
{
public:
    enum class State : quint8
    {
        Going, ///< send take(), feed the answer
        Open,  ///< the tunnel stands; rest() has come early
        Failed,
    };

    Socks5(const QString &host, quint16 port, const QString &user, const QString &password);

    State state() const { return m_state; }
    /// What is to be sent now; empty while an answer is awaited.
    QByteArray take() { return std::exchange(m_out, {}); }
    State feed(const QByteArray &bytes);
    QByteArray rest() const { return m_in; }

    ProxyFault fault() const { return m_fault; }
    int reply() const { return m_reply; } ///< RFC 1928 §6, 0 when it did not come so far
    QString detail() const { return m_detail; }

private:
    enum class Step : quint8
    {
        Method,
        Login,
        Reply,
    };

    bool advance();
    bool readMethod();
    bool readLogin();
    bool readReply();
    void request();
    bool fail(ProxyFault fault, const QString &detail);

    QString m_host;
    quint16 m_port;
    QByteArray m_user;
    QByteArray m_password;
    State m_state = State::Going;
    Step m_step = Step::Method;
    QByteArray m_in;
    QByteArray m_out;
    ProxyFault m_fault = ProxyFault::None;
    int m_reply = 0;
    QString m_detail;
};

} // namespace linnet::net

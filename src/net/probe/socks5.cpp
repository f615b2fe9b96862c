// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/probe/socks5.h"

#include <QHostAddress>
#include <QtEndian>

#include <array>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char Version = 5;
constexpr char NoLogin = 0;
constexpr char UserPassword = 2;

constexpr std::array Replies{
    "succeeded"_L1,           "general failure"_L1,       "not allowed by the ruleset"_L1,
    "network unreachable"_L1, "host unreachable"_L1,      "connection refused"_L1,
    "TTL expired"_L1,         "command not supported"_L1, "address type not supported"_L1};

QByteArray counted(const QByteArray &text)
{
    const QByteArray piece = text.left(255);
    return char(piece.size()) + piece;
}

} // namespace

Socks5::Socks5(const QString &host, quint16 port, const QString &user, const QString &password)
    : m_host(host)
    , m_port(port)
    , m_user(user.toUtf8())
    , m_password(password.toUtf8())
{
    const bool login = !m_user.isEmpty() || !m_password.isEmpty();
    m_out = login ? QByteArray{"\x05\x02\x00\x02", 4} : QByteArray{"\x05\x01\x00", 3};
}

bool Socks5::fail(ProxyFault fault, const QString &detail)
{
    m_state = State::Failed;
    m_fault = fault;
    m_detail = detail;
    return false;
}

Socks5::State Socks5::feed(const QByteArray &bytes)
{
    m_in += bytes;
    while (m_state == State::Going && advance()) {
    }
    return m_state;
}

bool Socks5::advance()
{
    switch (m_step) {
    case Step::Method:
        return readMethod();
    case Step::Login:
        return readLogin();
    case Step::Reply:
        return readReply();
    }
    return false;
}

bool Socks5::readMethod()
{
    if (m_in.isEmpty())
        return false;
    if (m_in[0] != Version)
        return fail(ProxyFault::Garbage, u"no SOCKS5"_s);
    if (m_in.size() < 2)
        return false;
    const char method = m_in[1];
    m_in.remove(0, 2);
    if (method == NoLogin) {
        request();
        return true;
    }
    const bool login = !m_user.isEmpty() || !m_password.isEmpty();
    if (method != UserPassword || !login)
        return fail(login ? ProxyFault::LoginRefused : ProxyFault::LoginNeeded,
                    u"no login method accepted"_s);
    m_out = '\x01' + counted(m_user) + counted(m_password);
    m_step = Step::Login;
    return true;
}

bool Socks5::readLogin()
{
    if (m_in.size() < 2)
        return false;
    const char status = m_in[1];
    m_in.remove(0, 2);
    if (status != 0)
        return fail(ProxyFault::LoginRefused, u"status %1"_s.arg(int(uchar(status))));
    request();
    return true;
}

void Socks5::request()
{
    m_out += QByteArray("\x05\x01\x00", 3);
    const QHostAddress address(m_host);
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 number = qToBigEndian(address.toIPv4Address());
        m_out += '\x01' + QByteArray(reinterpret_cast<const char *>(&number), 4);
    } else if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        const Q_IPV6ADDR number = address.toIPv6Address();
        m_out += '\x04' + QByteArray(reinterpret_cast<const char *>(&number), 16);
    } else {
        m_out += '\x03' + counted(m_host.toLatin1());
    }
    m_out += char(m_port >> 8);
    m_out += char(m_port & 0xff);
    m_step = Step::Reply;
}

bool Socks5::readReply()
{
    if (m_in.size() < 5)
        return m_in.isEmpty() || m_in[0] == Version ? false : fail(ProxyFault::Garbage, u"no SOCKS5 reply"_s);
    if (m_in[0] != Version)
        return fail(ProxyFault::Garbage, u"no SOCKS5 reply"_s);
    m_reply = uchar(m_in[1]);
    if (m_reply != 0) {
        const QString text =
            size_t(m_reply) < Replies.size() ? QString(Replies[size_t(m_reply)]) : u"reply %1"_s.arg(m_reply);
        return fail(m_reply == 2 ? ProxyFault::Forbidden : ProxyFault::TargetFailed, text);
    }
    const int kind = m_in[3];
    const int address = kind == 1 ? 4 : kind == 4 ? 16 : kind == 3 ? uchar(m_in[4]) + 1 : -1;
    if (address < 0)
        return fail(ProxyFault::Garbage, u"no SOCKS5 reply"_s);
    if (m_in.size() < 4 + address + 2)
        return false;
    m_in.remove(0, 4 + address + 2);
    m_state = State::Open;
    return false;
}

} // namespace linnet::net

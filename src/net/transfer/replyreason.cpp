// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer/replyreason.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

struct QtText
{
    const char *context;
    const char *text;
};

/// What Qt says of proxies without a code of its own.
constexpr QtText OfProxies[] = {
    {"QHttpSocketEngine", "Proxy denied connection"},
    {"QHttpSocketEngine", "Did not receive HTTP response from proxy"},
    {"QHttpSocketEngine", "Error parsing authentication request from proxy"},
    {"QHttpSocketEngine", "Error communicating with HTTP proxy"},
    {"QSocks5SocketEngine", "Proxy authentication failed"},
    {"QSocks5SocketEngine", "SOCKS version 5 protocol error"},
    {"QSocks5SocketEngine", "Connection not allowed by SOCKSv5 server"},
    {"QSocks5SocketEngine", "SOCKSv5 command not supported"},
};

/// Qt's text for replies of SOCKS that RFC 1928 does not know; Tor has some about its hidden services.
constexpr const char *UnknownReply = "Unknown SOCKSv5 proxy error code 0x%1";

/// Up to its first variable part.
bool says(const ReplyFault &fault, const char *context, const char *text)
{
    return fault.text.contains(QCoreApplication::translate(context, text).section(u'%', 0, 0));
}

/// Qt's texts speak the language of the window.
bool speaksOfProxy(const QString &text)
{
    return text.contains("proxy"_L1, Qt::CaseInsensitive) ||
           std::ranges::any_of(OfProxies, [&text](const QtText &known) {
               return text == QCoreApplication::translate(known.context, known.text);
           });
}

} // namespace

Reason reasonOf(const ReplyFault &fault)
{
    switch (fault.code) {
    case QNetworkReply::NoError:
        return Reason::None;
    case QNetworkReply::ConnectionRefusedError:
        // Without a tunnel only the proxy was ever called. In a tunnel Qt has another code for that, and this
        // is what the proxy says about the origin: 503 to CONNECT, or reply 5 of SOCKS.
        return fault.throughProxy && !fault.tunnel ? Reason::ProxyFailed : Reason::Refused;
    case QNetworkReply::RemoteHostClosedError:
        return fault.headersCame ? Reason::Truncated : Reason::Reset;
    case QNetworkReply::HostNotFoundError:
        if (fault.throughProxy && !fault.tunnel)
            return Reason::ProxyFailed;
        // Of a tunnel by SOCKS, Qt says so for the replies 1 (general failure), 2 (not allowed) and 4 (host
        // unreachable) alike.
        return fault.tunnel && (fault.socks || fault.namedByAddress) ? Reason::Network : Reason::Dns;
    case QNetworkReply::TimeoutError:
        return fault.headersCame ? Reason::Inactivity : Reason::Deadline;
    case QNetworkReply::SslHandshakeFailedError:
        return Reason::Tls;
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::UnknownProxyError:
        return Reason::ProxyFailed;
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return Reason::CredentialsNeeded;
    case QNetworkReply::UnknownNetworkError:
        // TLS 1.3 refuses a client without a certificate after the handshake.
        if (fault.text.contains("SSL routines"_L1) || fault.text.contains("alert certificate required"_L1))
            return Reason::Tls;
        // A proxy that refuses a tunnel comes as an unknown error; Qt keeps the cause in the text only.
        return fault.throughProxy && !says(fault, "QSocks5SocketEngine", UnknownReply) &&
                       speaksOfProxy(fault.text)
                   ? Reason::ProxyFailed
                   : Reason::Network;
    default:
        return fault.headersCame ? Reason::Truncated : Reason::Network;
    }
}

QString detailOf(const ReplyFault &fault)
{
    if (fault.code != QNetworkReply::HostNotFoundError || !fault.throughProxy || !fault.tunnel ||
        !fault.socks)
        return {};
    return fault.namedByAddress ? u"the proxy cannot reach the server"_s
                                : u"the proxy cannot reach the server, may not, or does not know its name"_s;
}

bool isDenied(const ReplyFault &fault)
{
    return fault.throughProxy && fault.tunnel && !fault.headersCame &&
           (says(fault, "QHttpSocketEngine", "Proxy denied connection") ||
            says(fault, "QSocks5SocketEngine", "Connection not allowed by SOCKSv5 server"));
}

bool refusesTunnel(const ReplyFault &fault)
{
    return fault.throughProxy && fault.tunnel &&
           says(fault, "QHttpSocketEngine", "Error communicating with HTTP proxy");
}

bool isProxysWord(const ReplyFault &fault)
{
    if (!fault.throughProxy || !fault.tunnel || fault.headersCame)
        return false;
    if (fault.code == QNetworkReply::ConnectionRefusedError || fault.code == QNetworkReply::HostNotFoundError)
        return true;
    constexpr const char *Socks = "QSocks5SocketEngine";
    return fault.code == QNetworkReply::UnknownNetworkError &&
           (says(fault, Socks, "General SOCKSv5 server failure") || says(fault, Socks, "TTL expired") ||
            says(fault, Socks, UnknownReply));
}

} // namespace linnet::net

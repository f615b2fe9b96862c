// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/replyreason.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

Reason reasonOf(const ReplyFault &fault)
{
    switch (fault.code) {
    case QNetworkReply::NoError:
        return Reason::None;
    case QNetworkReply::ConnectionRefusedError:
        // For http targets Qt reports the proxy's refusal with the origin's code; only the proxy was ever
        // called.
        return fault.throughProxy ? Reason::ProxyFailed : Reason::Refused;
    case QNetworkReply::RemoteHostClosedError:
        return fault.headersCame ? Reason::Truncated : Reason::Reset;
    case QNetworkReply::HostNotFoundError:
        return Reason::Dns;
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
        // A proxy that refuses a tunnel comes as an unknown error; Qt keeps the cause in the text only.
        return fault.throughProxy && fault.text.contains("proxy"_L1, Qt::CaseInsensitive)
                   ? Reason::ProxyFailed
                   : Reason::Network;
    default:
        return fault.headersCame ? Reason::Truncated : Reason::Network;
    }
}

} // namespace linnet::net

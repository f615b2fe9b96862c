// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxyanswer.h"

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kinds = std::initializer_list<std::pair<QByteArrayView, Reason>>;

/// Squid's words with errno behind them, as "ERR_CONNECT_FAIL 111".
Reason squidReason(const QByteArray &value)
{
    const QList<QByteArray> words = value.simplified().split(' ');
    const QByteArray &kind = words.first();
    const int error = words.value(1).toInt();
    if (kind == "ERR_CONNECT_FAIL") {
        constexpr int NetworkUnreachable = 101;
        constexpr int TimedOut = 110;
        constexpr int HostUnreachable = 113;
        return error == TimedOut                                         ? Reason::Deadline
               : error == NetworkUnreachable || error == HostUnreachable ? Reason::Network
                                                                         : Reason::Refused;
    }
    static constexpr std::array<std::pair<QByteArrayView, Reason>, 9> Table{
        {{"ERR_DNS_FAIL", Reason::Dns},
         {"ERR_READ_ERROR", Reason::Reset},
         {"ERR_WRITE_ERROR", Reason::Reset},
         {"ERR_ZERO_SIZE_OBJECT", Reason::Reset},
         {"ERR_READ_TIMEOUT", Reason::Deadline},
         {"ERR_LIFETIME_EXP", Reason::Deadline},
         {"ERR_GATEWAY_FAILURE", Reason::Network},
         {"ERR_INVALID_RESP", Reason::BadAnswer},
         {"ERR_SECURE_CONNECT_FAIL", Reason::Tls}}};
    const auto *found =
        std::ranges::find(Table, QByteArrayView(kind), [](const auto &row) { return row.first; });
    return found == Table.end() ? Reason::ProxyFailed : found->second;
}

/// RFC 9209 §2.3; the member nearest to us is the last. None when it names no error.
Reason statusReason(const QByteArray &value)
{
    const QByteArray last = value.mid(value.lastIndexOf(',') + 1).toLower();
    const qsizetype at = last.indexOf("error=");
    if (at < 0)
        return Reason::None;
    QByteArray kind = last.mid(at + 6);
    kind = kind.left(kind.indexOf(';') < 0 ? kind.size() : kind.indexOf(';')).trimmed();
    static constexpr std::array<std::pair<QByteArrayView, Reason>, 16> Table{
        {{"dns_timeout", Reason::Dns},
         {"dns_error", Reason::Dns},
         {"destination_unavailable", Reason::Network},
         {"destination_ip_unroutable", Reason::Network},
         {"connection_refused", Reason::Refused},
         {"connection_terminated", Reason::Reset},
         {"connection_timeout", Reason::Deadline},
         {"connection_read_timeout", Reason::Deadline},
         {"connection_write_timeout", Reason::Deadline},
         {"http_response_timeout", Reason::Deadline},
         {"http_response_incomplete", Reason::Truncated},
         {"http_protocol_error", Reason::BadAnswer},
         {"http_response_status", Reason::None},
         {"tls_protocol_error", Reason::Tls},
         {"tls_certificate_error", Reason::Tls},
         {"tls_alert_received", Reason::Tls}}};
    const auto *found =
        std::ranges::find(Table, QByteArrayView(kind), [](const auto &row) { return row.first; });
    return found == Table.end() ? Reason::ProxyFailed : found->second;
}

/// RFC 9209 §2.3: by a rule of the proxy.
bool isDenial(const QByteArray &status)
{
    const QByteArray last = status.mid(status.lastIndexOf(',') + 1).toLower();
    return last.contains("error=http_request_denied") || last.contains("error=destination_ip_prohibited");
}

/// What the system says about a failed connection, in a page for people.
Reason wordsReason(const QByteArray &page)
{
    for (const auto &[words, reason] : Kinds{{"connection refused", Reason::Refused},
                                             {"timed out", Reason::Deadline},
                                             {"timeout", Reason::Deadline},
                                             {"no route to host", Reason::Network},
                                             {"unreachable", Reason::Network},
                                             {"reset by peer", Reason::Reset},
                                             {"name or service not known", Reason::Dns},
                                             {"no such domain", Reason::Dns},
                                             {"could not resolve", Reason::Dns},
                                             {"name resolution", Reason::Dns},
                                             {"no address associated", Reason::Dns}}) {
        if (page.contains(words.toByteArray()))
            return reason;
    }
    return Reason::None;
}

Reason tinyproxyReason(int status, const QByteArray &page)
{
    if (status == 408 || status == 504)
        return Reason::Deadline;
    const bool couldNot =
        status >= 500 && (page.isEmpty() || page.contains("unable to connect") || page.contains("could not"));
    if (!couldNot)
        return Reason::ProxyFailed;
    // Its page does not always say why; most often nobody listens there.
    const Reason reason = wordsReason(page);
    return reason == Reason::None ? Reason::Refused : reason;
}

Reason privoxyReason(int status, const QByteArray &phrase, const QByteArray &page)
{
    if (phrase.contains("no such domain") || (status == 404 && page.contains("no such domain")))
        return Reason::Dns;
    if (phrase.contains("timeout") || status == 504)
        return Reason::Deadline;
    if (phrase.contains("no server") || page.contains("no server or forwarder data"))
        return Reason::Reset;
    if (phrase.contains("connect failed") || (status == 503 && page.contains("connect to")))
        return Reason::Refused;
    return Reason::ProxyFailed;
}

} // namespace

ProxyWord proxysWord(int status, QByteArrayView phrase, const HeaderFields &headers, QByteArrayView body)
{
    if (status < 400)
        return {};
    const auto word = [](Reason reason, const QByteArray &detail) {
        return ProxyWord{reason, QString::fromLatin1(detail.left(80))};
    };
    if (status == 407 || !headerValue(headers, "Proxy-Authenticate").isNull())
        return word(Reason::ProxyFailed, {});
    // Of a proxy that says who it is.
    const bool forbids = status == 403 || status == 451;
    const auto known = [&word, forbids](Reason reason, const QByteArray &detail) {
        ProxyWord result = word(reason, detail);
        result.isDenial = forbids && reason == Reason::ProxyFailed;
        return result;
    };
    if (const QByteArray squid = headerValue(headers, "X-Squid-Error"); !squid.isEmpty())
        return known(squidReason(squid), squid);
    if (const QByteArray told = headerValue(headers, "Proxy-Status"); !told.isEmpty()) {
        const Reason reason = statusReason(told);
        ProxyWord result = word(reason, told);
        result.isDenial = isDenial(told);
        if (reason != Reason::None)
            return result;
    }
    const QByteArray server = headerValue(headers, "Server").toLower();
    const QByteArray page = body.first(std::min<qsizetype>(body.size(), 16'384)).toByteArray().toLower();
    const QByteArray said = phrase.toByteArray().toLower();
    if (server.startsWith("tinyproxy"))
        return known(tinyproxyReason(status, page), "tinyproxy");
    const bool isPrivoxy = server.startsWith("privoxy") || page.contains("(privoxy@") ||
                           page.contains("this is privoxy") || page.contains("<!-- privoxy");
    if (isPrivoxy || said == "no such domain" || said == "connect failed")
        return known(privoxyReason(status, said, page), "privoxy");
    // An origin may stand behind one of these itself; then a proxy that forwards adds a Via of its own.
    const QByteArray via = headerValue(headers, "Via").toLower();
    const bool isHaproxy =
        server.isEmpty() && via.isEmpty() && status >= 502 && page.startsWith("<html><body><h1>50");
    if (isHaproxy)
        return word(status == 504   ? Reason::Deadline
                    : status == 503 ? Reason::Refused
                                    : Reason::Reset,
                    "haproxy");
    const bool isVarnish = status == 503 && !via.contains(',') &&
                           (server.startsWith("varnish") || via.contains("varnish")) &&
                           page.contains("backend fetch failed");
    if (isVarnish)
        return word(Reason::Network, "varnish");
    return {};
}

} // namespace linnet::net

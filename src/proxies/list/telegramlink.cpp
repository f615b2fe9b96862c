// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/telegramlink.h"

#include <QUrl>
#include <QUrlQuery>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

std::optional<LineReading> readTelegramLink(QStringView text)
{
    const bool isLink = text.startsWith("tg://"_L1, Qt::CaseInsensitive) ||
                        text.contains("t.me/"_L1, Qt::CaseInsensitive) ||
                        text.contains("telegram.me/"_L1, Qt::CaseInsensitive);
    if (!isLink)
        return std::nullopt;
    const QString full = text.contains("://"_L1) ? text.toString() : "https://"_L1 + text.toString();
    const QUrl url(full);
    const QString host = url.host();
    const bool isApp = url.scheme() == "tg"_L1;
    if (!isApp && host != "t.me"_L1 && host != "telegram.me"_L1)
        return std::nullopt;
    const QString what = isApp ? host : url.path().mid(1);
    if (what == "proxy"_L1)
        return LineReading{{}, LineFault::UnknownScheme, u"mtproto"_s, {}};
    if (what != "socks"_L1)
        return std::nullopt;
    const QUrlQuery query(url);
    const auto value = [&query](const QString &key) { return query.queryItemValue(key, QUrl::FullyDecoded); };
    const QString server = value(u"server"_s);
    const bool isBare = server.count(u':') > 1 && !server.startsWith(u'[');
    LineReading reading =
        readEndpoint(isBare ? u'[' + server + u']' : server, value(u"port"_s), ProxyScheme::Socks5);
    for (Proxy &proxy : reading.proxies) {
        proxy.user = value(u"user"_s);
        proxy.password = value(u"pass"_s);
    }
    return reading;
}

} // namespace linnet::proxies

// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/proxy.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array<std::pair<QLatin1StringView, ProxyScheme>, 7> SchemeNames{{
    {"http"_L1, ProxyScheme::Http},
    {"socks5"_L1, ProxyScheme::Socks5},
    {"socks4"_L1, ProxyScheme::Socks4},
    {"https"_L1, ProxyScheme::Https},
    {"socks5h"_L1, ProxyScheme::Socks5},
    {"socks"_L1, ProxyScheme::Socks5},
    {"socks4a"_L1, ProxyScheme::Socks4},
}};

} // namespace

QLatin1StringView schemeName(ProxyScheme scheme)
{
    for (const auto &[name, known] : SchemeNames) {
        if (known == scheme)
            return name;
    }
    Q_UNREACHABLE();
}

std::optional<ProxyScheme> schemeByName(QStringView name)
{
    for (const auto &[known, scheme] : SchemeNames) {
        if (name.compare(known, Qt::CaseInsensitive) == 0)
            return scheme;
    }
    return std::nullopt;
}

bool isSchemeWord(QStringView text)
{
    return !text.isEmpty() &&
           std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80 && c.isLetterOrNumber(); });
}

QString Proxy::address() const
{
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return schemeName(scheme) + "://"_L1 + shown + u':' + QString::number(port);
}

QString Proxy::key() const
{
    if (!hasLogin())
        return address();
    const QByteArray mark = QCryptographicHash::hash(user.toUtf8(), QCryptographicHash::Sha256).toHex();
    return address() + u'#' + QString::fromLatin1(mark.first(8));
}

net::ProxySelector::Use Proxy::use() const
{
    Q_ASSERT(isSupported());
    const auto type = scheme == ProxyScheme::Socks5 ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy;
    return {QNetworkProxy(type, host, port, user, password), net::ProxyKey::restored(key())};
}

} // namespace linnet::proxies

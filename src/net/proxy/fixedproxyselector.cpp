// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/fixedproxyselector.h"

#include <QRegularExpression>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Parts
{
    QString address; ///< without the login
    QString user;
    QString password;
};

/// Percent codes are undone where all of them are codes; a lone % stands for itself.
QString decoded(const QString &text)
{
    static const QRegularExpression stray(u"%(?![0-9A-Fa-f]{2})"_s);
    return text.contains(stray) ? text : QUrl::fromPercentEncoding(text.toUtf8());
}

/// As curl reads it: the login ends with the last @, its user with the first colon.
Parts splitLogin(const QString &text)
{
    const qsizetype scheme = text.indexOf("://"_L1);
    const qsizetype begin = scheme < 0 ? 0 : scheme + 3;
    const qsizetype end = text.lastIndexOf(u'@');
    if (end < begin)
        return {text, {}, {}};
    const QString login = text.sliced(begin, end - begin);
    const qsizetype colon = login.indexOf(u':');
    return {text.first(begin) + text.sliced(end + 1), decoded(colon < 0 ? login : login.first(colon)),
            colon < 0 ? QString() : decoded(login.sliced(colon + 1))};
}

} // namespace

FixedProxySelector::FixedProxySelector(Use use, QObject *parent)
    : ProxySelector(parent)
    , m_use(std::move(use))
{
}

ProxySelector::Choice FixedProxySelector::choose(const QUrl &url, const Readiness &readiness, Moment now)
{
    Q_UNUSED(url)
    Q_UNUSED(readiness)
    Q_UNUSED(now)
    return m_use;
}

Result<ProxySelector::Use> FixedProxySelector::parse(const QString &address)
{
    const auto [text, user, password] = splitLogin(address.trimmed());
    const QUrl url(text.contains("://"_L1) ? text : "http://"_L1 + text, QUrl::StrictMode);
    const QString shown = url.toDisplayString(QUrl::RemoveUserInfo);
    const QString scheme = url.scheme();
    const bool socks = scheme == "socks5"_L1 || scheme == "socks5h"_L1 || scheme == "socks"_L1;
    if (!url.isValid() || url.host().isEmpty())
        return fail(Reason::BadValue, u"this is no proxy address"_s);
    if (!socks && scheme != "http"_L1)
        return fail(Reason::BadValue, scheme + u" proxies are not supported: "_s + shown);
    const int port = url.port(scheme == "http"_L1 ? 80 : 1080);
    if (port < 1)
        return fail(Reason::BadValue, u"no port: "_s + shown);
    Use use;
    use.proxy = QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy, url.host(),
                              quint16(port), user, password);
    use.key = ProxyKey(use.proxy);
    return use;
}

} // namespace linnet::net

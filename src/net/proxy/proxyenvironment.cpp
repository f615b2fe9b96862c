// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxyenvironment.h"

#include "net/proxy/directselector.h"
#include "net/proxy/fixedproxyselector.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

ProxyEnvironment::ProxyEnvironment(const QProcessEnvironment &environment)
{
    const auto read = [&environment](const QString &name) {
        const QString lower = environment.value(name).trimmed();
        return lower.isEmpty() ? environment.value(name.toUpper()).trimmed() : lower;
    };
    m_http = read(u"http_proxy"_s);
    m_https = read(u"https_proxy"_s);
    m_all = read(u"all_proxy"_s);
    m_bypass = NoProxyList(read(u"no_proxy"_s));
}

std::optional<ProxySelector::Choice> ProxyEnvironment::choose(const QUrl &url) const
{
    const bool secure = url.scheme() == "https"_L1;
    const QString &own = secure ? m_https : m_http;
    const QString &address = own.isEmpty() ? m_all : own;
    if (address.isEmpty())
        return std::nullopt;
    if (m_bypass.matches(url.host(), url.port(secure ? 443 : 80)))
        return DirectSelector::direct();
    const Result<ProxySelector::Use> use = FixedProxySelector::parse(address);
    if (!use) {
        const QString name = own.isEmpty() ? u"all_proxy"_s : secure ? u"https_proxy"_s : u"http_proxy"_s;
        return ProxySelector::None{{Reason::NoProxy, 0, name + ": "_L1 + use.error().detail}};
    }
    return *use;
}

} // namespace linnet::net

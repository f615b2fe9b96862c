// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/noproxylist.h"
#include "net/proxy/proxyselector.h"

#include <QProcessEnvironment>

#include <optional>

namespace linnet::net {

/// The proxies that environment variables name: http_proxy, https_proxy, all_proxy and no_proxy, lower case
/// first. Read by ourselves, because the system's answer silently turns schemes it does not know into
/// "direct".
class ProxyEnvironment
{
public:
    explicit ProxyEnvironment(const QProcessEnvironment &environment);

    /// Nothing when the environment does not say; None when it names a proxy that cannot be used.
    std::optional<ProxySelector::Choice> choose(const QUrl &url) const;

private:
    QString m_http;
    QString m_https;
    QString m_all;
    NoProxyList m_bypass;
};

} // namespace linnet::net

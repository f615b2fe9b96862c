// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/proxy/proxyselector.h"

namespace linnet::net {

/// One proxy for everything, loopback included: what the user chose by address. Nothing ever goes around it.
class FixedProxySelector : public ProxySelector
{
    Q_OBJECT

public:
    explicit FixedProxySelector(Use use, QObject *parent = nullptr);

    Choice choose(const QUrl &url, const Readiness &readiness, Moment now) override;

    /// A proxy from its address: http://[user:password@]host:port, socks5:// or socks5h://; the scheme may be
    /// left out. BadValue for what cannot be used: SOCKS4, TLS to the proxy, a missing port. The detail has
    /// no password.
    static Result<Use> parse(const QString &address);

private:
    Use m_use;
};

} // namespace linnet::net

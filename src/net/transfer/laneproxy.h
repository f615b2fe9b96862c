// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkProxy>

namespace linnet::net {

/// Tells a QNetworkAccessManager the proxy of the request that is about to be handed to it.
class LaneProxy final : public QNetworkProxyFactory
{
public:
    void set(const QNetworkProxy &proxy);
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &) override { return m_proxies; }

private:
    QList<QNetworkProxy> m_proxies;
};

} // namespace linnet::net

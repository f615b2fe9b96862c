// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/origin.h"
#include "net/proxy/proxyenvironment.h"
#include "net/proxy/proxyselector.h"

#include <QHash>
#include <QThreadPool>

namespace linnet::net {

/// What the system does: the environment's proxies, else the system's, asked once per host and outside the
/// network thread because that can take long; loopback goes directly.
class SystemProxySelector : public ProxySelector
{
    Q_OBJECT

public:
    /// Asks the system; runs in the thread pool. Replaceable for tests.
    using Query = std::function<QList<QNetworkProxy>(const QUrl &)>;

    explicit SystemProxySelector(QObject *parent = nullptr);
    SystemProxySelector(const QProcessEnvironment &environment, Query query, QObject *parent = nullptr);
    ~SystemProxySelector() override;

    Choice choose(const QUrl &url, const Readiness &readiness, Moment now) override;

private:
    void ask(const QUrl &url, const Origin &origin);
    void answered(const Origin &origin, const QList<QNetworkProxy> &proxies);

    ProxyEnvironment m_environment;
    Query m_query;
    QHash<Origin, Choice> m_known; ///< Wait while it is being asked
    QThreadPool m_pool;
};

} // namespace linnet::net

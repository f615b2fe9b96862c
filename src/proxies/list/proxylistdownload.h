// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/response.h"
#include "proxies/list/proxylist.h"

#include <QObject>
#include <QUrl>

namespace linnet::net {
class Engine;
class Fetch;
} // namespace linnet::net

namespace linnet::proxies {

/// Reads one list of proxies from a web address, outside a run. In the engine's thread; one done(), then it
/// deletes itself.
class ProxyListDownload : public QObject
{
    Q_OBJECT

public:
    /// fallback: of proxies that name no scheme.
    ProxyListDownload(net::Engine &engine, const QUrl &url, ProxyScheme fallback, QObject *parent);

    void start();

Q_SIGNALS:
    /// HttpStatus for another answer than 200, BadBody when no proxy is in it.
    void done(const linnet::Result<linnet::proxies::ProxyList> &read);

private:
    void onAnswer(net::Fetch &fetch, const Result<net::Response> &answer);

    net::Engine &m_engine;
    QUrl m_url;
    ProxyScheme m_fallback;
};

} // namespace linnet::proxies

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "jobs/job.h"
#include "net/engine/engine.h"
#include "session/runhandle.h"
#include "session/runparams.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace linnet::net {
class SwitchSelector;
}

namespace linnet::session {

/// What lives in the network thread: the engine, its selector and the jobs. The Session makes it, moves it
/// there and talks to it by queued calls.
class NetworkSide : public QObject
{
    Q_OBJECT

public:
    NetworkSide();
    ~NetworkSide() override;

    void begin(); ///< makes the engine; first call in the network thread
    void startRun(linnet::store::Project *project, linnet::store::RunId run, const RunParams &params,
                  const QHash<QString, QByteArray> &tokens);
    ProxyPools &pools() { return m_pools; }
    void readProxyPage(const QString &list, const QUrl &url, proxies::ProxyScheme fallback);
    void watchPool(const QString &list); ///< poolChanged() comes twice a second; "" = none
    void command(store::RunId run, RunCommand command);
    void dropJobs(); ///< all jobs go without an end; their runs stay resumable
    /// Of one run. Runs share their hosts and the line, so the strictest of those under way holds for all.
    void setPace(linnet::store::RunId run, const net::Pace &pace);
    void setOnline(bool online);
    void setCaFile(const QString &path); ///< answers by caFileRead()
    void setAsksProxyLogins(bool asks);
    void giveProxyLogin(const QString &proxy, const QString &user, const QString &password);
    void refuseProxyLogin(const QString &proxy);
    void setDirect(bool direct);
    void testToken(const QString &sourceId, const QByteArray &token, const QUrl &base);
    void watchHosts(bool on); ///< hostsChanged() and requestsUnderWay() come twice a second
    net::Engine &engine() { return *m_engine; }
    void shutDown(); ///< ends with drained()

Q_SIGNALS:
    void progressed(const linnet::jobs::Progress &progress);
    void ended(const linnet::jobs::Progress &last);
    void tokenTested(const QString &sourceId, const linnet::Result<QString> &owner);
    void hostsChanged(const QList<linnet::net::HostState> &hosts, qint64 nowNs);
    void requestsUnderWay(const QList<linnet::net::UnderWay> &requests, qint64 nowNs, qint64 nowUtcMs);
    void proxyLoginWanted(const QString &proxy, bool again);
    void caFileRead(const QString &path, const linnet::Result<int> &count);
    void proxyPageRead(const QString &list, const QUrl &url,
                       const linnet::Result<linnet::proxies::ProxyList> &read);
    void poolChanged(const linnet::proxies::PoolView &view);
    void drained();

private:
    void applyPaces();
    void dropSelector(store::RunId run);
    void storeAttempts(const QList<net::Attempt> &batch);

    SystemClock m_clock;
    std::unique_ptr<net::SwitchSelector> m_selector;
    std::unique_ptr<net::Engine> m_engine;
    std::unique_ptr<QTimer> m_hostsTimer; ///< while somebody watches; made in the network thread
    std::unique_ptr<QTimer> m_poolTimer;  ///< while a list is watched
    ProxyPools m_pools{m_clock};
    store::Project *m_project = nullptr; ///< of the jobs; null when there are none
    std::unordered_map<store::RunId, std::unique_ptr<jobs::Job>> m_jobs;
    QHash<store::RunId, net::Pace> m_paces; ///< of the runs under way
};

} // namespace linnet::session

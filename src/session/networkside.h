// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "jobs/job.h"
#include "net/engine/engine.h"
#include "session/proxypools.h"
#include "session/runhandle.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <unordered_map>

namespace linnet::net {
class SwitchSelector;
}

namespace linnet::session {

struct RunParams;

/// What lives in the network thread: the engine, its selector and the jobs. The Session makes it, moves it
/// there and talks to it by queued calls; so does NetworkControl.
class NetworkSide : public QObject
{
    Q_OBJECT

public:
    NetworkSide();
    ~NetworkSide() override;

    void begin(); ///< makes the engine; first call in the network thread
    void startRun(linnet::store::Project *project, linnet::store::RunId run, const RunParams &params,
                  const QHash<QString, QByteArray> &tokens, const jobs::MovedServer &moved);
    void command(store::RunId run, RunCommand command);
    void dropJobs(); ///< all jobs go without an end; their runs stay resumable
    void shutDown(); ///< ends with drained()

    net::Engine &engine() { return *m_engine; }
    const Clock &clock() const { return m_clock; }
    ProxyPools &pools() { return m_pools; }
    proxies::PoolView poolView(const QString &list);
    /// Of one run. Runs share their hosts and the line, so the strictest of those under way holds for all.
    void setPace(linnet::store::RunId run, const net::Pace &pace);
    void setDirect(bool direct);

Q_SIGNALS:
    void progressed(const linnet::jobs::Progress &progress);
    void ended(const linnet::jobs::Progress &last);
    void drained();

private:
    void refuse(store::RunId run, const Error &error);
    void drop(store::RunId run);
    void applyPaces();
    void dropSelector(store::RunId run);
    void storeAttempts(const QList<net::Attempt> &batch);

    SystemClock m_clock;
    std::unique_ptr<net::SwitchSelector> m_selector;
    std::unique_ptr<net::Engine> m_engine;
    ProxyPools m_pools{m_clock};
    store::Project *m_project = nullptr; ///< of the jobs; null when there are none
    std::unordered_map<store::RunId, std::unique_ptr<jobs::Job>> m_jobs;
    QHash<store::RunId, net::Pace> m_paces; ///< of the runs under way
};

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/attemptlog.h"
#include "net/engine/readings.h"
#include "net/engine/runledger.h"
#include "net/engine/task.h"
#include "net/engine/underway.h"
#include "net/engine/verdict.h"
#include "net/queue/admission.h"
#include "net/queue/agenda.h"
#include "net/queue/alarm.h"
#include "net/transfer/floodguard.h"
#include "net/transfer/keepalive.h"
#include "net/transfer/transfer.h"

#include <QSslConfiguration>
#include <QTimer>

#include <memory>
#include <unordered_map>

namespace linnet::net {

/// Leads every task from its queue through its attempts to its one result; the heart behind Engine. All work
/// happens in events of the network thread, so callers are never called back from inside their own calls.
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    Dispatcher(const Clock &clock, ProxySelector &selector, QObject *parent);
    ~Dispatcher() override;

    void add(Fetch *fetch);
    void cancelRun(RunId run);
    void setUserAgent(const QByteArray &userAgent);
    void setTls(const std::optional<QSslConfiguration> &tls);
    void setOnline(bool online);
    /// A login was given or refused: those who waited for it go on.
    void loginChanged();
    const std::optional<QSslConfiguration> &tls() const { return m_tls; }
    /// Looks at the queue again at the next event.
    void nudge();
    void flushAttempts() { m_log.flush(); }
    void shutDown();

    Admission &admission() { return m_admission; }
    const Admission &admission() const { return m_admission; }
    const RunLedger &ledger() const { return m_ledger; }
    int load(const QString &host) const { return m_load.value(host); }
    QList<HostState> hosts() const;
    HostState host(const QString &host) const;
    QList<UnderWay> underWay(qsizetype most) const;

Q_SIGNALS:
    void attempts(const QList<linnet::net::Attempt> &batch);
    void hostsChanged();
    void proxyLoginWanted(const QString &proxy, bool again);
    void drained();

private:
    using Id = quint64;

    void pump();
    void start(Task &task, ProxySelector::Use use, qint64 heldNs);
    void onSent(Transfer *transfer);
    void onEnded(Transfer *transfer);
    void onRead(Id id, Reading reading);
    void onAlarm();
    void tidy();

    void closeAttempt(Task &task, const Transfer &transfer, Ending &ending);
    void spare(Task &task, const Transfer::Order &order, Ending &ending);
    void learn(Task &task, const QString &proxy, const Ending &ending);
    bool waitForLogin(Task &task, const Transfer &transfer, const Ending &ending);
    void judge(Task &task, Ending ending);
    void apply(Task &task, const Verdict &verdict);
    Verdict::Standing standing(const Task &task) const;
    bool askWithGet(Task &task);
    void read(Task &task);
    void hop(Task &task, const QUrl &target);
    void retry(Task &task, qint64 waitNs);
    void enqueue(Task &task, bool front);
    void moveTo(Task &task, const QUrl &url);
    void beat();

    void finish(Task &task, Result<Response> result);
    void cancel(Id id, Reason reason);
    void abandon(Id id);
    void takeBack(Task &task, Reason reason);
    void deliver();
    void endShutDown();
    void arm();
    Task *find(Id id) const;
    double chance() const;

    const Clock &m_clock;
    ProxySelector &m_selector;
    std::unordered_map<Id, std::unique_ptr<Task>> m_tasks;
    Admission m_admission;
    Lanes m_lanes;
    std::vector<std::unique_ptr<Transfer>> m_endedTransfers;
    Agenda m_deadlines; ///< of attempts in flight
    Agenda m_delayed;   ///< of tasks that wait for their next attempt
    KeepAlive m_keepAlive;
    RunLedger m_ledger;
    Alarm m_alarm;
    AttemptLog m_log;
    FloodGuard m_guard;
    Readings m_readings;
    QTimer m_hostsTimer;
    QTimer m_tidyTimer;
    QHash<QString, int> m_load;
    std::vector<std::pair<Id, Result<Response>>> m_outbox;
    QByteArray m_userAgent;
    std::optional<QSslConfiguration> m_tls; ///< none = the system's
    qint64 m_lastBeat = 0;
    bool m_beating = false;
    Id m_lastId = 0;
    bool m_nudged = false;
    bool m_shuttingDown = false;
    bool m_drained = false;
};

} // namespace linnet::net

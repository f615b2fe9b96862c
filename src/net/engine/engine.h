// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/moment.h"
#include "base/result.h"
#include "net/address.h"
#include "net/attempt.h"
#include "net/engine/underway.h"
#include "net/fetch.h"
#include "net/hostkey.h"
#include "net/hoststate.h"
#include "net/pace.h"
#include "net/proxy/proxyselector.h"
#include "net/runstats.h"

#include <QObject>
#include <QSslConfiguration>

#include <memory>
#include <optional>

namespace linnet {
class Clock;
}

namespace linnet::net {

class Transfer;
struct NextStep;
struct Task;

/// Issues all requests of the program: pacing, proxies, retries, limits. Leads every request from its queue
/// through its attempts to its one result. All policy is here and none in the jobs. Lives in the network
/// thread; every member is called there, and callers are never called back from inside their own calls.
class Engine : public QObject
{
    Q_OBJECT

public:
    /// clock and selector outlive the engine.
    Engine(const Clock &clock, ProxySelector &selector, QObject *parent = nullptr);
    ~Engine() override;

    /// Never fails at once; the answer is Fetch::done(). The Fetch is a child of owner.
    Fetch *get(Request request, QObject *owner);

    void setPace(const Pace &pace);                 ///< takes effect at once, for queued requests too
    void setUserAgent(const QByteArray &userAgent); ///< empty is replaced by Linnet/<version>
    /// Never below the pace's delay; for Crawl-delay. 0 removes it.
    void setHostInterval(const HostKey &host, std::chrono::nanoseconds interval);

    /// Trusts the certificate authorities of a PEM file besides the system's; empty = only the system's.
    /// Returns how many it holds; BadValue when there is none, Io when it cannot be read: then only the
    /// system's are trusted. Holds for new connections.
    Result<int> setCaFile(const QString &path);

    /// What setCaFile() added; none = the system's rules.
    const std::optional<QSslConfiguration> &tls() const;

    /// What the system says. Without a network nothing starts but a probe from time to time, which may prove
    /// the system wrong; requests to this computer are not held up, and no attempt is spent.
    void setOnline(bool online);

    /// Whether proxyLoginWanted() is heard. Without (the default), a proxy that wants a login ends its
    /// requests with Reason::CredentialsNeeded.
    void setAsksProxyLogins(bool asks);
    /// Answers proxyLoginWanted(); also unasked. Kept in memory only.
    void giveProxyLogin(const ProxyKey &proxy, const QString &user, const QString &password);
    /// Requests through the proxy end with Reason::CredentialsNeeded, until a login is given.
    void refuseProxyLogin(const ProxyKey &proxy);

    void pause(RunId run); ///< nothing of the run starts; what is in flight ends
    void resume(RunId run);
    /// Ends all requests of a run with Reason::Cancelled.
    void cancel(RunId run);
    void pauseHost(const HostKey &host);
    void resumeHost(const HostKey &host);

    /// Hands out the attempts that wait for the next batch.
    void flushAttempts();

    RunStats stats(RunId run) const;
    QList<HostState> hosts() const;
    HostState hostState(const HostKey &host) const; ///< of one host, cheap
    /// When a request to the host could start through the proxy, as it looks now; now or earlier = at once.
    /// Without the queue and the caps on what is in flight.
    Moment readyAt(const HostKey &host, const ProxyKey &proxy, Moment now) const;
    /// Requests that have no answer yet, in flight first; some hundreds, for people to look at.
    QList<UnderWay> underWay(qsizetype most) const;
    /// How many are queued or in flight for a host: jobs keep this below twice perHost.
    int load(const HostKey &host) const;
    const Pace &pace() const;

    /// Stops everything: Fetches end with Reason::ShutDown, then drained() comes, within a second.
    void shutDown();

Q_SIGNALS:
    /// Batches of finished attempts, for the attempt table; 10 to 20 a second at most.
    void attempts(const QList<linnet::net::Attempt> &batch);
    void hostsChanged(); ///< at most 10 a second
    /// A proxy wants a login; its requests wait. Comes once for each proxy, and again when the login that was
    /// given is wrong.
    void proxyLoginWanted(const linnet::net::ProxyKey &proxy, bool again);
    void drained();

private:
    using Id = quint64;
    struct Parts; ///< what it consists of; keeps its headers out of this one

    void processSoon();
    void process();
    void startWhatMay();
    void setAlarm();
    void onAlarm();
    void noticeStandstill();
    void tidy();

    void enqueue(Task &task, bool front);
    void start(Task &task, ProxySelector::Use use, std::chrono::nanoseconds held);
    void greet(Transfer &transfer, std::chrono::milliseconds timeout);
    void onSent(Transfer *transfer);
    void onEnded(Transfer *transfer);
    void proceed(Task &task, const NextStep &step);
    void read(Task &task);
    void onRead(Id id, Reading reading);
    void follow(Task &task, const Address &target);
    void retry(Task &task, std::chrono::nanoseconds wait);
    void finish(Task &task, Result<Response> result);
    void cancelTask(Id id, Reason reason);
    void takeBack(Task &task, Reason reason);
    void abandon(Id id);
    void proxyLoginChanged();

    const Clock &m_clock;
    std::unique_ptr<Parts> m; // never null
};

} // namespace linnet::net

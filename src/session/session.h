// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "proxies/list/keptlist.h"
#include "proxies/pool/poolview.h"
#include "session/runhandle.h"
#include "session/runparams.h"
#include "store/project/project.h"

#include <QObject>

#include <functional>
#include <memory>

namespace linnet::session {

struct RunParams;

/// The composition root: the network thread with engine and jobs, the open project, the runs. gui and cli
/// talk to this only. Lives in the main thread; there is one in a program.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);
    /// Stops jobs, drains the engine (under a second), flushes and closes the project, joins the threads.
    ~Session() override;

    /// Opens (or creates) a project and closes the one before. Runs under way are stopped; they stay
    /// resumable.
    Result<void> openProject(const QString &path);
    /// A project not saved yet, in the application's data folder; offered again after a crash.
    Result<void> newProject();
    Result<void> closeProject();
    /// Closes the project and removes its file; only for one that was never saved.
    Result<void> discardProject();
    /// Moves the open project to path (a copy, then the runs go on there); only while nothing runs.
    Result<void> saveProjectAs(const QString &path);
    bool hasProject() const;
    bool isUnsaved() const; ///< lives in the data folder
    const store::UnsavedProjects &unsavedProjects() const;
    store::Project &project();

    /// Starts a run of any kind in the open project; RunParams::of() makes its parameters.
    RunHandle *start(RunParams params);
    /// Starts a search in the open project. Tokens are given apart, by source id, and never stored.
    RunHandle *startVacancies(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests);
    /// Goes on with an unfinished run of the open project; nothing is asked twice that is stored.
    Result<RunHandle *> resume(store::RunId run);
    /// Asks again for units of a run that failed (store::WorkFailure::id), in the same run, which must be
    /// over.
    void retry(store::RunId run, const std::vector<qint64> &failed,
               std::function<void(const Result<RunHandle *> &)> then);
    /// The last run that was interrupted or stopped with work left; 0 = none.
    Result<store::RunId> lastUnfinished() const;
    RunHandle *handle(store::RunId run) const; ///< null when it is not under way or was not in this session
    QList<RunHandle *> runsUnderWay() const;

    /// Proxies with their logins and marks, which runs name by key; kept in memory only.
    void addProxies(const QList<proxies::Proxy> &list);
    void addProxies(const QHash<QString, proxies::Proxy> &known); ///< by the key that runs name them by
    /// A list that runs can name (ProxyChoice::list); runs under way follow its changes.
    void setProxyList(const proxies::KeptList &list);
    void dropProxyList(const QString &id);
    /// Reads a list of proxies from a web address; proxyPageRead() comes.
    void readProxyPage(const QString &list, const QUrl &url, proxies::ProxyScheme fallback);
    /// Of this list poolChanged() comes twice a second; "" = none.
    void watchPool(const QString &list);
    void setToken(const QString &sourceId, const QByteArray &token);
    bool hasToken(const QString &sourceId) const;
    /// Asks the source whether the token is good; the answer comes as tokenTested().
    void testToken(const QString &sourceId, const QByteArray &token, const QUrl &base = {});

    /// Of a run under way. Runs share their hosts and the line: the strictest pace holds for all of them.
    void setPace(store::RunId run, const net::Pace &pace);
    /// Trusts the certificate authorities of a PEM file besides the system's; empty = only the system's. The
    /// answer comes as caFileRead().
    void setCaFile(const QString &path);
    /// Whether somebody hears proxyLoginWanted(); without, such requests end with Reason::CredentialsNeeded.
    void setAsksProxyLogins(bool asks);
    void giveProxyLogin(const QString &proxy, const QString &user, const QString &password);
    void refuseProxyLogin(const QString &proxy);
    /// Whether the computer is kept from falling asleep while something runs; true by default.
    void setKeepsAwake(bool keeps);
    bool isKeptAwake() const; ///< just now
    /// True: never through a proxy. False (default): as the system is set up.
    void setDirect(bool direct);

    static constexpr qsizetype MostUnderWay = 300; ///< that requestsUnderWay() tells
    /// While on, hostsChanged() and requestsUnderWay() come twice a second.
    void watchHosts(bool on);
    void pauseHost(const QString &host); ///< net::hostKey; nothing starts there
    void resumeHost(const QString &host);
    /// Slower than the pace of the runs, for one host; 0 = as they say.
    void setHostInterval(const QString &host, std::chrono::nanoseconds interval);

Q_SIGNALS:
    void proxyPageRead(const QString &list, const QUrl &url,
                       const linnet::Result<linnet::proxies::ProxyList> &read);
    void poolChanged(const linnet::proxies::PoolView &view);
    /// nowNs: the engine's clock.
    void hostsChanged(const QList<linnet::net::HostState> &hosts, qint64 nowNs);
    /// Those of all runs that have no answer yet; MostUnderWay at most, in flight first.
    void requestsUnderWay(const QList<linnet::net::UnderWay> &requests, qint64 nowNs, qint64 nowUtcMs);
    void projectOpened();
    void projectAboutToClose(); ///< readers of the project must be gone when this returns
    void runStarted(linnet::session::RunHandle *run);
    void committed(const linnet::store::Committed &change);
    void stalled(const linnet::Error &error);
    void recovered();
    /// A proxy wants a login (again: the one given is wrong); its requests wait for the answer.
    void proxyLoginWanted(const QString &proxy, bool again);
    /// How many authorities the file holds; BadValue when there is none, Io when it cannot be read.
    void caFileRead(const QString &path, const linnet::Result<int> &count);
    void keptAwakeChanged(bool kept);
    void tokenTested(const QString &sourceId, const linnet::Result<QString> &owner);

private:
    RunHandle *begin(store::RunId run, const RunParams &params);
    void keepAwake();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/release.h"
#include "base/result.h"
#include "net/engine/engine.h"
#include "proxies/list/keptlist.h"
#include "proxies/pool/poolview.h"
#include "session/runkinds.h"
#include "vacancies/search/sourcecheck.h"

#include <QDate>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <chrono>

namespace linnet::session {

class NetworkSide;

/// What can be set and asked of the network thread besides its runs: pace, proxies, certificates, hosts.
/// Lives in the main thread; calls return at once and are done there in their order, answers come as signals.
/// A new setting of the engine is one more function here.
class NetworkControl : public QObject
{
    Q_OBJECT

public:
    /// side lives in the network thread, which has ended when this object goes.
    explicit NetworkControl(NetworkSide &side, QObject *parent = nullptr);

    /// Of a run under way. Runs share their hosts and the line: the strictest pace holds for all of them.
    void setPace(store::RunId run, const net::Pace &pace);
    /// What the system says of the network.
    void setOnline(bool online);
    /// True: never through a proxy. False (default): as the system is set up.
    void setDirect(bool direct);
    /// Trusts the certificate authorities of a PEM file besides the system's; empty = only the system's. The
    /// answer comes as caFileRead().
    void setCaFile(const QString &path);

    /// Whether somebody hears proxyLoginWanted(); without, such requests end with Reason::CredentialsNeeded.
    void setAsksProxyLogins(bool asks);
    void giveProxyLogin(const QString &proxy, const QString &user, const QString &password);
    void refuseProxyLogin(const QString &proxy);

    /// Proxies with their logins and marks, which runs name by key; kept in memory only.
    void addProxies(const QList<proxies::Proxy> &list);
    void addProxies(const KnownProxies &known);
    /// A list that runs can name (ProxyChoice::list); runs under way follow its changes.
    void setProxyList(const proxies::KeptList &list);
    void dropProxyList(const QString &id);
    /// Reads a list of proxies from a web address; proxyPageRead() comes.
    void readProxyPage(const QString &list, const QUrl &url, proxies::ProxyScheme fallback);
    /// Of this list poolChanged() comes twice a second; "" = none.
    void watchPool(const QString &list);

    /// Asks the source whether the token is good; the answer comes as tokenTested().
    void testToken(const QString &sourceId, const QByteArray &token, const QUrl &base = {});

    /// Asks a source for one page of the query, once, and says by sourceTested() whether it answers as it is
    /// read.
    void testSource(const QString &sourceId, const vacancies::Query &query, const QByteArray &token,
                    const QUrl &base = {});

    /// Asks a source what people search for that begins so; suggested() comes with what it said, if anything.
    void suggest(const QString &sourceId, const QString &typed, const QUrl &base = {});
    /// The same of employers that are called so; employersSuggested() comes.
    void suggestEmployers(const QString &sourceId, const QString &typed, const QUrl &base = {});
    /// Asks a source whether its dictionaries have changed, unless it was asked on that day;
    /// dictionariesAsked() comes at the end, and dictionariesRead() before it when they have.
    void readDictionaries(const QString &sourceId, const QUrl &base = {},
                          const QDate &today = QDate::currentDate());
    /// Asks the source for a token by the id and the secret of a program; the answer comes as tokenGranted().
    /// The secret goes nowhere else and is not kept.
    void grantToken(const QString &sourceId, const QString &clientId, const QString &secret,
                    const QUrl &base = {});

    /// Asks an address which version of the program is the newest: once, without being led elsewhere, by the
    /// usual name of the program and with nothing else; versionTold() comes. Waits while there is no network.
    void askVersion(const QUrl &address);

    static constexpr qsizetype MostUnderWay = 300; ///< that requestsUnderWay() tells
    /// While on, hostsChanged() and requestsUnderWay() come twice a second.
    void watchHosts(bool on);
    void pauseHost(const QString &host); ///< net::hostKey; nothing starts there
    void resumeHost(const QString &host);
    /// Slower than the pace of the runs, for one host; 0 = as they say.
    void setHostInterval(const QString &host, std::chrono::nanoseconds interval);

Q_SIGNALS:
    /// How many authorities the file holds; BadValue when there is none, Io when it cannot be read.
    void caFileRead(const QString &path, const linnet::Result<int> &count);
    /// A proxy wants a login (again: the one given is wrong); its requests wait for the answer.
    void proxyLoginWanted(const QString &proxy, bool again);
    void proxyPageRead(const QString &list, const QUrl &url,
                       const linnet::Result<linnet::proxies::ProxyList> &read);
    void poolChanged(const linnet::proxies::PoolView &view);
    void suggested(const QString &sourceId, const QString &typed, const QStringList &texts);
    void employersSuggested(const QString &sourceId, const QString &typed,
                            const QList<linnet::vacancies::KnownEmployer> &employers);
    /// vacancies::currentDictionary() has newer ones.
    void dictionariesRead(const QString &sourceId);
    void dictionariesAsked(const QString &sourceId);
    /// Reason::HttpStatus for another answer than 200, Reason::BadBody for one that says nothing of use.
    void versionTold(const linnet::Result<linnet::Release> &release);
    void tokenGranted(const QString &sourceId, const linnet::Result<QByteArray> &token);
    void sourceTested(const QString &sourceId, const linnet::vacancies::SourceCheck &check);
    void tokenTested(const QString &sourceId, const linnet::Result<QString> &owner);
    /// nowNs: the engine's clock.
    void hostsChanged(const QList<linnet::net::HostState> &hosts, qint64 nowNs);
    /// Those of all runs that have no answer yet; MostUnderWay at most, in flight first.
    void requestsUnderWay(const QList<linnet::net::UnderWay> &requests, qint64 nowNs, qint64 nowUtcMs);

private:
    template <typename Work> void post(Work work);
    template <typename Work> void postToEngine(Work work);
    template <typename Make, typename Then> void askOnce(Make make, Then then);
    void askHosts();
    void askPool();

    NetworkSide *m_side;
    QTimer m_hosts; ///< runs while somebody watches
    QTimer m_pool;
    QString m_watched; ///< list
};

} // namespace linnet::session

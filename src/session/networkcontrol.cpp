// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/networkcontrol.h"

#include "net/fetch.h"
#include "proxies/list/proxylistdownload.h"
#include "session/dictionaryrefresh.h"
#include "session/networkside.h"
#include "session/tokengrant.h"
#include "session/tokentest.h"
#include "vacancies/search/sources.h"

namespace linnet::session {

using namespace std::chrono_literals;

namespace {

constexpr auto WatchEvery = 500ms;

} // namespace

/// Calls work(side) in the network thread.
template <typename Work> void NetworkControl::post(Work work)
{
    QMetaObject::invokeMethod(
        m_side, [side = m_side, work = std::move(work)] { work(*side); }, Qt::QueuedConnection);
}

template <typename Work> void NetworkControl::postToEngine(Work work)
{
    post([work = std::move(work)](NetworkSide &side) { work(side.engine()); });
}

NetworkControl::NetworkControl(NetworkSide &side, QObject *parent)
    : QObject(parent)
    , m_side(&side)
{
    m_hosts.setInterval(WatchEvery);
    connect(&m_hosts, &QTimer::timeout, this, &NetworkControl::askHosts);
    m_pool.setInterval(WatchEvery);
    connect(&m_pool, &QTimer::timeout, this, &NetworkControl::askPool);
    postToEngine([this](net::Engine &engine) {
        connect(&engine, &net::Engine::proxyLoginWanted, this,
                [this](const net::ProxyKey &proxy, bool again) {
                    Q_EMIT proxyLoginWanted(proxy.toString(), again);
                });
    });
}

void NetworkControl::setPace(store::RunId run, const net::Pace &pace)
{
    post([run, pace](NetworkSide &side) { side.setPace(run, pace); });
}

void NetworkControl::setOnline(bool online)
{
    postToEngine([online](net::Engine &engine) { engine.setOnline(online); });
}

void NetworkControl::setDirect(bool direct)
{
    post([direct](NetworkSide &side) { side.setDirect(direct); });
}

void NetworkControl::setCaFile(const QString &path)
{
    postToEngine([this, path](net::Engine &engine) {
        QMetaObject::invokeMethod(
            this, [this, path, count = engine.setCaFile(path)] { Q_EMIT caFileRead(path, count); });
    });
}

void NetworkControl::setAsksProxyLogins(bool asks)
{
    postToEngine([asks](net::Engine &engine) { engine.setAsksProxyLogins(asks); });
}

void NetworkControl::giveProxyLogin(const QString &proxy, const QString &user, const QString &password)
{
    postToEngine([proxy, user, password](net::Engine &engine) {
        engine.giveProxyLogin(net::ProxyKey::restored(proxy), user, password);
    });
}

void NetworkControl::refuseProxyLogin(const QString &proxy)
{
    postToEngine([proxy](net::Engine &engine) { engine.refuseProxyLogin(net::ProxyKey::restored(proxy)); });
}

void NetworkControl::addProxies(const QList<proxies::Proxy> &list)
{
    KnownProxies known;
    for (const proxies::Proxy &proxy : list)
        known.insert(proxy.key(), proxy);
    addProxies(known);
}

void NetworkControl::addProxies(const KnownProxies &known)
{
    post([known](NetworkSide &side) { side.pools().addProxies(known); });
}

void NetworkControl::setProxyList(const proxies::KeptList &list)
{
    post([list](NetworkSide &side) { side.pools().setList(list); });
}

void NetworkControl::dropProxyList(const QString &id)
{
    post([id](NetworkSide &side) { side.pools().dropList(id); });
}

void NetworkControl::readProxyPage(const QString &list, const QUrl &url, proxies::ProxyScheme fallback)
{
    post([this, list, url, fallback](NetworkSide &side) {
        auto *download = new proxies::ProxyListDownload(side.engine(), url, fallback, &side);
        connect(download, &proxies::ProxyListDownload::done, this,
                [this, list, url](const Result<proxies::ProxyList> &read) {
                    Q_EMIT proxyPageRead(list, url, read);
                });
        download->start();
    });
}

void NetworkControl::watchPool(const QString &list)
{
    m_watched = list;
    if (list.isEmpty()) {
        m_pool.stop();
        return;
    }
    m_pool.start();
    askPool();
}

void NetworkControl::askPool()
{
    post([this, list = m_watched](NetworkSide &side) {
        QMetaObject::invokeMethod(this, [this, view = side.poolView(list)] {
            if (view.list == m_watched)
                Q_EMIT poolChanged(view);
        });
    });
}

void NetworkControl::testToken(const QString &sourceId, const QByteArray &token, const QUrl &base)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    post([this, source, token, base](NetworkSide &side) {
        auto *test = new TokenTest(side.engine(), *source, token, base, &side);
        connect(test, &TokenTest::done, this,
                [this, source](const Result<QString> &owner) { Q_EMIT tokenTested(source->id(), owner); });
        test->start();
    });
}

void NetworkControl::testSource(const QString &sourceId, const vacancies::Query &query,
                                const QByteArray &token, const QUrl &base)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    post([this, source, query, token,
          root = base.isEmpty() ? source->defaultBase() : base](NetworkSide &side) {
        net::Request request = vacancies::SourceCheck::request(*source, query, root);
        source->authorise(request, token);
        net::Fetch *fetch = side.engine().get(std::move(request), &side);
        connect(fetch, &net::Fetch::done, fetch, [this, source, fetch](const Result<net::Response> &answer) {
            const std::any content = fetch->takeContent();
            const auto *read = std::any_cast<vacancies::SourceCheck>(&content);
            const auto check = answer && read
                                   ? *read
                                   : vacancies::SourceCheck::unreachable(answer ? Error() : answer.error());
            QMetaObject::invokeMethod(this,
                                      [this, source, check] { Q_EMIT sourceTested(source->id(), check); });
        });
    });
}

/// One attempt for the request that make() gives, unless it is empty, and then(answer) of a good one.
template <typename Make, typename Then> void NetworkControl::askOnce(Make make, Then then)
{
    post([this, make, then](NetworkSide &side) {
        net::Request request = make();
        if (request.url.isEmpty())
            return;
        request.retries = 0;
        connect(side.engine().get(std::move(request), &side), &net::Fetch::done, this,
                [then](const Result<net::Response> &answer) {
                    if (answer && answer->status == 200)
                        then(*answer);
                });
    });
}

void NetworkControl::suggest(const QString &sourceId, const QString &typed, const QUrl &base)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    const QUrl root = base.isEmpty() ? source->defaultBase() : base;
    askOnce([source, typed, root] { return source->suggest(typed, root); },
            [this, source, typed](const net::Response &answer) {
                Q_EMIT suggested(source->id(), typed, source->suggestions(answer));
            });
}

void NetworkControl::suggestEmployers(const QString &sourceId, const QString &typed, const QUrl &base)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    const QUrl root = base.isEmpty() ? source->defaultBase() : base;
    askOnce([source, typed, root] { return source->suggestEmployers(typed, root); },
            [this, source, typed](const net::Response &answer) {
                Q_EMIT employersSuggested(source->id(), typed, source->employers(answer));
            });
}

void NetworkControl::readDictionaries(const QString &sourceId, const QUrl &base, const QDate &today)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    post([this, source, base, today](NetworkSide &side) {
        auto *refresh = new DictionaryRefresh(side.engine(), *source, &side);
        connect(refresh, &DictionaryRefresh::done, this, [this, source](bool changed) {
            if (changed)
                Q_EMIT dictionariesRead(source->id());
            Q_EMIT dictionariesAsked(source->id());
        });
        refresh->start(base, today);
    });
}

void NetworkControl::grantToken(const QString &sourceId, const QString &clientId, const QString &secret,
                                const QUrl &base)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    post([this, source, clientId, secret, base](NetworkSide &side) {
        auto *grant = new TokenGrant(side.engine(), *source, &side);
        connect(grant, &TokenGrant::done, this, [this, source](const Result<QByteArray> &token) {
            Q_EMIT tokenGranted(source->id(), token);
        });
        grant->start(clientId, secret, base);
    });
}

void NetworkControl::askVersion(const QUrl &address)
{
    post([this, address](NetworkSide &side) {
        net::Request request;
        request.url = address;
        request.retries = 0;
        request.redirects = net::RedirectMode::Report;
        request.maxBody = Release::Largest;
        connect(side.engine().get(std::move(request), &side), &net::Fetch::done, this,
                [this](const Result<net::Response> &answer) {
                    if (!answer)
                        Q_EMIT versionTold(std::unexpected(answer.error()));
                    else if (answer->status != 200)
                        Q_EMIT versionTold(fail(Reason::HttpStatus, {}, answer->status));
                    else
                        Q_EMIT versionTold(Release::read(answer->body));
                });
    });
}

void NetworkControl::watchHosts(bool on)
{
    if (on)
        m_hosts.start();
    else
        m_hosts.stop();
}

void NetworkControl::askHosts()
{
    post([this](NetworkSide &side) {
        const Clock &clock = side.clock();
        QMetaObject::invokeMethod(this, [this, hosts = side.engine().hosts(),
                                         requests = side.engine().underWay(MostUnderWay),
                                         nowNs = clock.nowNs(), nowUtcMs = clock.utc().toMSecsSinceEpoch()] {
            if (!m_hosts.isActive())
                return;
            Q_EMIT hostsChanged(hosts, nowNs);
            Q_EMIT requestsUnderWay(requests, nowNs, nowUtcMs);
        });
    });
}

void NetworkControl::pauseHost(const QString &host)
{
    postToEngine([host](net::Engine &engine) { engine.pauseHost(net::HostKey::restored(host)); });
}

void NetworkControl::resumeHost(const QString &host)
{
    postToEngine([host](net::Engine &engine) { engine.resumeHost(net::HostKey::restored(host)); });
}

void NetworkControl::setHostInterval(const QString &host, std::chrono::nanoseconds interval)
{
    postToEngine([host, interval](net::Engine &engine) {
        engine.setHostInterval(net::HostKey::restored(host), interval);
    });
}

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"

#include "net/engine/dispatcher.h"

#include <QFile>
#include <QNetworkProxy>
#include <QSslCertificate>
#include <QSslConfiguration>

#include <algorithm>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

/// What the engine consists of.
class Engine::Private
{
public:
    Private(const Clock &clock, ProxySelector &selector)
        : dispatcher(clock, selector, nullptr)
    {
    }

    HostQueues &queues() { return dispatcher.admission().queues(); }

    Dispatcher dispatcher;
};

Engine::Engine(const Clock &clock, ProxySelector &selector, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, selector))
{
    QNetworkProxy::setApplicationProxy(QNetworkProxy::NoProxy); // what "direct" means to LaneProxy
    connect(&d->dispatcher, &Dispatcher::attempts, this, &Engine::attempts);
    connect(&d->dispatcher, &Dispatcher::hostsChanged, this, &Engine::hostsChanged);
    connect(&d->dispatcher, &Dispatcher::proxyLoginWanted, this, &Engine::proxyLoginWanted);
    connect(&d->dispatcher, &Dispatcher::drained, this, &Engine::drained);
}

Engine::~Engine() = default;

Fetch *Engine::get(Request request, QObject *owner)
{
    auto *fetch = new Fetch(std::move(request), owner);
    d->dispatcher.add(fetch);
    return fetch;
}

void Engine::setPace(const Pace &pace)
{
    d->dispatcher.admission().setPace(pace);
    d->dispatcher.nudge();
}

void Engine::setUserAgent(const QByteArray &userAgent)
{
    d->dispatcher.setUserAgent(userAgent);
}

void Engine::setHostInterval(const QString &host, std::chrono::nanoseconds interval)
{
    d->dispatcher.admission().limiter().setHostInterval(host, interval);
    d->queues().wake(host);
    d->dispatcher.nudge();
}

Result<int> Engine::setCaFile(const QString &path)
{
    d->dispatcher.setTls(std::nullopt);
    if (path.isEmpty())
        return 0;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Reason::Io, path + ": "_L1 + file.errorString());
    const QList<QSslCertificate> certificates = QSslCertificate::fromDevice(&file, QSsl::Pem);
    if (certificates.isEmpty())
        return fail(Reason::BadValue, path);
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.addCaCertificates(certificates);
    d->dispatcher.setTls(tls);
    return int(certificates.size());
}

void Engine::setOnline(bool online)
{
    d->dispatcher.setOnline(online);
}

void Engine::setAsksProxyLogins(bool asks)
{
    d->dispatcher.admission().logins().setAsking(asks);
}

void Engine::giveProxyLogin(const QString &proxy, const QString &user, const QString &password)
{
    d->dispatcher.admission().logins().give(proxy, user, password);
    d->dispatcher.loginChanged();
}

void Engine::refuseProxyLogin(const QString &proxy)
{
    d->dispatcher.admission().logins().refuse(proxy);
    d->dispatcher.loginChanged();
}

const std::optional<QSslConfiguration> &Engine::tls() const
{
    return d->dispatcher.tls();
}

void Engine::pause(RunId run)
{
    d->queues().pauseRun(run);
}

void Engine::resume(RunId run)
{
    d->queues().resumeRun(run);
    d->dispatcher.nudge();
}

void Engine::cancel(RunId run)
{
    d->dispatcher.cancelRun(run);
}

void Engine::pauseHost(const QString &host)
{
    d->queues().pauseHost(host);
    d->dispatcher.nudge();
}

void Engine::resumeHost(const QString &host)
{
    d->queues().resumeHost(host);
    d->dispatcher.nudge();
}

void Engine::flushAttempts()
{
    d->dispatcher.flushAttempts();
}

RunStats Engine::stats(RunId run) const
{
    return d->dispatcher.ledger().of(run);
}

QList<HostState> Engine::hosts() const
{
    return d->dispatcher.hosts();
}

QList<UnderWay> Engine::underWay(qsizetype most) const
{
    return d->dispatcher.underWay(most);
}

qint64 Engine::readyAt(const QString &host, const QString &proxyKey, qint64 nowNs) const
{
    return d->dispatcher.admission().readyAt(host, proxyKey, nowNs);
}

HostState Engine::hostState(const QString &host) const
{
    return d->dispatcher.host(host);
}

int Engine::load(const QString &host) const
{
    return d->dispatcher.load(host);
}

const Pace &Engine::pace() const
{
    return d->dispatcher.admission().pace();
}

void Engine::shutDown()
{
    d->dispatcher.shutDown();
}

} // namespace linnet::net

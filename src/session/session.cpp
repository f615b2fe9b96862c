// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "session/jobfactory.h"
#include "session/keepawake.h"
#include "session/networkside.h"
#include "session/reachability.h"
#include "vacancies/search/sources.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>
#include <map>
#include <utility>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

/// Owns the network thread, the project and the handles.
class Session::Private
{
public:
    QThread networkThread;
    NetworkSide *network = nullptr; ///< lives in networkThread
    std::unique_ptr<store::Project> project;
    store::UnsavedProjects unsaved{
        QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)).filePath(u"unsaved"_s)};
    std::map<store::RunId, RunHandle *> handles; ///< children of the Session
    QHash<QString, QByteArray> tokens;
    Reachability reachability;
    KeepAwake awake;
    bool keepsAwake = true;
};

Session::Session(QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>())
{
    qRegisterMetaType<linnet::store::Committed>();
    qRegisterMetaType<linnet::jobs::Progress>();
    qRegisterMetaType<QList<linnet::net::HostState>>();
    qRegisterMetaType<linnet::proxies::PoolView>();
    qRegisterMetaType<linnet::Result<linnet::proxies::ProxyList>>();
    d->network = new NetworkSide;
    d->network->moveToThread(&d->networkThread);
    connect(&d->networkThread, &QThread::started, d->network, &NetworkSide::begin);
    connect(&d->networkThread, &QThread::finished, d->network, &QObject::deleteLater);
    // Direct: the main thread waits for the network thread when this comes.
    connect(d->network, &NetworkSide::drained, &d->networkThread, &QThread::quit, Qt::DirectConnection);
    connect(d->network, &NetworkSide::progressed, this, [this](const jobs::Progress &progress) {
        if (RunHandle *run = handle(progress.run))
            run->update(progress);
    });
    connect(d->network, &NetworkSide::ended, this, [this](const jobs::Progress &last) {
        if (RunHandle *run = handle(last.run))
            run->end(last);
        keepAwake();
    });
    connect(d->network, &NetworkSide::proxyLoginWanted, this, &Session::proxyLoginWanted);
    connect(d->network, &NetworkSide::proxyPageRead, this, &Session::proxyPageRead);
    connect(d->network, &NetworkSide::poolChanged, this, &Session::poolChanged);
    connect(d->network, &NetworkSide::caFileRead, this, &Session::caFileRead);
    const auto sayOnline = [this](bool online) {
        QMetaObject::invokeMethod(d->network, [network = d->network, online] { network->setOnline(online); });
    };
    connect(&d->reachability, &Reachability::changed, this, sayOnline);
    connect(&d->awake, &KeepAwake::heldChanged, this, &Session::keptAwakeChanged);
    connect(d->network, &NetworkSide::tokenTested, this, &Session::tokenTested);
    connect(d->network, &NetworkSide::hostsChanged, this, &Session::hostsChanged);
    connect(d->network, &NetworkSide::requestsUnderWay, this, &Session::requestsUnderWay);
    vacancies::nameSourcesInTables();
    d->networkThread.setObjectName(u"network"_s);
    d->networkThread.start();
    if (!d->reachability.isOnline())
        sayOnline(false);
}

Session::~Session()
{
    const auto closed = closeProject();
    if (!closed)
        qWarning("The project could not be closed cleanly: %s", qPrintable(closed.error().detail));
    QMetaObject::invokeMethod(d->network, &NetworkSide::shutDown);
    d->networkThread.wait();
}

Result<void> Session::openProject(const QString &path)
{
    if (const auto closed = closeProject(); !closed)
        return closed;
    auto opened = store::Project::open(path);
    if (!opened)
        return std::unexpected(opened.error());
    d->project = std::move(*opened);
    store::Writer &writer = d->project->writer();
    connect(&writer, &store::Writer::committed, this, &Session::committed);
    connect(&writer, &store::Writer::stalled, this, &Session::stalled);
    connect(&writer, &store::Writer::recovered, this, &Session::recovered);
    Q_EMIT projectOpened();
    return {};
}

Result<void> Session::newProject()
{
    return openProject(d->unsaved.newPath());
}

Result<void> Session::closeProject()
{
    if (!d->project)
        return {};
    // The jobs hold the project; they must be gone before it is.
    QMetaObject::invokeMethod(d->network, &NetworkSide::dropJobs, Qt::BlockingQueuedConnection);
    Q_EMIT projectAboutToClose();
    for (const auto &[id, run] : d->handles)
        run->deleteLater();
    d->handles.clear();
    keepAwake();
    const auto closed = d->project->close();
    d->project.reset();
    return closed;
}

Result<void> Session::saveProjectAs(const QString &path)
{
    Q_ASSERT(d->project);
    if (!runsUnderWay().isEmpty())
        return fail(Reason::Locked, u"a run is under way"_s);
    const QString before = d->project->path();
    const bool wasUnsaved = isUnsaved();
    if (const auto saved = d->project->saveCopy(path); !saved)
        return saved;
    if (const auto opened = openProject(path); !opened)
        return opened;
    if (wasUnsaved && !QFile::remove(before))
        qWarning("The unsaved copy could not be removed: %s", qPrintable(before));
    return {};
}

Result<void> Session::discardProject()
{
    Q_ASSERT(isUnsaved());
    const QString path = d->project->path();
    const auto closed = closeProject();
    if (!QFile::remove(path))
        return fail(Reason::Io, path);
    return closed;
}

bool Session::hasProject() const
{
    return d->project != nullptr;
}

bool Session::isUnsaved() const
{
    return d->project && QFileInfo(d->project->path()).absolutePath() == d->unsaved.folder();
}

const store::UnsavedProjects &Session::unsavedProjects() const
{
    return d->unsaved;
}

store::Project &Session::project()
{
    Q_ASSERT(d->project);
    return *d->project;
}

RunHandle *Session::begin(store::RunId run, const RunParams &params)
{
    auto *handle = new RunHandle(run, this);
    d->handles[run] = handle;
    connect(handle, &RunHandle::commanded, d->network, &NetworkSide::command);
    QMetaObject::invokeMethod(d->network,
                              [network = d->network, project = d->project.get(), run, params,
                               tokens = d->tokens] { network->startRun(project, run, params, tokens); });
    keepAwake();
    Q_EMIT runStarted(handle);
    return handle;
}

RunHandle *Session::start(RunParams params)
{
    Q_ASSERT(d->project);
    store::Writer &writer = d->project->writer();
    const store::RunId run = writer.postRun(params.kind, params.params);
    store::Unit first = std::exchange(params.first, {});
    if (!first.newWork.empty()) {
        first.run = run;
        writer.post(std::move(first));
    }
    return begin(run, params);
}

RunHandle *Session::startVacancies(const VacancySpec &spec, const RequestSpec &requests)
{
    VacancySpec dated = spec;
    if (!dated.day.isValid())
        dated.day = QDate::currentDate();
    return start(JobFactory::params(dated, requests));
}

Result<RunHandle *> Session::resume(store::RunId run)
{
    Q_ASSERT(d->project);
    if (RunHandle *known = handle(run); known && !known->isOver())
        return known;
    const auto reader = d->project->reader();
    if (!reader)
        return std::unexpected(reader.error());
    const auto runs = (*reader)->runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (info == runs->end())
        return fail(Reason::BadValue, u"run %1"_s.arg(run));
    if (RunHandle *over = handle(run))
        over->deleteLater();
    return begin(run, {info->kind, info->params});
}

void Session::retry(store::RunId run, const std::vector<qint64> &failed,
                    std::function<void(const Result<RunHandle *> &)> then)
{
    Q_ASSERT(d->project);
    store::Unit unit;
    unit.run = run;
    for (const qint64 id : failed)
        unit.ended.push_back({id, store::WorkState::Pending, 0, {}});
    unit.state = store::RunState::Running;
    d->project->writer().post(std::move(unit));
    // The job counts what there is to do when it starts.
    d->project->writer().flush(this, [this, run, then = std::move(then)](const Result<void> &written) {
        if (!written)
            then(std::unexpected(written.error()));
        else if (d->project)
            then(resume(run));
    });
}

Result<store::RunId> Session::lastUnfinished() const
{
    Q_ASSERT(d->project);
    const auto reader = d->project->reader();
    if (!reader)
        return std::unexpected(reader.error());
    const auto runs = (*reader)->runs();
    if (!runs)
        return std::unexpected(runs.error());
    store::RunId last = 0;
    for (const store::RunInfo &run : *runs) {
        const auto work = (*reader)->workCounts(run.id);
        if (!work)
            return std::unexpected(work.error());
        const bool unfinished = run.state != store::RunState::Finished;
        if (unfinished && (work->pending > 0 || run.state != store::RunState::Stopped))
            last = std::max(last, run.id);
    }
    return last;
}

RunHandle *Session::handle(store::RunId run) const
{
    const auto found = d->handles.find(run);
    return found == d->handles.end() ? nullptr : found->second;
}

QList<RunHandle *> Session::runsUnderWay() const
{
    QList<RunHandle *> result;
    for (const auto &[id, run] : d->handles) {
        if (!run->isOver())
            result.append(run);
    }
    return result;
}

void Session::addProxies(const QList<proxies::Proxy> &list)
{
    KnownProxies known;
    for (const proxies::Proxy &proxy : list)
        known.insert(proxy.key(), proxy);
    addProxies(known);
}

void Session::addProxies(const QHash<QString, proxies::Proxy> &known)
{
    QMetaObject::invokeMethod(d->network,
                              [network = d->network, known] { network->pools().addProxies(known); });
}

void Session::setProxyList(const proxies::KeptList &list)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, list] { network->pools().setList(list); });
}

void Session::dropProxyList(const QString &id)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, id] { network->pools().dropList(id); });
}

void Session::readProxyPage(const QString &list, const QUrl &url, proxies::ProxyScheme fallback)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, list, url, fallback] {
        network->readProxyPage(list, url, fallback);
    });
}

void Session::watchPool(const QString &list)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, list] { network->watchPool(list); });
}

void Session::setToken(const QString &sourceId, const QByteArray &token)
{
    if (token.isEmpty())
        d->tokens.remove(sourceId);
    else
        d->tokens[sourceId] = token;
}

bool Session::hasToken(const QString &sourceId) const
{
    return d->tokens.contains(sourceId);
}

void Session::testToken(const QString &sourceId, const QByteArray &token, const QUrl &base)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, sourceId, token, base] {
        network->testToken(sourceId, token, base);
    });
}

void Session::setPace(store::RunId run, const net::Pace &pace)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, run, pace] { network->setPace(run, pace); });
}

void Session::setCaFile(const QString &path)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, path] { network->setCaFile(path); });
}

void Session::setAsksProxyLogins(bool asks)
{
    QMetaObject::invokeMethod(d->network,
                              [network = d->network, asks] { network->setAsksProxyLogins(asks); });
}

void Session::giveProxyLogin(const QString &proxy, const QString &user, const QString &password)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, proxy, user, password] {
        network->giveProxyLogin(proxy, user, password);
    });
}

void Session::refuseProxyLogin(const QString &proxy)
{
    QMetaObject::invokeMethod(d->network,
                              [network = d->network, proxy] { network->refuseProxyLogin(proxy); });
}

void Session::setKeepsAwake(bool keeps)
{
    d->keepsAwake = keeps;
    keepAwake();
}

bool Session::isKeptAwake() const
{
    return d->awake.isHeld();
}

void Session::keepAwake()
{
    d->awake.setWanted(d->keepsAwake && !runsUnderWay().isEmpty());
}

void Session::setDirect(bool direct)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, direct] { network->setDirect(direct); });
}

void Session::watchHosts(bool on)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, on] { network->watchHosts(on); });
}

void Session::pauseHost(const QString &host)
{
    QMetaObject::invokeMethod(d->network,
                              [network = d->network, host] { network->engine().pauseHost(host); });
}

void Session::resumeHost(const QString &host)
{
    QMetaObject::invokeMethod(d->network,
                              [network = d->network, host] { network->engine().resumeHost(host); });
}

void Session::setHostInterval(const QString &host, std::chrono::nanoseconds interval)
{
    QMetaObject::invokeMethod(d->network, [network = d->network, host, interval] {
        network->engine().setHostInterval(host, interval);
    });
}

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/networkside.h"

#include "net/proxy/directselector.h"
#include "net/proxy/switchselector.h"
#include "net/proxy/systemproxyselector.h"
#include "proxies/list/proxylistparser.h"
#include "session/session.h"
#include "store/project/project.h"
#include "vacancies/search/sources.h"

#include <QJsonDocument>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

qint64 microseconds(std::chrono::nanoseconds time)
{
    return time.count() / 1000;
}

qint64 microsecondsAfter(Moment start, Moment moment)
{
    return moment == Moment() ? -1 : microseconds(moment - start);
}

store::AttemptRecord recordOf(const net::Attempt &attempt)
{
    const Moment start = attempt.admitted;
    return {.run = attempt.run,
            .url = attempt.url,
            .host = attempt.host.toString(),
            .method = attempt.method == net::Method::Get ? u"GET"_s : u"HEAD"_s,
            .number = attempt.number,
            .startedUtcMs = attempt.startedUtc.time_since_epoch().count(),
            .queuedUs = microseconds(start - attempt.queued),
            .limitedUs = microseconds(attempt.limited),
            .pausedUs = microseconds(attempt.paused),
            .connectingUs = microsecondsAfter(start, attempt.connecting),
            .sentUs = microsecondsAfter(start, attempt.sent),
            .headersUs = microsecondsAfter(start, attempt.headers),
            .doneUs = microsecondsAfter(start, attempt.done),
            .status = attempt.status,
            .reason = attempt.reason,
            .detail = attempt.detail,
            .proxy = attempt.proxy.toString(),
            .bytes = attempt.bytes};
}

/// Whose token it is, from the source's answer to "who am I".
Result<QString> tokenOwner(const vacancies::VacancySource &source, const Result<net::Response> &answer)
{
    if (!answer)
        return std::unexpected(answer.error());
    const vacancies::Judgement judgement = source.judge(*answer);
    if (judgement.verdict != vacancies::Verdict::Usable)
        return std::unexpected(judgement.error);
    const QJsonObject me = QJsonDocument::fromJson(answer->body).object();
    if (me.isEmpty())
        return fail(Reason::BadBody);
    for (const QString &key : {u"email"_s, u"name"_s, u"auth_type"_s, u"id"_s}) {
        if (me[key].isString())
            return me[key].toString();
    }
    return QString();
}

} // namespace

NetworkSide::NetworkSide() = default;
NetworkSide::~NetworkSide() = default;

void NetworkSide::begin()
{
    m_selector = std::make_unique<net::SwitchSelector>(std::make_unique<net::SystemProxySelector>());
    m_engine = std::make_unique<net::Engine>(m_clock, *m_selector);
    connect(m_engine.get(), &net::Engine::attempts, this, &NetworkSide::storeAttempts);
    connect(
        m_engine.get(), &net::Engine::proxyLoginWanted, this,
        [this](const net::ProxyKey &proxy, bool again) { Q_EMIT proxyLoginWanted(proxy.toString(), again); });
    connect(m_engine.get(), &net::Engine::drained, this, &NetworkSide::drained);
}

void NetworkSide::startRun(store::Project *project, store::RunId run, const RunParams &params,
                           const QHash<QString, QByteArray> &tokens)
{
    m_project = project;
    const auto refuse = [this, run](const Error &error) {
        jobs::Progress progress;
        progress.run = run;
        progress.state = store::RunState::Stopped;
        progress.error = error;
        Q_EMIT ended(progress);
    };
    const auto requests = JobFactory::requests(params);
    if (!requests) {
        refuse(requests.error());
        return;
    }
    auto job = JobFactory::make(params, {*m_engine, *project, m_clock, run}, tokens, m_pools.known());
    if (!job) {
        refuse(job.error());
        return;
    }
    if (auto selector = m_pools.selectorFor(run, params.kind, *requests))
        m_selector->useForRun(run, std::move(selector));
    m_paces[run] = requests->pace;
    applyPaces();
    jobs::Job *raw = job->get();
    connect(raw, &jobs::Job::progressed, this, &NetworkSide::progressed);
    connect(raw, &jobs::Job::ended, this, [this, run](const jobs::Progress &last) {
        m_engine->flushAttempts();
        // Inside the job's own signal: it goes when the event loop is back.
        m_paces.remove(run);
        applyPaces();
        if (const auto found = m_jobs.find(run); found != m_jobs.end()) {
            found->second.release()->deleteLater();
            m_jobs.erase(found);
        }
        dropSelector(run);
        Q_EMIT ended(last);
    });
    m_jobs[run] = std::move(*job);
    raw->start();
}

void NetworkSide::command(store::RunId run, RunCommand command)
{
    const auto found = m_jobs.find(run);
    if (found == m_jobs.end())
        return;
    jobs::Job &job = *found->second;
    switch (command) {
    case RunCommand::Pause:
        job.pause();
        break;
    case RunCommand::Resume:
        job.resume();
        break;
    case RunCommand::Finish:
        job.finish();
        break;
    case RunCommand::RetryNow:
        job.retryNow();
        break;
    }
}

void NetworkSide::dropJobs()
{
    if (m_engine)
        m_engine->flushAttempts();
    QList<store::RunId> runs;
    for (const auto &[run, job] : m_jobs)
        runs.append(run);
    m_jobs.clear();
    // Another project counts its runs anew.
    for (const store::RunId run : std::as_const(runs))
        dropSelector(run);
    m_paces.clear();
    m_project = nullptr;
}

void NetworkSide::dropSelector(store::RunId run)
{
    m_pools.runEnded(run);
    m_selector->dropRun(run);
}

void NetworkSide::setPace(store::RunId run, const net::Pace &pace)
{
    if (!m_paces.contains(run))
        return;
    m_paces[run] = pace;
    applyPaces();
}

void NetworkSide::applyPaces()
{
    if (m_paces.isEmpty())
        return;
    net::Pace pace = m_paces.cbegin().value();
    for (const net::Pace &other : std::as_const(m_paces))
        pace = net::strictest(pace, other);
    m_engine->setPace(pace);
}

void NetworkSide::setOnline(bool online)
{
    m_engine->setOnline(online);
}

void NetworkSide::setCaFile(const QString &path)
{
    Q_EMIT caFileRead(path, m_engine->setCaFile(path));
}

void NetworkSide::setAsksProxyLogins(bool asks)
{
    m_engine->setAsksProxyLogins(asks);
}

void NetworkSide::giveProxyLogin(const QString &proxy, const QString &user, const QString &password)
{
    m_engine->giveProxyLogin(net::ProxyKey::restored(proxy), user, password);
}

void NetworkSide::refuseProxyLogin(const QString &proxy)
{
    m_engine->refuseProxyLogin(net::ProxyKey::restored(proxy));
}

void NetworkSide::setDirect(bool direct)
{
    if (direct)
        m_selector->use(std::make_unique<net::DirectSelector>());
    else
        m_selector->use(std::make_unique<net::SystemProxySelector>());
}

void NetworkSide::testToken(const QString &sourceId, const QByteArray &token, const QUrl &base)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    Q_ASSERT(source);
    net::Request request;
    request.url = source->tokenTest(base.isEmpty() ? source->defaultBase() : base);
    request.bearer = token;
    request.retries = 0;
    net::Fetch *fetch = m_engine->get(std::move(request), this);
    connect(fetch, &net::Fetch::done, this, [this, source](const Result<net::Response> &answer) {
        Q_EMIT tokenTested(source->id(), tokenOwner(*source, answer));
    });
}

void NetworkSide::readProxyPage(const QString &list, const QUrl &url, proxies::ProxyScheme fallback)
{
    net::Request request;
    request.url = url;
    request.read = [fallback](const net::Response &response) {
        net::Reading reading;
        if (response.status == 200)
            reading.content = proxies::ProxyListParser::parse(response.body, fallback);
        return reading;
    };
    net::Fetch *fetch = m_engine->get(std::move(request), this);
    connect(fetch, &net::Fetch::done, this, [this, fetch, list, url](const Result<net::Response> &answer) {
        const std::any content = fetch->takeContent();
        const auto *read = std::any_cast<proxies::ProxyList>(&content);
        if (!answer)
            Q_EMIT proxyPageRead(list, url, std::unexpected(answer.error()));
        else if (!read)
            Q_EMIT proxyPageRead(list, url, fail(Reason::HttpStatus, {}, answer->status));
        else if (read->entries.isEmpty())
            Q_EMIT proxyPageRead(list, url, fail(Reason::BadBody, u"no proxies"_s));
        else
            Q_EMIT proxyPageRead(list, url, *read);
    });
}

void NetworkSide::watchPool(const QString &list)
{
    m_poolTimer.reset();
    if (list.isEmpty())
        return;
    const auto tell = [this, list] {
        Q_EMIT poolChanged(m_pools.view(list, [this](const QString &host, const QString &proxy) {
            return nsOf(m_engine->readyAt(net::HostKey::restored(host), net::ProxyKey::restored(proxy),
                                          m_clock.now()));
        }));
    };
    m_poolTimer = std::make_unique<QTimer>();
    m_poolTimer->setInterval(500);
    connect(m_poolTimer.get(), &QTimer::timeout, this, tell);
    m_poolTimer->start();
    tell();
}

void NetworkSide::watchHosts(bool on)
{
    m_hostsTimer.reset();
    if (!on)
        return;
    m_hostsTimer = std::make_unique<QTimer>();
    m_hostsTimer->setInterval(500);
    connect(m_hostsTimer.get(), &QTimer::timeout, this, [this] {
        Q_EMIT hostsChanged(m_engine->hosts(), m_clock.nowNs());
        Q_EMIT requestsUnderWay(m_engine->underWay(Session::MostUnderWay), m_clock.nowNs(),
                                m_clock.utc().toMSecsSinceEpoch());
    });
    m_hostsTimer->start();
}

void NetworkSide::shutDown()
{
    m_hostsTimer.reset();
    m_poolTimer.reset();
    dropJobs();
    m_engine->shutDown();
}

void NetworkSide::storeAttempts(const QList<net::Attempt> &batch)
{
    if (!m_project)
        return;
    std::vector<store::AttemptRecord> records;
    records.reserve(size_t(batch.size()));
    for (const net::Attempt &attempt : batch) {
        if (attempt.run != 0)
            records.push_back(recordOf(attempt));
    }
    m_project->writer().postAttempts(std::move(records));
}

} // namespace linnet::session

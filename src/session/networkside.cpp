// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/networkside.h"

#include "net/proxy/directselector.h"
#include "net/proxy/switchselector.h"
#include "net/proxy/systemproxyselector.h"
#include "session/runkinds.h"
#include "session/runparams.h"
#include "store/project/project.h"

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
            .method = net::nameOf(attempt.method),
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

} // namespace

NetworkSide::NetworkSide() = default;
NetworkSide::~NetworkSide() = default;

void NetworkSide::begin()
{
    m_selector = std::make_unique<net::SwitchSelector>(std::make_unique<net::SystemProxySelector>());
    m_engine = std::make_unique<net::Engine>(m_clock, *m_selector);
    connect(m_engine.get(), &net::Engine::attempts, this, &NetworkSide::storeAttempts);
    connect(m_engine.get(), &net::Engine::drained, this, &NetworkSide::drained);
}

void NetworkSide::startRun(store::Project *project, store::RunId run, const RunParams &params,
                           const QHash<QString, QByteArray> &tokens, const jobs::MovedServer &moved)
{
    m_project = project;
    const RunKind *kind = runKindById(params.kind);
    const auto requests =
        kind ? RunParams::requests(params.params) : fail(Reason::BadValue, u"run kind: "_s + params.kind);
    if (!requests) {
        refuse(run, requests.error());
        return;
    }
    auto job = kind->makeJob(params.params, *requests, {*m_engine, *project, m_clock, run, moved},
                             {tokens, params.secrets, m_pools.known()});
    if (!job) {
        refuse(run, job.error());
        return;
    }
    if (auto selector = m_pools.selectorFor(run, params.kind, *requests))
        m_selector->useForRun(run, std::move(selector));
    m_paces[run] = requests->pace;
    applyPaces();
    jobs::Job *raw = job->get();
    connect(raw, &jobs::Job::progressed, this, &NetworkSide::progressed);
    connect(raw, &jobs::Job::ended, this, [this, run](const jobs::Progress &last) {
        drop(run);
        Q_EMIT ended(last);
    });
    m_jobs[run] = std::move(*job);
    raw->start();
}

/// A run that cannot begin ends at once.
void NetworkSide::refuse(store::RunId run, const Error &error)
{
    jobs::Progress progress;
    progress.run = run;
    progress.state = store::RunState::Stopped;
    progress.error = error;
    Q_EMIT ended(progress);
}

void NetworkSide::drop(store::RunId run)
{
    m_engine->flushAttempts();
    m_paces.remove(run);
    applyPaces();
    // Inside the job's own signal: it goes when the event loop is back.
    if (const auto found = m_jobs.find(run); found != m_jobs.end()) {
        found->second.release()->deleteLater();
        m_jobs.erase(found);
    }
    dropSelector(run);
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

void NetworkSide::setDirect(bool direct)
{
    if (direct)
        m_selector->use(std::make_unique<net::DirectSelector>());
    else
        m_selector->use(std::make_unique<net::SystemProxySelector>());
}

proxies::PoolView NetworkSide::poolView(const QString &list)
{
    return m_pools.view(list, [this](const QString &host, const QString &proxy) {
        return nsOf(
            m_engine->readyAt(net::HostKey::restored(host), net::ProxyKey::restored(proxy), m_clock.now()));
    });
}

void NetworkSide::shutDown()
{
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

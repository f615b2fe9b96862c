// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/enginejob.h"

#include "base/clock.h"
#include "net/engine/engine.h"
#include "net/fetch.h"

#include <QUrl>

#include <algorithm>
#include <limits>
#include <utility>

namespace linnet::jobs {

namespace {

/// Handed to the engine at once, over all hosts: a request that waits there costs some kilobytes.
constexpr int MostOutstanding = 2000;

} // namespace

EngineJob::EngineJob(JobContext context, RequestSpec requests, const table::Schema &rows, QObject *parent)
    : WorkJob(context, std::move(requests), rows, parent)
    , m_failures(this->requests().pauseAfter)
{
}

EngineJob::~EngineJob() = default;

WorkJob::Begun EngineJob::mayAsk(const store::WorkItem &)
{
    return Begun::Yes;
}

int EngineJob::room() const
{
    return m_oneAtATime ? 1 : MostOutstanding;
}

/// Half of them wait in the engine, so that a place that becomes free is taken at once.
int EngineJob::roomPerHost() const
{
    return 2 * requests().pace.perHost;
}

WorkJob::Begun EngineJob::beginItem(const store::WorkItem &item)
{
    if (const Begun may = mayAsk(item); may != Begun::Yes)
        return may;
    net::Request asked = request(item);
    requests().applyTo(asked, context().run);
    context().moved.apply(asked);
    net::Fetch *fetch = context().engine.get(std::move(asked), this);
    m_outstanding.insert(fetch, item);
    connect(fetch, &net::Fetch::done, this,
            [this, fetch](const Result<net::Response> &result) { onDone(fetch, result); });
    return Begun::Yes;
}

void EngineJob::onDone(net::Fetch *fetch, const Result<net::Response> &result)
{
    const store::WorkItem item = m_outstanding.take(fetch);
    over(item, [&] {
        const Reason reason = result ? Reason::None : result.error().reason;
        m_answered = &item;
        m_certificate = fetch->certificate();
        if (result)
            onAnswer({item, *result, fetch->takeContent()});
        else if (reason == Reason::Cancelled || reason == Reason::ShutDown)
            putBack(item);
        else
            onFailure(item, fetch->attempts(), result.error());
        m_answered = nullptr;
    });
}

void EngineJob::onFailure(const store::WorkItem &item, int attempts, const Error &error)
{
    post(failureOf(item, attempts, error));
}

store::Unit EngineJob::endOf(const Answer &answer) const
{
    store::Unit result = unit();
    result.ended.push_back({answer.item.id, store::WorkState::Done, answer.response.attempts, {}});
    return result;
}

void EngineJob::cancelOutstanding()
{
    const QList<net::Fetch *> fetches = m_outstanding.keys();
    for (net::Fetch *fetch : fetches)
        fetch->cancel();
}

void EngineJob::setHeld(bool held)
{
    if (held) {
        context().engine.pause(context().run);
        return;
    }
    if (isPausedByFailures())
        m_failures.clear();
    context().engine.resume(context().run);
}

void EngineJob::posting(const store::Unit &unit)
{
    if (!m_answered || !m_failures.isCounting())
        return;
    const auto end = std::ranges::find(unit.ended, m_answered->id, &store::WorkEnd::id);
    if (end == unit.ended.end())
        return;
    const QString host = m_answered->host.isEmpty()
                             ? net::HostKey(QUrl(m_answered->key.section(u' ', 0, 0))).toString()
                             : m_answered->host;
    const Error error = end->state == store::WorkState::Failed ? end->error : Error();
    if (m_failures.add(host, error))
        pauseFor(host, error);
}

/// The engine holds back what is left because the servers say that they cannot: who sits before the window
/// need not wait until requests have failed for good. Once told, he decides; then it must have got better
/// before it can get worse.
void EngineJob::ticked()
{
    if (!m_failures.isCounting() || m_overloaded.isEmpty() || !m_mayPauseEarly)
        return;
    m_mayPauseEarly = false;
    const net::HostState host = context().engine.hostState(net::HostKey::restored(m_overloaded));
    pauseFor(m_overloaded, {Reason::HttpStatus, host.overloadStatus, {}});
}

void EngineJob::measure(Progress &progress)
{
    const net::RunStats stats = context().engine.stats(context().run);
    progress.requests += stats.requests;
    progress.retries += stats.retries;
    progress.bytes += stats.bytes;
    measureHold(progress);
}

/// A run is held up when every host that it waits for is.
void EngineJob::measureHold(Progress &progress)
{
    m_overloaded.clear();
    if (progress.hold != Hold::None || load().isEmpty())
        return;
    const Moment now = context().clock.now();
    qint64 shortestNs = std::numeric_limits<qint64>::max();
    Hold hold = Hold::Unreachable;
    QString overloaded;
    bool allOverloaded = true;
    for (auto load = this->load().cbegin(); load != this->load().cend(); ++load) {
        const net::HostState host = context().engine.hostState(net::HostKey::restored(load.key()));
        const qint64 waitNs = (host.pausedUntil - now).count();
        if (waitNs <= 0 && !host.unreachable) {
            // A probe is about to go; only an answer shows that it is better.
            m_mayPauseEarly = m_mayPauseEarly || host.overloadStatus == 0;
            return;
        }
        if (host.overloadStatus > 0)
            overloaded = load.key();
        else
            allOverloaded = false;
        if (waitNs > 0) {
            hold = Hold::Server;
            shortestNs = std::min(shortestNs, waitNs);
        }
    }
    progress.hold = hold;
    if (hold == Hold::Unreachable && allOverloaded)
        m_overloaded = overloaded;
    if (hold == Hold::Server)
        progress.waitUntilUtcMs = context().clock.utc().toMSecsSinceEpoch() + shortestNs / 1'000'000;
}

} // namespace linnet::jobs

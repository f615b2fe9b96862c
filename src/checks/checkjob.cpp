// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkjob.h"

#include "base/clock.h"
#include "jobs/inpool.h"
#include "net/engine/engine.h"
#include "net/origin.h"
#include "net/rules/redirectpolicy.h"
#include "store/project/project.h"
#include "table/checkschema.h"

#include <QJsonArray>

#include <algorithm>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Enough for a title and any preview; what comes behind is only counted.
constexpr qint64 KeptBody = 512 * 1024;
constexpr qsizetype MostShown = 200; ///< bytes of a broken address
constexpr qint64 MostBody = 32 * 1024 * 1024;

} // namespace

CheckJob::CheckJob(jobs::JobContext context, CheckSpec spec, jobs::RequestSpec requests, Logins logins,
                   QObject *parent)
    : EngineJob(context, std::move(requests), table::checkSchema(), parent)
    , m_spec(std::move(spec))
    , m_logins(std::move(logins))
    , m_phases(m_spec.phases())
{
    m_nextRound.setSingleShot(true);
    connect(&m_nextRound, &QTimer::timeout, this, &CheckJob::beginRound);
}

/// The addresses were posted by whoever started the run; they must be there before anything is counted.
void CheckJob::start()
{
    context().project.writer().flush(this, [this](const Result<void> &) {
        jobs::inPool(
            this,
            [project = context().project.path(), run = context().run] {
                return CheckPast::refusedLines(project, run);
            },
            [this](const Result<std::vector<store::WorkItem>> &lines) { refuse(lines); });
    });
}

/// In one unit: the work list of the job counts anew whenever others end its work.
void CheckJob::refuse(const Result<std::vector<store::WorkItem>> &lines)
{
    if (!lines) {
        stop(QString(), lines.error(), context().project.path());
        return;
    }
    store::Unit refused = unit();
    for (const store::WorkItem &item : *lines)
        refused.ended.push_back({item.id, store::WorkState::Failed, 0, refusal(item.ref)});
    store::Writer &writer = context().project.writer();
    if (!refused.ended.empty())
        writer.post(std::move(refused));
    writer.flush(this, [this](const Result<void> &) {
        jobs::inPool(
            this,
            [project = context().project.path(), run = context().run, spec = m_spec] {
                return CheckPast::read(project, run, spec);
            },
            [this](Result<CheckPast> past) { begin(std::move(past)); });
    });
}

void CheckJob::begin(Result<CheckPast> past)
{
    if (!past) {
        stop(QString(), past.error(), context().project.path());
        return;
    }
    m_past = std::move(*past);
    if (!isStopping())
        WorkJob::start();
}

void CheckJob::pause()
{
    m_time.disturbed = true;
    WorkJob::pause();
}

void CheckJob::retryNow()
{
    if (m_nextRound.isActive())
        beginRound();
}

void CheckJob::restore(const QJsonObject &counts)
{
    m_times = Comparison::ofCounts(counts).times();
    m_phases = std::move(m_past.phases);
    m_left = std::move(m_past.left);
    m_phase = m_past.phase;
    m_memory = std::move(m_past.memory);
    beginPhase();
    m_time.disturbed = m_past.isPhaseBegun;
}

void CheckJob::beginPhase()
{
    const Phase &phase = m_phases[m_phase];
    setOneAtATime(phase.order == Phase::Order::OneByOne);
    m_time = {};
    m_time.phase = phase;
    m_time.begunUtcMs = context().clock.utc().toMSecsSinceEpoch();
    m_phaseBegunNs = context().clock.nowNs();
}

void CheckJob::endPhase()
{
    m_time.seconds = double(context().clock.nowNs() - m_phaseBegunNs) / 1e9;
    m_time.endedUtcMs = context().clock.utc().toMSecsSinceEpoch();
    if (m_spec.comparisons > 0) {
        m_times.push_back(m_time);
        store::Unit told = unit();
        told.counts = counts();
        post(std::move(told));
    }
    if (m_spec.watchMinutes > 0) {
        ++m_phases[0].round;
        const std::chrono::minutes rest(m_spec.watchMinutes);
        m_nextRound.start(rest);
        m_nextRoundUtcMs = m_time.endedUtcMs + std::chrono::milliseconds(rest).count();
    } else if (m_phase + 1 < m_phases.size()) {
        ++m_phase;
        beginPhase();
    }
}

void CheckJob::beginRound()
{
    m_nextRound.stop();
    beginPhase();
    pump();
}

QStringList CheckJob::kindsAt(const QString &)
{
    // Addresses are heard of before restore() has counted them.
    if (m_left.empty() || m_nextRound.isActive())
        return {};
    return {m_phases[m_phase].kind()};
}

bool CheckJob::knows(const QString &kind) const
{
    return std::ranges::any_of(m_phases, [&kind](const Phase &phase) { return phase.kind() == kind; });
}

Trail CheckJob::trailOf(const store::WorkItem &item) const
{
    const auto known = m_trails.constFind(item.id);
    return known == m_trails.constEnd() ? Trail{{CheckAddress::of(addressOf(item.key), 0).address}, {}, 0, 0}
                                        : *known;
}

bool CheckJob::isHostless(const QString &kind) const
{
    return std::ranges::any_of(m_phases, [&kind](const Phase &phase) {
        return phase.kind() == kind && phase.order == Phase::Order::OneByOne;
    });
}

jobs::WorkJob::Begun CheckJob::mayAsk(const store::WorkItem &item)
{
    if (item.ref != WithLogin || m_logins.contains(addressOf(item.key)))
        return Begun::Yes;
    // A run that was left and goes on later: nobody has its logins any more.
    onFailure(item, 0, {Reason::LoginGone, 0, {}});
    return Begun::Ended;
}

net::Request CheckJob::request(const store::WorkItem &item) const
{
    net::Request request;
    const Trail trail = trailOf(item);
    request.url = trail.visited.last().url();
    request.written = trail.visited.last().href();
    // A login goes to the origin that it was written for.
    if (const QByteArray login = m_logins.value(addressOf(item.key));
        !login.isEmpty() && net::Origin(trail.visited.first().url()) == net::Origin(request.url))
        request.headers.append({"Authorization", login});
    request.method = m_spec.method;
    request.redirects = net::RedirectMode::Report;
    request.maxBody = MostBody;
    request.keepBody = KeptBody;
    request.acceptPartial = true;
    request.read = [letters = m_spec.preview](const net::Response &response) -> net::Reading {
        return {readPage(response.body, response.header("Content-Type"), letters), {}};
    };
    return request;
}

CheckResult CheckJob::resultOf(const store::WorkItem &item) const
{
    CheckResult result;
    result.phase = m_phases[m_phase];
    result.url = CheckAddress::of(addressOf(item.key), 0).text();
    result.line = item.depth;
    result.method = m_spec.method;
    result.trail = trailOf(item);
    result.utc = context().clock.utc();
    return result;
}

void CheckJob::onAnswer(Answer answer)
{
    if (followed(answer))
        return;
    CheckResult result = resultOf(answer.item);
    result.response = answer.response;
    result.trail.retries += answer.response.attempts - 1;
    if (const auto *page = std::any_cast<PageText>(&answer.content))
        result.page = *page;
    result.judge();
    storeResult(answer.item, answer.response.attempts, std::move(result));
}

/// True when the answer led on, or led where nobody may follow.
bool CheckJob::followed(const Answer &answer)
{
    const net::Response &response = answer.response;
    if (!net::RedirectPolicy::isRedirect(response.status))
        return false;
    Trail trail = trailOf(answer.item);
    const auto target =
        net::RedirectPolicy::next(trail.visited, response.header("Location"), response.status);
    if (!target || target->isEmpty()) {
        CheckResult result = resultOf(answer.item);
        result.response = response;
        result.trail.retries += response.attempts - 1;
        // A redirect that says nowhere to go is no good answer.
        const QString where = QString::fromUtf8(response.header("Location").left(MostShown));
        result.error = target ? Error{Reason::BadUrl, 0, u"Location: "_s + where} : target.error();
        result.error.status = response.status;
        storeResult(answer.item, response.attempts, std::move(result));
        return true;
    }
    trail.redirects.append(u"%1 %2"_s.arg(response.status).arg(trail.visited.last().text()));
    trail.visited.append(*target);
    trail.ns += response.total.count();
    trail.retries += response.attempts - 1;
    m_trails.insert(answer.item.id, trail);
    putBack(answer.item);
    return true;
}

void CheckJob::onFailure(const store::WorkItem &item, int attempts, const Error &error)
{
    CheckResult result = resultOf(item);
    result.trail.retries += std::max(0, attempts - 1);
    result.error = error;
    result.response.status = error.status;
    result.response.certificate = certificate();
    storeResult(item, attempts, std::move(result));
}

void CheckJob::storeResult(const store::WorkItem &item, int attempts, CheckResult result)
{
    const double seconds = double(result.totalNs()) / 1e9;
    m_time.sum += seconds;
    m_time.longest = std::max(m_time.longest, seconds);
    m_trails.remove(item.id);
    bool isNews = true;
    if (m_spec.watchMinutes > 0) {
        const auto change = m_memory.change(result);
        isNews = !change || !change->isEmpty();
        result.change = change.value_or(QString());
    }
    const bool failed = result.error.reason != Reason::None;
    store::Unit done = unit();
    if (isNews)
        done.rows.push_back({&table::checkSchema(), item.key, result.toRow(), store::RowMode::Replace});
    done.ended.push_back({item.id, failed ? store::WorkState::Failed : store::WorkState::Done, attempts,
                          failed ? result.error : Error()});
    const bool isLast = --m_left[m_phase] == 0;
    if (isLast && m_spec.watchMinutes > 0) {
        // Among what is stored there is always something to do, so the run does not end.
        Phase next = m_phases[0];
        ++next.round;
        done.newWork = workOf(next, m_memory.addresses());
        m_left[0] = qint64(done.newWork.size());
    }
    post(std::move(done));
    if (isLast)
        endPhase();
}

void CheckJob::refresh(jobs::Progress &progress)
{
    if (!m_nextRound.isActive() || progress.hold != jobs::Hold::None)
        return;
    progress.hold = jobs::Hold::Round;
    progress.remainingMs = -1;
    progress.waitUntilUtcMs = m_nextRoundUtcMs;
}

QJsonObject CheckJob::counts() const
{
    QJsonObject counts = WorkJob::counts();
    if (m_spec.comparisons > 0)
        counts[u"phases"_s] = Comparison(m_times).toJson();
    if (m_spec.watchMinutes > 0)
        counts[u"round"_s] = m_phases[m_phase].round;
    return counts;
}

} // namespace linnet::checks

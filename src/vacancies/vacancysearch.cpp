// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancysearch.h"

#include "base/clock.h"
#include "net/engine.h"
#include "net/fetch.h"
#include "store/project.h"
#include "table/vacancyschema.h"

#include <QFutureWatcher>
#include <QJsonArray>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MaxNotes = 100;
constexpr int TickMs = 100;
constexpr qint64 SampleNs = 1'000'000'000;

store::RowWrite stateOnly(const QString &key, const QString &state)
{
    table::Cells cells(table::vacancySchema().columns.size());
    cells[std::to_underlying(table::VacancyColumn::State)] = state;
    return {&table::vacancySchema(), key, std::move(cells), store::RowMode::Merge};
}

} // namespace

VacancySearch::VacancySearch(jobs::JobContext context, SearchSpec spec, jobs::RequestSpec requests,
                             Tokens tokens, QObject *parent)
    : Job(parent)
    , m_context(context)
    , m_requests(std::move(requests))
    , m_tokens(std::move(tokens))
    , m_details(spec.details)
    , m_workList(context.project, context.run)
{
    for (const SearchSpec::Source &source : spec.sources)
        m_lanes.push_back(std::make_unique<SearchLane>(source, spec));
    m_progress.run = context.run;
    for (const SearchSpec::Source &source : spec.sources) {
        const QStringList ignored = sourceById(source.id)->ignoredFields(source.query);
        if (!ignored.isEmpty())
            m_progress.notes.append(u"%1 cannot search by: %2"_s.arg(source.id, ignored.join(u", ")));
    }
    m_ticker.setInterval(TickMs);
    connect(&m_ticker, &QTimer::timeout, this, &VacancySearch::tick);
    connect(&m_workList, &store::WorkList::available, this, &VacancySearch::pump);
    connect(&m_workList, &store::WorkList::settled, this, [this] {
        pump();
        endIfDone();
    });
    connect(&m_captcha, &CaptchaWatch::tryDue, this, [this] { pump(); });
    connect(&m_captcha, &CaptchaWatch::gaveUp, this,
            [this] { stop(u"captcha"_s, m_progress.error, m_captcha.url()); });
    store::Writer &writer = context.project.writer();
    connect(&writer, &store::Writer::committed, this, &VacancySearch::onCommitted);
    connect(&writer, &store::Writer::ready, this, &VacancySearch::pump);
    connect(&writer, &store::Writer::stalled, this, [this](const Error &error) {
        m_stalled = true;
        m_progress.error = error;
    });
    connect(&writer, &store::Writer::recovered, this, [this] {
        m_stalled = false;
        m_progress.error = {};
        m_pace.restart();
        pump();
    });
}

VacancySearch::~VacancySearch() = default;

void VacancySearch::start()
{
    m_startedNs = m_context.clock.nowNs();
    const auto resumed = restore();
    if (!resumed) {
        stop(QString(), resumed.error(), m_context.project.path());
        return;
    }
    if (!*resumed)
        seed();
    m_ticker.start();
    pump();
    endIfDone();
}

/// True when the run already has work: what it did before is counted on.
Result<bool> VacancySearch::restore()
{
    auto reader = m_context.project.reader();
    if (!reader)
        return std::unexpected(reader.error());
    const auto work = (*reader)->workCounts(m_context.run);
    if (!work)
        return std::unexpected(work.error());
    if (work->pending + work->done + work->failed == 0)
        return false;
    const auto rows = (*reader)->count({&table::vacancySchema(), {m_context.run}, {}, {}});
    const auto runs = (*reader)->runs();
    if (!rows || !runs)
        return std::unexpected(!rows ? rows.error() : runs.error());
    m_progress.rows = *rows;
    m_progress.unitsKnown = work->pending + work->done + work->failed;
    m_progress.unitsDone = work->done + work->failed;
    m_progress.failed = work->failed;
    const auto info = std::ranges::find(*runs, m_context.run, &store::RunInfo::id);
    const QJsonObject before = info == runs->end() ? QJsonObject() : info->counts;
    m_offered = before[u"offered"_s].toInteger();
    m_progress.filtered = before[u"filtered"_s].toInteger();
    m_requestsBefore = before[u"requests"_s].toInteger();
    m_retriesBefore = before[u"retries"_s].toInteger();
    m_bytesBefore = before[u"bytes"_s].toInteger();
    m_elapsedBefore = before[u"elapsed_ms"_s].toInteger();
    for (const auto &lane : m_lanes)
        lane->restore(before[u"listings"_s][lane->id()].toObject());
    m_context.project.writer().post({.run = m_context.run,
                                     .rows = {},
                                     .newWork = {},
                                     .ended = {},
                                     .state = store::RunState::Running,
                                     .counts = {}});
    return true;
}

void VacancySearch::seed()
{
    store::Unit unit{.run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
    for (const auto &lane : m_lanes)
        std::ranges::move(lane->firstWork(), std::back_inserter(unit.newWork));
    m_context.project.writer().post(std::move(unit));
}

void VacancySearch::pause()
{
    if (m_stopping || m_paused)
        return;
    m_paused = true;
    m_context.engine.pause(m_context.run);
    m_context.project.writer().post({.run = m_context.run,
                                     .rows = {},
                                     .newWork = {},
                                     .ended = {},
                                     .state = store::RunState::Paused,
                                     .counts = counts()});
    tick();
}

void VacancySearch::resume()
{
    if (!m_paused)
        return;
    m_paused = false;
    m_pace.restart();
    m_context.engine.resume(m_context.run);
    m_context.project.writer().post({.run = m_context.run,
                                     .rows = {},
                                     .newWork = {},
                                     .ended = {},
                                     .state = store::RunState::Running,
                                     .counts = {}});
    pump();
}

void VacancySearch::finish()
{
    stop(u"user"_s, {}, {});
}

void VacancySearch::retryNow()
{
    m_captcha.tryNow();
}

void VacancySearch::pump()
{
    bool pulled = true;
    while (pulled) {
        pulled = false;
        for (const auto &lane : m_lanes) {
            if (mayPull(*lane) && pullOne(*lane))
                pulled = true;
        }
    }
}

bool VacancySearch::mayPull(const SearchLane &lane) const
{
    if (m_paused || m_stopping || m_stalled || m_context.project.writer().isBusy())
        return false;
    // While a captcha stands, one request at a time asks whether it is solved.
    if (m_captcha.isActive())
        return m_outstanding.isEmpty() && m_parsing == 0;
    return m_context.engine.load(lane.host()) < 2 * m_requests.pace.perHost;
}

bool VacancySearch::pullOne(SearchLane &lane)
{
    QStringList kinds = lane.listKinds();
    if (++m_pulls % 2 == 0)
        kinds.prepend(lane.detailKind());
    else
        kinds.append(lane.detailKind());
    for (const QString &kind : std::as_const(kinds)) {
        auto items = m_workList.take(kind, lane.host(), 1);
        if (!items) {
            stop(QString(), items.error(), m_context.project.path());
            return false;
        }
        if (!items->empty()) {
            launch(lane, std::move(items->front()));
            return true;
        }
    }
    return false;
}

void VacancySearch::launch(SearchLane &lane, store::WorkItem item)
{
    net::Request request = lane.request(item);
    m_requests.applyTo(request, m_context.run);
    request.bearer = m_tokens.value(lane.id());
    net::Fetch *fetch = m_context.engine.get(std::move(request), this);
    m_outstanding.insert(fetch, {&lane, std::move(item)});
    connect(fetch, &net::Fetch::done, this,
            [this, fetch](const Result<net::Response> &answer) { onAnswer(fetch, answer); });
}

void VacancySearch::onAnswer(net::Fetch *fetch, const Result<net::Response> &answer)
{
    const Outstanding unit = m_outstanding.take(fetch);
    if (answer) {
        parse(unit, *answer);
        return;
    }
    const Reason reason = answer.error().reason;
    if (reason == Reason::Cancelled || reason == Reason::ShutDown)
        m_workList.putBack(unit.item);
    else
        storeFailure(unit, fetch->attempts(), answer.error());
    pump();
    endIfDone();
}

void VacancySearch::parse(const Outstanding &unit, const net::Response &response)
{
    ++m_parsing;
    auto *watcher = new QFutureWatcher<ParsedAnswer>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, unit, response] {
        watcher->deleteLater();
        --m_parsing;
        onParsed(unit, response, watcher->result());
        pump();
        endIfDone();
    });
    // A copy: the job and its lanes may be gone before the pool gets to it.
    const SearchLane copy = *unit.lane;
    watcher->setFuture(
        QtConcurrent::run([copy, item = unit.item, response] { return copy.parse(item, response); }));
}

void VacancySearch::onParsed(const Outstanding &unit, const net::Response &response,
                             const ParsedAnswer &parsed)
{
    const Error &error = parsed.judgement.error;
    if (parsed.judgement.verdict == Verdict::Captcha) {
        onCaptcha(unit, error);
        return;
    }
    if (m_captcha.isActive()) {
        m_captcha.end();
        m_progress.error = {};
        m_pace.restart();
    }
    switch (parsed.judgement.verdict) {
    case Verdict::Usable:
        if (unit.lane->isDetail(unit.item)) {
            if (parsed.vacancy)
                storeDetail(unit, response, *parsed.vacancy);
            else
                storeFailure(unit, response.attempts, parsed.vacancy.error());
        } else if (parsed.page) {
            storePage(unit, response, *parsed.page);
        } else {
            storeFailure(unit, response.attempts, parsed.page.error());
        }
        break;
    case Verdict::EndOfList:
        storeEndOfList(unit, response);
        break;
    case Verdict::StopAll:
        m_workList.putBack(unit.item);
        stop(u"auth"_s, error, unit.item.key);
        break;
    case Verdict::Gone:
    case Verdict::Failed:
        storeFailure(unit, response.attempts, error);
        break;
    case Verdict::Captcha:
        break;
    }
}

void VacancySearch::storePage(const Outstanding &unit, const net::Response &response, const ListPage &page)
{
    store::Unit stored{
        .run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
    const QString fetchedAt = m_context.clock.utc().toString(Qt::ISODate);
    for (Vacancy vacancy : page.vacancies) {
        vacancy.fetchedAt = fetchedAt;
        vacancy.query = unit.lane->query(unit.item).title();
        stored.rows.push_back(
            {&table::vacancySchema(), vacancy.key(), vacancy.toRow(), store::RowMode::Keep});
    }
    stored.newWork = unit.lane->workAfter(unit.item, page);
    stored.ended.push_back({unit.item.id, store::WorkState::Done, response.attempts, {}});
    m_offered += qint64(page.vacancies.size());
    m_progress.filtered += page.filtered;
    for (const QString &note : page.notes) {
        if (m_progress.notes.size() < MaxNotes)
            m_progress.notes.append(note);
    }
    refreshProgress();
    stored.counts = counts();
    m_context.project.writer().post(std::move(stored));
}

void VacancySearch::storeDetail(const Outstanding &unit, const net::Response &response, Vacancy vacancy)
{
    vacancy.fetchedAt = m_context.clock.utc().toString(Qt::ISODate);
    vacancy.query = unit.lane->query(unit.item).title();
    store::Unit stored{
        .run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
    stored.rows.push_back({&table::vacancySchema(), unit.item.ref, vacancy.toRow(), store::RowMode::Merge});
    stored.ended.push_back({unit.item.id, store::WorkState::Done, response.attempts, {}});
    m_context.project.writer().post(std::move(stored));
}

void VacancySearch::storeEndOfList(const Outstanding &unit, const net::Response &response)
{
    store::Unit stored{
        .run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
    stored.ended.push_back({unit.item.id, store::WorkState::Done, response.attempts, {}});
    m_context.project.writer().post(std::move(stored));
}

void VacancySearch::storeFailure(const Outstanding &unit, int attempts, const Error &error)
{
    store::Unit stored{
        .run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = {}, .counts = {}};
    if (unit.lane->isDetail(unit.item))
        stored.rows.push_back(
            stateOnly(unit.item.ref, error.reason == Reason::Gone ? u"gone"_s : u"failed"_s));
    stored.ended.push_back({unit.item.id, store::WorkState::Failed, attempts, error});
    ++m_progress.failed;
    m_context.project.writer().post(std::move(stored));
}

void VacancySearch::onCommitted(const store::Committed &change)
{
    for (const store::Committed::Rows &rows : change.rows) {
        if (rows.run == m_context.run)
            m_progress.rows += rows.added;
    }
    for (const store::Committed::Work &work : change.work) {
        if (work.run == m_context.run) {
            m_progress.unitsKnown += work.added;
            m_progress.unitsDone += work.ended;
        }
    }
}

void VacancySearch::onCaptcha(const Outstanding &unit, const Error &error)
{
    m_workList.putBack(unit.item);
    if (m_stopping)
        return;
    m_progress.error = error;
    m_progress.errorUrl = error.detail;
    const bool first = !m_captcha.isActive();
    m_captcha.begin(error.detail);
    if (first)
        cancelOutstanding();
    tick();
}

/// Stops early; what was not asked stays in the work list, so the run can be resumed.
void VacancySearch::stop(const QString &stoppedBy, const Error &error, const QString &url)
{
    if (m_stopping)
        return;
    m_stopping = true;
    m_captcha.end();
    m_progress.stoppedBy = stoppedBy;
    m_progress.error = error;
    m_progress.errorUrl = url;
    if (m_paused)
        m_context.engine.resume(m_context.run);
    cancelOutstanding();
    endIfDone();
}

void VacancySearch::cancelOutstanding()
{
    const QList<net::Fetch *> fetches = m_outstanding.keys();
    for (net::Fetch *fetch : fetches)
        fetch->cancel();
}

void VacancySearch::endIfDone()
{
    if (m_ending || !m_outstanding.isEmpty() || m_parsing > 0)
        return;
    if (m_stopping)
        end(store::RunState::Stopped);
    else if (m_workList.isFinished() && m_progress.unitsKnown > 0)
        end(store::RunState::Finished);
    else if (m_workList.pending() == 0 && !m_flushing)
        flush();
}

/// Everything is answered: what is left to do is only being stored, and need not wait for a fuller batch.
void VacancySearch::flush()
{
    m_flushing = true;
    m_context.project.writer().flush(this, [this](const Result<void> &) {
        m_flushing = false;
        pump();
    });
}

void VacancySearch::end(store::RunState state)
{
    m_ending = true;
    m_captcha.end();
    m_ticker.stop();
    refreshProgress();
    store::Writer &writer = m_context.project.writer();
    writer.post(
        {.run = m_context.run, .rows = {}, .newWork = {}, .ended = {}, .state = state, .counts = counts()});
    writer.flush(this, [this, state](const Result<void> &written) {
        if (!written && m_progress.error.reason == Reason::None)
            m_progress.error = written.error();
        m_progress.state = state;
        refreshProgress();
        m_progress.remainingMs = 0;
        m_progress.hold = jobs::Hold::None;
        Q_EMIT progressed(m_progress);
        Q_EMIT ended(m_progress);
    });
}

void VacancySearch::tick()
{
    if (m_ending)
        return;
    const qint64 now = m_context.clock.nowNs();
    if (now - m_sampledNs >= SampleNs && !m_paused) {
        m_sampledNs = now;
        m_pace.add(now, m_progress.unitsDone);
    }
    const jobs::Progress before = m_progress;
    refreshProgress();
    if (m_progress != before)
        Q_EMIT progressed(m_progress);
}

void VacancySearch::refreshProgress()
{
    m_progress.found = m_progress.reachable = 0;
    for (const auto &lane : m_lanes) {
        const bool known = lane->found() >= 0 && m_progress.found >= 0;
        m_progress.found = known ? m_progress.found + lane->found() : -1;
        m_progress.reachable = known ? m_progress.reachable + lane->reachable() : -1;
    }
    const net::RunStats stats = m_context.engine.stats(m_context.run);
    m_progress.requests = m_requestsBefore + stats.requests;
    m_progress.retries = m_retriesBefore + stats.retries;
    m_progress.bytes = m_bytesBefore + stats.bytes;
    m_progress.duplicates = std::max<qint64>(0, m_offered - m_progress.rows);
    m_progress.elapsedMs = m_elapsedBefore + (m_context.clock.nowNs() - m_startedNs) / 1'000'000;
    m_progress.remainingMs = m_pace.remainingMs(m_progress.unitsKnown - m_progress.unitsDone);
    m_progress.captchaUrl = m_captcha.url();
    m_progress.waitUntilUtcMs = 0;
    m_progress.hold = m_stalled              ? jobs::Hold::Storage
                      : m_paused             ? jobs::Hold::User
                      : m_captcha.isActive() ? jobs::Hold::Captcha
                                             : jobs::Hold::None;
    if (!m_progress.isOver())
        m_progress.state = m_paused ? store::RunState::Paused : store::RunState::Running;
    if (m_progress.hold != jobs::Hold::None)
        return;
    for (const net::HostState &host : m_context.engine.hosts()) {
        const qint64 waitNs = host.pausedUntilNs - m_context.clock.nowNs();
        const bool ours =
            std::ranges::any_of(m_lanes, [&](const auto &lane) { return lane->host() == host.host; });
        if (ours && host.unreachable)
            m_progress.hold = jobs::Hold::Unreachable;
        if (ours && waitNs > 0) {
            m_progress.hold = jobs::Hold::Server;
            m_progress.waitUntilUtcMs = m_context.clock.utc().toMSecsSinceEpoch() + waitNs / 1'000'000;
        }
    }
}

QJsonObject VacancySearch::counts() const
{
    QJsonObject listings;
    for (const auto &lane : m_lanes)
        listings[lane->id()] = lane->toJson();
    return {{u"found"_s, m_progress.found},
            {u"reachable"_s, m_progress.reachable},
            {u"offered"_s, m_offered},
            {u"filtered"_s, m_progress.filtered},
            {u"requests"_s, m_progress.requests},
            {u"retries"_s, m_progress.retries},
            {u"bytes"_s, m_progress.bytes},
            {u"elapsed_ms"_s, m_progress.elapsedMs},
            {u"stopped_by"_s, m_progress.stoppedBy},
            {u"listings"_s, listings},
            {u"notes"_s, QJsonArray::fromStringList(m_progress.notes)}};
}

} // namespace linnet::vacancies

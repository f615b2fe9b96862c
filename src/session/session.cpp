// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/session.h"

#include "session/keepawake.h"
#include "session/networkside.h"
#include "session/reachability.h"
#include "session/runparams.h"
#include "table/changes/changeschema.h"
#include "table/markcolumns.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <QThread>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What another program may have written: anything of any run.
store::Committed committedElsewhere(const std::vector<store::RunInfo> &runs)
{
    store::Committed change;
    for (const store::RunInfo &run : runs) {
        change.runs.push_back(run.id);
        change.work.push_back({.run = run.id,
                               .added = 0,
                               .ended = 1,
                               .lastId = 0,
                               .places = {},
                               .endedIds = {},
                               .pendingAgainIds = {}});
        for (const table::Schema *schema : table::allSchemas())
            change.rows.push_back({schema, run.id, 0, 0, 0, {}});
    }
    for (const table::Schema *schema : table::allSchemas()) {
        const QLatin1StringView of = table::marksOf(*schema);
        if (!of.isEmpty() &&
            std::ranges::find(change.marks, of, &store::Committed::Marks::of) == change.marks.end())
            change.marks.push_back({of, 0});
    }
    return change;
}

} // namespace

/// Owns the network thread, the project and the handles.
class Session::Private
{
public:
    Private(const QString &dataFolder, std::function<bool()> isInUse)
        : slot(dataFolder, std::move(isInUse))
        , adGrouping(slot)
    {
    }

    QThread networkThread;
    NetworkSide *network = nullptr; ///< lives in networkThread
    std::optional<NetworkControl> control;
    ProjectSlot slot;
    AdGrouping adGrouping;
    std::map<store::RunId, RunHandle *> handles; ///< children of the Session
    QHash<QString, QByteArray> tokens;
    QHash<store::RunId, QHash<QString, QByteArray>>
        secrets; ///< RunParams::secrets of the runs of this session
    Reachability reachability;
    KeepAwake awake;
    bool keepsAwake = true;
    Practice practice;
};

Session::Session(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(dataFolder, [this] { return !runsUnderWay().isEmpty(); }))
{
    qRegisterMetaType<linnet::store::Committed>();
    qRegisterMetaType<linnet::jobs::Progress>();
    vacancies::setDictionaryFolder(dataFolder);
    startThread();
    connectProject();
    connect(&d->awake, &KeepAwake::heldChanged, this, &Session::keptAwakeChanged);
    connect(&d->reachability, &Reachability::changed, &*d->control, &NetworkControl::setOnline);
    if (!d->reachability.isOnline())
        d->control->setOnline(false);
}

void Session::startThread()
{
    d->network = new NetworkSide;
    d->network->moveToThread(&d->networkThread);
    d->control.emplace(*d->network);
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
    vacancies::nameSourcesInTables();
    table::nameChangedColumns();
    d->networkThread.setObjectName(u"network"_s);
    d->networkThread.start();
}

/// Before anybody else hears of the project: its jobs are gone when its readers are told to go.
void Session::connectProject()
{
    connect(&d->slot, &ProjectSlot::opened, this, [this] {
        const store::Writer &writer = project().writer();
        connect(&writer, &store::Writer::committed, this, &Session::committed);
        connect(&writer, &store::Writer::stalled, this, &Session::stalled);
        connect(&writer, &store::Writer::recovered, this, &Session::recovered);
        connect(&writer, &store::Writer::indexed, this, &Session::indexed);
    });
    connect(&d->slot, &ProjectSlot::readAgainWanted, this, [this] {
        if (const auto reader = project().reader()) {
            if (const auto runs = (*reader)->runs())
                Q_EMIT committed(committedElsewhere(*runs));
        }
    });
    connect(&d->slot, &ProjectSlot::aboutToClose, this, [this] {
        QMetaObject::invokeMethod(d->network, &NetworkSide::dropJobs, Qt::BlockingQueuedConnection);
    });
    connect(&d->slot, &ProjectSlot::closed, this, [this] {
        for (const auto &[id, run] : d->handles)
            run->deleteLater();
        d->handles.clear();
        d->secrets.clear();
        keepAwake();
    });
}

Session::~Session()
{
    const auto closed = d->slot.close();
    if (!closed)
        qWarning("The project could not be closed cleanly: %s", qPrintable(closed.error().detail));
    QMetaObject::invokeMethod(d->network, &NetworkSide::shutDown);
    d->networkThread.wait();
}

AdGrouping &Session::adGrouping() const
{
    return d->adGrouping;
}

ProjectSlot &Session::projectSlot() const
{
    return d->slot;
}

NetworkControl &Session::network() const
{
    return *d->control;
}

RunHandle *Session::begin(store::RunId run, const RunParams &params, const jobs::MovedServer &moved)
{
    auto *handle = new RunHandle(run, this);
    d->handles[run] = handle;
    if (!params.secrets.isEmpty())
        d->secrets[run] = params.secrets;
    RunParams known = params;
    known.secrets = d->secrets.value(run);
    connect(handle, &RunHandle::commanded, d->network, &NetworkSide::command);
    if (rowsOf(params.kind) == &table::vacancySchema()) {
        connect(handle, &RunHandle::ended, this, [this](const jobs::Progress &last) {
            if (last.rows > 0)
                d->adGrouping.start();
        });
    }
    QHash<QString, QByteArray> tokens = d->tokens;
    // The practice server takes any, and one's own are no business of it.
    if (d->practice.address && !RunParams::practice(params.params).isEmpty()) {
        for (const vacancies::VacancySource *source : vacancies::sourcesWithToken())
            tokens.insert(source->id(), "practice");
    }
    QMetaObject::invokeMethod(d->network, [network = d->network, project = &project(), run, known, tokens,
                                           moved] { network->startRun(project, run, known, tokens, moved); });
    keepAwake();
    Q_EMIT runStarted(handle);
    return handle;
}

RunHandle *Session::start(RunParams params)
{
    Q_ASSERT(!d->slot.isReadOnly());
    const QUrl practice = d->practice.address ? d->practice.address() : QUrl();
    if (!practice.isEmpty() && params.asks(practice))
        params.params[runparam::Practice] = practice.toString(QUrl::RemovePath);
    store::Writer &writer = project().writer();
    const store::RunId run = writer.postRun(params.kind, params.params);
    store::Unit first = std::exchange(params.first, {});
    if (!first.newWork.empty()) {
        first.run = run;
        writer.post(std::move(first));
    }
    return begin(run, params, {});
}

RunHandle *Session::startVacancies(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests)
{
    vacancies::SearchSpec dated = spec;
    if (!dated.day.isValid())
        dated.day = QDate::currentDate();
    return start(RunParams::of(dated, requests));
}

Result<RunHandle *> Session::resume(store::RunId run)
{
    if (d->slot.isReadOnly())
        return fail(d->slot.whyReadOnly(), project().path());
    if (RunHandle *known = handle(run); known && !known->isOver())
        return known;
    const auto reader = project().reader();
    if (!reader)
        return std::unexpected(reader.error());
    const auto runs = (*reader)->runs();
    if (!runs)
        return std::unexpected(runs.error());
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (info == runs->end())
        return fail(Reason::BadValue, u"run %1"_s.arg(run));
    jobs::MovedServer moved;
    if (const QUrl before = RunParams::practice(info->params); !before.isEmpty() && d->practice.start) {
        const Result<QUrl> now = d->practice.start();
        if (!now)
            return std::unexpected(now.error());
        moved = {before, *now};
    }
    if (RunHandle *over = handle(run))
        over->deleteLater();
    return begin(run, {info->kind, info->params}, moved);
}

void Session::setPractice(Practice practice)
{
    d->practice = std::move(practice);
}

void Session::retry(store::RunId run, const std::vector<qint64> &failed,
                    std::function<void(const Result<RunHandle *> &)> then)
{
    if (d->slot.isReadOnly()) {
        then(fail(d->slot.whyReadOnly(), project().path()));
        return;
    }
    store::Unit unit;
    unit.run = run;
    for (const qint64 id : failed)
        unit.ended.push_back({id, store::WorkState::Pending, 0, {}});
    unit.state = store::RunState::Running;
    project().writer().post(std::move(unit));
    // The job counts what there is to do when it starts.
    project().writer().flush(this, [this, run, then = std::move(then)](const Result<void> &written) {
        if (!written)
            then(std::unexpected(written.error()));
        else if (hasProject())
            then(resume(run));
    });
}

Result<store::RunId> Session::lastUnfinished() const
{
    const auto reader = project().reader();
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

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/worklist.h"

#include "store/project/project.h"
#include "store/read/workreader.h"

#include <QHash>
#include <QLoggingCategory>

#include <algorithm>
#include <set>

namespace linnet::store {

Q_LOGGING_CATEGORY(logWorkList, "linnet.store.worklist")

namespace {

constexpr int WindowSize = 64; // read from disk at a time, per kind and host

/// What waits of one kind at one host.
struct Place
{
    QString kind;
    QString host;
    size_t hostNumber = 0;        // in the order in which they were first seen
    std::vector<WorkItem> window; // next one last
    qint64 onDisk = 0;            // pending behind the window
    qint64 cursor = 0;            // id of the last one that was read
};

} // namespace

class WorkList::Private
{
public:
    Private(Project &project, RunId ofRun)
        : run(ofRun)
        , reader(project.path(), ofRun)
    {
    }

    void changed(const Committed::Work &change, WorkList *q);
    Place &place(const QString &kind, const QString &host);
    Place *find(const QString &kind, const QString &host);
    Result<void> fill(Place &place);
    Result<void> recount();
    void putBack(WorkItem item);
    void count(const Place &place, qint64 more);

    RunId run;
    WorkReader reader;
    std::vector<Place> places; // in the order in which they were first seen
    QHash<QPair<QString, QString>, size_t> index;
    std::vector<std::pair<QString, qint64>> hosts; // with their pending items
    QHash<QString, size_t> hostNumbers;
    std::set<size_t> waitingHosts;
    QHash<qint64, WorkItem> taken;
    qint64 pending = 0;
    qint64 lastId = 0; // units up to this one are counted
    bool isStale = true;
};

WorkList::WorkList(Project &project, RunId run, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(project, run))
{
    // Before the count, so that nothing falls between the two; what is in both is told apart by its id.
    connect(&project.writer(), &Writer::committed, this, [this](const Committed &change) {
        for (const Committed::Work &work : change.work) {
            if (work.run == d->run)
                d->changed(work, this);
        }
    });
    if (const Result<void> counted = d->recount(); !counted)
        qCWarning(logWorkList) << "counting:" << counted.error().detail;
}

WorkList::~WorkList() = default;

Result<std::vector<WorkItem>> WorkList::take(const QString &kind, const QString &host, int n)
{
    if (d->isStale) {
        if (const Result<void> counted = d->recount(); !counted)
            return std::unexpected(counted.error());
    }
    std::vector<WorkItem> result;
    Place *place = d->find(kind, host);
    while (place && qsizetype(result.size()) < n) {
        if (place->window.empty()) {
            if (const Result<void> filled = d->fill(*place); !filled) {
                // Nothing gets lost: what was taken before the error is handed out.
                if (result.empty())
                    return std::unexpected(filled.error());
                break;
            }
            if (place->window.empty())
                break;
        }
        result.push_back(std::move(place->window.back()));
        place->window.pop_back();
        d->count(*place, -1);
    }
    for (const WorkItem &item : result)
        d->taken.insert(item.id, item);
    return result;
}

void WorkList::putBack(WorkItem item)
{
    if (d->taken.remove(item.id) == 0)
        return;
    d->putBack(std::move(item));
    // Not inside the call: who puts back may be about to pause, not to take it again.
    QMetaObject::invokeMethod(this, &WorkList::available, Qt::QueuedConnection);
}

qsizetype WorkList::waitingHosts() const
{
    return qsizetype(d->waitingHosts.size());
}

QString WorkList::hostAfter(const QString &host) const
{
    if (d->waitingHosts.empty())
        return {};
    const auto known = d->hostNumbers.constFind(host);
    auto next =
        known == d->hostNumbers.constEnd() ? d->waitingHosts.begin() : d->waitingHosts.upper_bound(*known);
    if (next == d->waitingHosts.end())
        next = d->waitingHosts.begin();
    return d->hosts[*next].first;
}

qint64 WorkList::pending() const
{
    return d->pending;
}

qint64 WorkList::taken() const
{
    return d->taken.size();
}

void WorkList::Private::putBack(WorkItem item)
{
    Place &target = place(item.kind, item.host);
    count(target, 1);
    target.window.push_back(std::move(item));
}

void WorkList::Private::changed(const Committed::Work &change, WorkList *q)
{
    if (change.lastId > lastId) {
        for (const Committed::Place &added : change.places) {
            Place &target = place(added.kind, added.host);
            target.onDisk += added.added;
            count(target, added.added);
        }
        lastId = change.lastId;
    }
    bool settled = false;
    for (const qint64 id : change.endedIds) {
        if (taken.remove(id) > 0)
            settled = true;
        else
            isStale = true; // ended by somebody else, so our counts include it
    }
    for (const qint64 id : change.pendingAgainIds) {
        const auto item = taken.constFind(id);
        if (item == taken.constEnd()) {
            isStale = true;
            continue;
        }
        WorkItem again = *item;
        taken.erase(item);
        ++again.attempts;
        putBack(std::move(again));
    }
    if (isStale) {
        if (const Result<void> counted = recount(); !counted)
            qCWarning(logWorkList) << "counting:" << counted.error().detail;
    }
    if (pending > 0 && (change.added > 0 || !change.pendingAgainIds.empty()))
        Q_EMIT q->available();
    if (settled)
        Q_EMIT q->settled();
}

Place &WorkList::Private::place(const QString &kind, const QString &host)
{
    const auto [known, isNew] = [&] {
        const auto at = index.constFind({kind, host});
        return at == index.constEnd() ? std::pair(places.size(), true) : std::pair(*at, false);
    }();
    if (isNew) {
        index.insert({kind, host}, known);
        const auto number = hostNumbers.constFind(host);
        const size_t hostNumber = number == hostNumbers.constEnd() ? hosts.size() : *number;
        if (hostNumber == hosts.size()) {
            hostNumbers.insert(host, hostNumber);
            hosts.emplace_back(host, 0);
        }
        places.push_back({kind, host, hostNumber, {}, 0, 0});
    }
    return places[known];
}

/// So many more of the place wait, or fewer.
void WorkList::Private::count(const Place &place, qint64 more)
{
    pending += more;
    qint64 &atHost = hosts[place.hostNumber].second;
    atHost += more;
    if (atHost > 0)
        waitingHosts.insert(place.hostNumber);
    else
        waitingHosts.erase(place.hostNumber);
}

Place *WorkList::Private::find(const QString &kind, const QString &host)
{
    const auto known = index.constFind({kind, host});
    return known == index.constEnd() ? nullptr : &places[*known];
}

Result<void> WorkList::Private::fill(Place &place)
{
    while (place.window.empty() && place.onDisk > 0) {
        Result<std::vector<WorkItem>> read =
            reader.pending(place.kind, place.host, place.cursor, lastId, WindowSize);
        if (!read)
            return std::unexpected(read.error());
        if (!read->empty())
            place.cursor = read->back().id;
        const bool isEnd = read->size() < WindowSize;
        // After a recount the cursor is at the beginning again.
        std::erase_if(*read, [&](const WorkItem &item) { return taken.contains(item.id); });
        const qint64 found = qint64(read->size());
        const qint64 rest = isEnd ? 0 : place.onDisk - found;
        count(place, rest + found - place.onDisk);
        place.onDisk = rest;
        place.window.assign(std::make_move_iterator(read->rbegin()), std::make_move_iterator(read->rend()));
    }
    return {};
}

Result<void> WorkList::Private::recount()
{
    const Result<WorkReader::Backlog> backlog = reader.backlog(taken.keys());
    if (!backlog)
        return std::unexpected(backlog.error());
    for (Place &known : places) {
        known.window.clear();
        known.onDisk = 0;
        known.cursor = 0;
    }
    for (const WorkReader::Waiting &found : backlog->waiting)
        place(found.kind, found.host).onDisk = found.count;
    // Items that were handed out are still pending on disk, unless their end was committed just now.
    for (const qint64 id : backlog->stillPending)
        --place(taken[id].kind, taken[id].host).onDisk;
    pending = 0;
    waitingHosts.clear();
    for (auto &host : hosts)
        host.second = 0;
    for (const Place &counted : places)
        count(counted, counted.onDisk);
    lastId = backlog->lastId;
    isStale = false;
    return {};
}

} // namespace linnet::store

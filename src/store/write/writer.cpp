// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/writer.h"

#include "base/heap.h"
#include "store/write/idleindexing.h"
#include "store/write/projectconnection.h"
#include "store/write/writerqueue.h"
#include "table/markcolumns.h"

#include <QElapsedTimer>
#include <QLoggingCategory>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace linnet::store {

Q_LOGGING_CATEGORY(logWriter, "linnet.store.writer")

namespace {

/// A busy writer commits so often: what comes last in a run waits no longer, and views hear of it often
/// enough.
constexpr int BatchMs = 50;
constexpr int LongestMs = 100; // that a transaction should take
constexpr int RetryMs = 2000;
constexpr int IdleMs = 1000;
constexpr qint64 MinBatchRows = 500;
constexpr qint64 MaxBatchRows = 10'000;
/// Work that came at once: what it took in memory on its way here is worth giving back.
constexpr int LargeWork = 20'000;

int workIn(const std::vector<WriterEntry> &batch)
{
    size_t count = 0;
    for (const WriterEntry &entry : batch) {
        if (const auto *unit = std::get_if<Unit>(&entry))
            count += unit->newWork.size();
    }
    return int(count);
}

} // namespace

class Writer::Private
{
public:
    explicit Private(Writer *writer)
        : q(writer)
    {
    }

    void post(WriterEntry entry, bool urgent = false);
    void wake();
    void work();
    bool writeBatch();
    void giveUp(size_t index, const Error &error);
    void stall(const Error &error);
    void answerFlushes(const Result<void> &result);
    void announceBusy();
    void adapt(qint64 elapsedMs);
    Result<void> finish();

    Writer *q;
    WriterQueue queue;
    std::unique_ptr<ProjectConnection> connection;
    Result<void> opened;
    QString copyOfBefore;
    bool isOfNothing = false;
    std::atomic<RunId> lastRun = 0;

    // Only in the writer's thread.
    std::vector<WriterEntry> batch; // taken from the queue, not stored yet
    std::optional<Error> stalled;
    std::optional<Error> lost; // of the first entry that had to be given up
    bool announced = false;    // busy() was said, ready() was not
    qint64 batchRows = MaxBatchRows;
    QElapsedTimer sinceCommit;
    QTimer *more = nullptr;  // the rest of BatchMs
    QTimer *retry = nullptr; // after a stall
    QTimer *idle = nullptr;  // for the checkpoint and the index of words
    IdleIndexing *indexing = nullptr;
};

Writer::Writer(const QString &path, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    qRegisterMetaType<Committed>();
    Result<std::unique_ptr<ProjectConnection>> connection = ProjectConnection::open(path);
    if (!connection) {
        d->opened = std::unexpected(connection.error());
        return;
    }
    d->connection = std::move(*connection);
    const Result<qint64> lastRun = d->connection->lastRun();
    if (!lastRun) {
        d->opened = std::unexpected(lastRun.error());
        d->connection.reset();
        return;
    }
    d->lastRun = *lastRun;
    d->copyOfBefore = d->connection->copyOfBefore();
    // Children, so that they come along to the writer's thread.
    for (QTimer **timer : {&d->more, &d->retry, &d->idle}) {
        *timer = new QTimer(this);
        (*timer)->setSingleShot(true);
    }
    connect(d->more, &QTimer::timeout, this, [this] { d->wake(); });
    connect(d->retry, &QTimer::timeout, this, [this] { d->wake(); });
    d->indexing = new IdleIndexing(*d->connection, this);
    connect(d->indexing, &IdleIndexing::progressed, this, &Writer::indexed);
    connect(d->idle, &QTimer::timeout, this, [this] {
        if (!d->connection)
            return;
        d->connection->sync(true);
        d->connection->checkpoint(true);
        d->indexing->start();
    });
    // What an earlier session left to be indexed; in the thread in which this will live.
    QMetaObject::invokeMethod(
        this, [this] { d->work(); }, Qt::QueuedConnection);
}

Writer::Writer()
    : d(std::make_unique<Private>(this))
{
    d->isOfNothing = true;
}

std::unique_ptr<Writer> Writer::ofNothing()
{
    return std::unique_ptr<Writer>(new Writer);
}

Writer::~Writer()
{
    if (const Result<void> closed = close(); !closed && d->opened)
        qCWarning(logWriter) << "closing:" << closed.error().detail;
}

const Result<void> &Writer::isOpen() const
{
    return d->opened;
}

const QString &Writer::copyOfBefore() const
{
    return d->copyOfBefore;
}

void Writer::post(Unit unit)
{
    const bool awaited =
        !unit.newWork.empty() && !unit.isPatient; // work is only handed out when it is stored
    d->post(std::move(unit), awaited);
}

void Writer::postAttempts(std::vector<AttemptRecord> attempts)
{
    if (!attempts.empty())
        d->post(std::move(attempts));
}

RunId Writer::postRun(const QString &kind, const QJsonObject &params)
{
    const RunId run = ++d->lastRun;
    d->post(NewRun{run, kind, params});
    return run;
}

void Writer::removeRun(RunId run)
{
    d->post(RemovedRun{run});
}

void Writer::removeRows(RunId run)
{
    d->post(RemovedRun{run, true});
}

void Writer::postMemo(const QString &key, const QString &value)
{
    d->post(Memo{key, value});
}

void Writer::postAttachment(RunId run, AttachmentWrite attachment)
{
    Unit unit;
    unit.run = run;
    unit.attachments.push_back(std::move(attachment));
    d->post(std::move(unit));
}

void Writer::postMarks(const table::Schema &schema, std::vector<Mark> marks)
{
    if (!marks.empty())
        d->post(MarkWrite{table::marksOf(schema), std::move(marks)});
}

void Writer::postJoined(std::shared_ptr<const JoinedTable> table)
{
    const QString name = table->name;
    d->post(JoinWrite{name, std::move(table)});
}

void Writer::removeJoined(const QString &name)
{
    d->post(JoinWrite{name, nullptr});
}

bool Writer::isBusy() const
{
    return d->queue.isBusy();
}

void Writer::setAttemptLimit(qint64 limit)
{
    d->connection->batch().attempts().setLimit(limit);
}

void Writer::setClock(const Clock &clock)
{
    d->connection->setClock(clock);
}

void Writer::flush(QObject *context, std::function<void(const Result<void> &)> then)
{
    auto signal = std::make_shared<FlushSignal>();
    signal->moveToThread(thread());
    connect(signal.get(), &FlushSignal::done, context, std::move(then), Qt::QueuedConnection);
    d->post(std::move(signal), true);
}

Result<void> Writer::close()
{
    if (!d->connection)
        return d->opened;
    Result<void> result;
    if (thread() == QThread::currentThread() || !thread()->isRunning())
        result = d->finish();
    else
        QMetaObject::invokeMethod(
            this, [&] { result = d->finish(); }, Qt::BlockingQueuedConnection);
    return result;
}

void Writer::Private::post(WriterEntry entry, bool urgent)
{
    if (isOfNothing) {
        if (const auto *flush = std::get_if<std::shared_ptr<FlushSignal>>(&entry))
            Q_EMIT(*flush)->done(Result<void>());
        return;
    }
    if (queue.push(std::move(entry), urgent))
        QMetaObject::invokeMethod(
            q, [this] { work(); }, Qt::QueuedConnection);
}

void Writer::Private::wake()
{
    queue.wake();
    work();
}

void Writer::Private::work()
{
    if (!connection)
        return;
    idle->stop();
    indexing->stop();
    announceBusy();
    if (batch.empty()) {
        if (queue.sleep()) {
            idle->start(IdleMs);
            return;
        }
        const qint64 rest = sinceCommit.isValid() ? BatchMs - sinceCommit.elapsed() : 0;
        if (rest > 0 && queue.waitForMore()) {
            more->start(int(rest));
            return;
        }
        batch = queue.take(batchRows);
    } else {
        retry->stop();
    }
    more->stop();
    // Removing a large run is one long transaction; what came before should not wait for it.
    const auto removes = [](const WriterEntry &entry) { return std::holds_alternative<RemovedRun>(entry); };
    if (std::ranges::any_of(batch, removes))
        connection->sync(true);
    if (!writeBatch())
        return;
    announceBusy();
    connection->sync(false);
    connection->checkpoint(false);
    // Timers and close() get their turn between two transactions.
    QMetaObject::invokeMethod(
        q, [this] { work(); }, Qt::QueuedConnection);
}

bool Writer::Private::writeBatch()
{
    for (;;) {
        QElapsedTimer time;
        time.start();
        std::expected<Committed, Batch::Failure> written = connection->batch().write(batch);
        if (!written && written.error().entry) {
            giveUp(*written.error().entry, written.error().error);
            continue;
        }
        if (!written) {
            stall(written.error().error);
            return false;
        }
        sinceCommit.start();
        adapt(time.elapsed());
        // A caller of flush() continues with what was stored, so committed() has to reach it first.
        if (!written->rows.empty() || !written->work.empty() || !written->runs.empty() ||
            !written->marks.empty() || written->rules || written->joined)
            Q_EMIT q->committed(*written);
        answerFlushes(lost ? Result<void>(std::unexpected(*lost)) : Result<void>());
        queue.release();
        const bool wasLarge = workIn(batch) >= LargeWork;
        batch.clear();
        if (wasLarge) {
            connection->shrink();
            heap::trim();
        }
        if (std::exchange(stalled, std::nullopt))
            Q_EMIT q->recovered();
        return true;
    }
}

// The work that the entry ends is failed, so that its run can end and says what is missing.
void Writer::Private::giveUp(size_t index, const Error &error)
{
    qCWarning(logWriter) << "cannot be stored:" << error.detail;
    if (!lost)
        lost = error;
    const auto *unit = std::get_if<Unit>(&batch[index]);
    Unit rest;
    if (unit && !(unit->rows.empty() && unit->links.empty() && unit->newWork.empty() &&
                  unit->addresses.empty() && unit->attachments.empty() && !unit->counts)) {
        rest.run = unit->run;
        rest.ended = unit->ended;
        rest.state = unit->state;
        for (WorkEnd &end : rest.ended) {
            end.state = WorkState::Failed;
            end.error = error;
        }
    }
    batch[index] = std::move(rest);
}

void Writer::Private::stall(const Error &error)
{
    answerFlushes(std::unexpected(error));
    for (const std::shared_ptr<FlushSignal> &flush : queue.takeFlushes())
        Q_EMIT flush->done(std::unexpected(error));
    const bool isNews = !stalled;
    stalled = error;
    retry->start(RetryMs);
    // A flush that comes meanwhile tries at once.
    queue.waitForMore();
    connection->sync(true);
    if (isNews)
        Q_EMIT q->stalled(error);
}

void Writer::Private::answerFlushes(const Result<void> &result)
{
    for (WriterEntry &entry : batch) {
        auto *flush = std::get_if<std::shared_ptr<FlushSignal>>(&entry);
        if (flush && *flush) {
            Q_EMIT(*flush)->done(result);
            flush->reset();
        }
    }
}

void Writer::Private::announceBusy()
{
    const bool now = queue.isBusy();
    const bool was = queue.takeWasBusy() || announced;
    if ((now || was) && !announced)
        Q_EMIT q->busy();
    if (was && !now)
        Q_EMIT q->ready();
    announced = now;
}

// A transaction should take about as long as people may wait to see its rows.
void Writer::Private::adapt(qint64 elapsedMs)
{
    const qint64 rows = queue.takenRows();
    if (elapsedMs > LongestMs)
        batchRows = std::max(MinBatchRows, rows * LongestMs / elapsedMs);
    else if (rows >= batchRows)
        batchRows = std::min(MaxBatchRows, batchRows * 2);
}

Result<void> Writer::Private::finish()
{
    while (!batch.empty() || !queue.isEmpty()) {
        if (batch.empty())
            batch = queue.take(batchRows);
        if (!writeBatch())
            break;
    }
    for (QTimer *timer : {more, retry, idle})
        timer->stop();
    indexing->stop();
    connection->close();
    connection.reset();
    if (stalled && !batch.empty())
        return std::unexpected(*stalled);
    if (lost)
        return std::unexpected(*lost);
    return {};
}

} // namespace linnet::store

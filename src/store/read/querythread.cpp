// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/querythread.h"

#include "store/read/readingthread.h"

#include <algorithm>
#include <deque>
#include <map>
#include <optional>

namespace linnet::store {

namespace {

enum class Kind : quint8
{
    Build,
    Append,
    Facet,
    Statistics,
};

/// One question to the thread.
struct Question
{
    Kind kind = Kind::Build;
    quint64 number = 0; ///< generation or ticket
    RowQuery query;
    QString column;
    int limit = 0; ///< entries or buckets
    qint64 firstId = 0;
    qint64 lastId = 0;

    bool isAboutIds() const { return kind == Kind::Build || kind == Kind::Append; }
};

} // namespace

class QueryThread::Private final : public ReadingThread
{
public:
    Private(QueryThread *object, const QString &projectPath)
        : ReadingThread(projectPath, QStringLiteral("query"))
        , q(object)
    {
    }

    // In the object's thread.
    quint64 build(const RowQuery &query);
    void append(Question question);
    QList<quint64> askForColumns(Kind kind, const RowQuery &query, const QStringList &columns, int limit);
    void dropTickets();

private:
    quint64 askForColumn(Kind kind, const RowQuery &query, const QString &column, int limit);
    bool isWanted(const Question &question) const;

    // In the query thread.
    void run() override;
    std::optional<Question> next();
    void answer(const Question &question);
    void answerIds(const Question &question);
    void answerColumn(const Question &question);
    QStringList facetColumns(const RowQuery &query);
    bool isPutBack(const Question &question);
    template <typename Deliver> void deliver(const Question &question, Deliver signal);

    QueryThread *q;
    // Guarded by the mutex.
    std::deque<Question> questions;
    std::optional<Question> current;
    quint64 generation = 0;
    quint64 lastTicket = 0;
    std::map<std::pair<Kind, QString>, quint64> tickets; // the newest one per column

    // Only in the query thread.
    quint64 seenGeneration = 0;
    qint64 seenId = 0; // no row up to this one is given to seenGeneration again
};

QueryThread::QueryThread(const QString &projectPath, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, projectPath))
{
    d->start();
}

QueryThread::~QueryThread()
{
    d->end();
}

quint64 QueryThread::build(const RowQuery &query)
{
    return d->build(query);
}

quint64 QueryThread::Private::build(const RowQuery &query)
{
    const QMutexLocker lock(&mutex);
    std::erase_if(questions, [](const Question &question) { return question.isAboutIds(); });
    ++generation;
    questions.push_front({Kind::Build, generation, query, {}, 0, 0, 0});
    if (current)
        interrupt();
    changed.wakeAll();
    return generation;
}

void QueryThread::appendNew(quint64 generation, const RowQuery &query, qint64 firstId, qint64 lastId)
{
    d->append({Kind::Append, generation, query, {}, 0, firstId, lastId});
}

void QueryThread::Private::append(Question question)
{
    const QMutexLocker lock(&mutex);
    if (question.number == 0 || question.number != generation || question.lastId == 0)
        return;
    questions.push_back(std::move(question));
    changed.wakeAll();
}

quint64 QueryThread::facet(const RowQuery &query, const QString &column, int limit)
{
    return facets(query, {column}, limit).front();
}

QList<quint64> QueryThread::facets(const RowQuery &query, const QStringList &columns, int limit)
{
    return d->askForColumns(Kind::Facet, query, columns, limit);
}

quint64 QueryThread::statistics(const RowQuery &query, const QString &column, int buckets)
{
    return d->askForColumns(Kind::Statistics, query, {column}, buckets).front();
}

QList<quint64> QueryThread::Private::askForColumns(Kind kind, const RowQuery &query,
                                                   const QStringList &columns, int limit)
{
    const QMutexLocker lock(&mutex);
    QList<quint64> given;
    for (const QString &column : columns)
        given.append(askForColumn(kind, query, column, limit));
    return given;
}

// The mutex is held.
quint64 QueryThread::Private::askForColumn(Kind kind, const RowQuery &query, const QString &column, int limit)
{
    std::erase_if(questions, [&](const Question &question) {
        return question.kind == kind && question.column == column;
    });
    if (current && current->kind == kind && current->column == column)
        interrupt();
    const quint64 ticket = ++lastTicket;
    tickets[{kind, column}] = ticket;
    questions.push_back({kind, ticket, query, column, limit, 0, 0});
    changed.wakeAll();
    return ticket;
}

void QueryThread::dropTickets()
{
    d->dropTickets();
}

void QueryThread::Private::dropTickets()
{
    const QMutexLocker lock(&mutex);
    tickets.clear();
    std::erase_if(questions, [](const Question &question) { return !question.isAboutIds(); });
    if (current && !current->isAboutIds())
        interrupt();
}

// The mutex is held.
bool QueryThread::Private::isWanted(const Question &question) const
{
    if (question.isAboutIds())
        return question.number == generation;
    const auto ticket = tickets.find({question.kind, question.column});
    return ticket != tickets.end() && ticket->second == question.number;
}

void QueryThread::Private::run()
{
    while (const std::optional<Question> question = next())
        answer(*question);
}

std::optional<Question> QueryThread::Private::next()
{
    const QMutexLocker lock(&mutex);
    current.reset();
    while (questions.empty() && !isEnding())
        changed.wait(&mutex);
    if (isEnding())
        return {};
    current = std::move(questions.front());
    questions.pop_front();
    begin();
    return current;
}

void QueryThread::Private::answer(const Question &question)
{
    if (question.isAboutIds())
        answerIds(question);
    else
        answerColumn(question);
}

void QueryThread::Private::answerIds(const Question &question)
{
    const bool isBuild = question.kind == Kind::Build;
    if (isBuild) {
        seenGeneration = question.number;
        seenId = 0;
    }
    const auto first = [this, &question](IdVector found) {
        deliver(question, [object = q, generation = question.number,
                           ids = std::make_shared<const IdVector>(std::move(found))] {
            Q_EMIT object->begun(generation, ids);
        });
    };
    const Result<RowReader *> open = openReader();
    Result<IdVector> ids = !open     ? Result<IdVector>(std::unexpected(open.error()))
                           : isBuild ? (*open)->ids(question.query, first)
                                     : (*open)->newIds(question.query, seenId + 1, question.lastId);
    Result<IdVectorPtr> result;
    if (ids) {
        // Ids only grow, so rows above the highest one are new or do not pass; asking about the latter again
        // does no harm.
        for (const qint64 id : *ids)
            seenId = std::max(seenId, id);
        if (!isBuild)
            seenId = std::max(seenId, question.lastId);
        result = std::make_shared<const IdVector>(std::move(*ids));
    } else {
        result = std::unexpected(ids.error());
    }
    deliver(question, [object = q, isBuild, generation = question.number, result] {
        if (isBuild)
            Q_EMIT object->built(generation, result);
        else
            Q_EMIT object->appended(generation, result);
    });
}

void QueryThread::Private::answerColumn(const Question &question)
{
    const Result<RowReader *> open = openReader();
    const auto isInterrupted = [](const auto &result) {
        return !result && result.error().reason == Reason::Cancelled;
    };
    if (question.kind == Kind::Facet) {
        Result<std::vector<FacetEntry>> result = std::unexpected(Error());
        const Result<void> ahead = open ? (*open)->readAhead(question.query, facetColumns(question.query))
                                        : std::unexpected(open.error());
        if (ahead)
            result = (*open)->facet(question.query, question.column, question.limit);
        else
            result = std::unexpected(ahead.error());
        if (isInterrupted(result) && isPutBack(question))
            return;
        deliver(question, [object = q, ticket = question.number, column = question.column, result] {
            Q_EMIT object->facetReady(ticket, column, result);
        });
        return;
    }
    Result<ColumnStatistics> result;
    if (open)
        result = (*open)->statistics(question.query, question.column, question.limit);
    else
        result = std::unexpected(open.error());
    if (isInterrupted(result) && isPutBack(question))
        return;
    deliver(question, [object = q, ticket = question.number, column = question.column, result] {
        Q_EMIT object->statisticsReady(ticket, column, result);
    });
}

/// Of the question under way and of those that wait and are of the same rows.
QStringList QueryThread::Private::facetColumns(const RowQuery &query)
{
    const QMutexLocker lock(&mutex);
    QStringList columns;
    if (current)
        columns.append(current->column);
    for (const Question &question : questions) {
        if (question.kind == Kind::Facet && question.query == query)
            columns.append(question.column);
    }
    return columns;
}

// Interrupted, but only to let a build pass: it comes again right after it.
bool QueryThread::Private::isPutBack(const Question &question)
{
    const QMutexLocker lock(&mutex);
    if (!isWanted(question))
        return true;
    const auto after = std::find_if(questions.begin(), questions.end(),
                                    [](const Question &waiting) { return waiting.kind != Kind::Build; });
    questions.insert(after, question);
    return true;
}

template <typename Deliver> void QueryThread::Private::deliver(const Question &question, Deliver signal)
{
    QMetaObject::invokeMethod(
        q,
        [this, question, signal = std::move(signal)] {
            {
                const QMutexLocker lock(&mutex);
                if (!isWanted(question))
                    return;
            }
            signal();
        },
        Qt::QueuedConnection);
}

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"

#include "store/read/arrays/arraycache.h"
#include "store/read/facetquery.h"
#include "store/read/filtersql.h"
#include "store/read/joinedreader.h"
#include "store/read/markreader.h"
#include "store/read/mentionreader.h"
#include "store/read/runreader.h"
#include "store/read/sieve/rowsieve.h"
#include "store/schema/changefile.h"
#include "store/schema/relation.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/sqlite/payfunction.h"
#include "store/sqlite/transaction.h"

#include <QElapsedTimer>
#include <QHash>

#include <chrono>
#include <numeric>

namespace linnet::store {

using table::Cells;

namespace {

/// How long finding all rows may take before those that were found are shown, and how often that is looked
/// at.
constexpr std::chrono::milliseconds Patience{100};
constexpr size_t LookEvery = 256; // more than any screen shows

IdVector markedIds(const IdVector &ids, const QBitArray &marked)
{
    IdVector result;
    result.reserve(size_t(marked.count(true)));
    for (size_t place = 0; place < ids.size(); ++place) {
        if (marked.testBit(qsizetype(place)))
            result.push_back(ids[place]);
    }
    return result;
}

RowQuery with(RowQuery query, const table::Filter &filter)
{
    query.filter.conditions += filter.conditions;
    return query;
}

QList<int> allColumns(const table::Schema &schema)
{
    QList<int> columns(qsizetype(schema.columns.size()));
    std::iota(columns.begin(), columns.end(), 0);
    return columns;
}

} // namespace

class RowReader::Private
{
public:
    explicit Private(const QString &file)
        : path(file)
        , arrays(file)
    {
    }

    Result<IdVector> idsOf(const FilterSql &filter, const QByteArray &rest,
                           std::initializer_list<qint64> operands, const FirstRows &first = {});
    Result<IdVector> inOrderOfArrival(const RowQuery &query, const FirstRows &first);
    Result<void> tellFirst(const RowQuery &query, const FirstRows &first);
    Result<IdVector> sorted(const RowQuery &query);
    Result<void> usePayRules(const QByteArray &table);
    Result<qint64> count(const RowQuery &query);
    /// Of each filter, besides the query's own; all of the moment that the caller has begun.
    Result<std::vector<qint64>> counted(const RowQuery &query, const QList<table::Filter> &filters);
    Result<std::vector<qint64>> countedInMemory(const RowQuery &query, const QList<table::Filter> &filters);
    using Counting = Result<std::vector<qint64>> (Private::*)(const RowQuery &, const QList<table::Filter> &);
    /// The same, those that nobody knows by countOthers.
    Result<std::vector<qint64>> known(const RowQuery &query, std::span<const table::Filter> filters,
                                      Counting countOthers);

    QString path;
    Database database;
    ArrayCache arrays;
    std::unique_ptr<RowReader> beside;
};

Result<void> RowReader::Private::usePayRules(const QByteArray &table)
{
    arrays.shareNothing();
    // The connection writes nothing but this, which no file holds.
    const QByteArray quoted = '\'' + QByteArray(table).replace("'", "''") + '\'';
    return database.exec("PRAGMA query_only = 0; CREATE TEMP VIEW " + QByteArray(PayRulesMemo) +
                         " AS SELECT " + quoted + " AS value; PRAGMA query_only = 1");
}

RowReader::RowReader(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

RowReader::~RowReader() = default;

Result<std::unique_ptr<RowReader>> RowReader::open(const QString &path)
{
    Result<Database> database = ChangeFile::openProject(path);
    if (!database)
        return std::unexpected(database.error());
    if (const Result<void> ours = SchemaSteps::check(*database, false); !ours)
        return std::unexpected(ours.error());
    auto priv = std::make_unique<Private>(path);
    priv->database = std::move(*database);
    return std::unique_ptr<RowReader>(new RowReader(std::move(priv)));
}

Result<RowReader *> RowReader::beside()
{
    if (!d->beside) {
        auto opened = open(d->path);
        if (!opened)
            return std::unexpected(opened.error());
        d->beside = std::move(*opened);
    }
    return d->beside.get();
}

Result<bool> RowReader::isOutdated()
{
    const Result<qint64> found = d->database.integer("PRAGMA user_version");
    if (!found)
        return std::unexpected(found.error());
    return *found < SchemaSteps::version();
}

void RowReader::stopOn(std::stop_token stop)
{
    d->database.stopOn(std::move(stop));
}

Result<void> RowReader::keepFewPages()
{
    return d->database.exec("PRAGMA cache_size = -1000");
}

Result<IdVector> RowReader::ids(const RowQuery &query, const FirstRows &first)
{
    // All that is read is of one moment.
    const Result<Transaction> moment = Transaction::begin(d->database, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    return query.sort.isEmpty() ? d->inOrderOfArrival(query, first) : d->sorted(query);
}

Result<IdVector> RowReader::Private::inOrderOfArrival(const RowQuery &query, const FirstRows &first)
{
    if (!query.filter.isEmpty()) {
        const auto known = arrays.recall(database, query);
        if (!known)
            return std::unexpected(known.error());
        if (*known)
            return markedIds(*(*known)->ids, (*known)->among);
    }
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    const Result<bool> isLate = first ? filter->beginsLate(database) : Result<bool>(false);
    if (!isLate)
        return std::unexpected(isLate.error());
    if (!*isLate)
        return idsOf(*filter, filter->orderBy(), {}, first);
    if (const Result<void> told = tellFirst(query, first); !told)
        return std::unexpected(told.error());
    return idsOf(*filter, filter->orderBy(), {});
}

Result<void> RowReader::Private::tellFirst(const RowQuery &query, const FirstRows &first)
{
    const Result<FilterSql> filter = FilterSql::compileForFirst(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement = database.prepare("SELECT row_id FROM " + filter->source() +
                                                   filter->where() + filter->orderBy() + " LIMIT ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(filter->bind(*statement), qint64(LookEvery));
    IdVector ids;
    database.stopAt(std::chrono::steady_clock::now() + Patience);
    const Result<void> all = statement->forEachRow([&] { ids.push_back(statement->integer(0)); });
    database.stopAt({});
    const bool isOverTime = !all && all.error().reason == Reason::Cancelled && !database.isStopped();
    if (!all && !isOverTime)
        return all;
    if (!ids.empty())
        first(std::move(ids));
    return {};
}

Result<IdVector> RowReader::Private::sorted(const RowQuery &query)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database); // finds columns that there are not
    if (!filter)
        return std::unexpected(filter.error());
    std::vector<const table::Column *> columns;
    for (const table::SortKey &key : query.sort)
        columns.push_back(&query.schema->columns[size_t(*query.schema->indexOf(key.column))]);
    const auto selected = arrays.select(database, query, columns);
    if (!selected)
        return std::unexpected(selected.error());
    if (!*selected)
        return idsOf(*filter, filter->orderBy(), {});
    return sortedIds((*selected)->columns, query.sort, (*selected)->among);
}

Result<IdVector> RowReader::firstIds(const RowQuery &query, qint64 limit)
{
    const Result<FilterSql> filter = FilterSql::compile(query, d->database);
    return filter ? d->idsOf(*filter, filter->orderBy() + " LIMIT ?", {limit})
                  : std::unexpected(filter.error());
}

Result<IdVector> RowReader::newIds(const RowQuery &query, qint64 firstId, qint64 lastId)
{
    const Result<FilterSql> filter = FilterSql::compile(query, FilterSql::Among::Few);
    if (!filter)
        return std::unexpected(filter.error());
    const QByteArray among = filter->where().isEmpty() ? " WHERE " : " AND ";
    return d->idsOf(*filter, among + "row_id BETWEEN ? AND ? ORDER BY row_id", {firstId, lastId});
}

Result<IdVector> RowReader::Private::idsOf(const FilterSql &filter, const QByteArray &rest,
                                           std::initializer_list<qint64> operands, const FirstRows &first)
{
    Result<Statement> statement =
        database.prepare("SELECT row_id FROM " + filter.source() + filter.where() + rest);
    if (!statement)
        return std::unexpected(statement.error());
    int next = filter.bind(*statement);
    for (const qint64 operand : operands)
        statement->bind(next++, operand);
    IdVector ids;
    QElapsedTimer time;
    time.start();
    bool isFirstDue = bool(first);
    const Result<void> all = statement->forEachRow([&] {
        ids.push_back(statement->integer(0));
        if (!isFirstDue || ids.size() % LookEvery != 0 ||
            std::chrono::nanoseconds(time.nsecsElapsed()) < Patience)
            return;
        isFirstDue = false;
        first(ids);
    });
    if (!all)
        return std::unexpected(all.error());
    return ids;
}

Result<std::unique_ptr<RowCursor>> RowReader::cursor(const table::Schema &schema, const QList<int> &columns,
                                                     RowCursor::LongTexts longTexts)
{
    return RowCursor::open(d->database, schema, columns.isEmpty() ? allColumns(schema) : columns, longTexts);
}

Result<std::vector<Cells>> RowReader::rows(const table::Schema &schema, std::span<const qint64> ids)
{
    const auto opened = cursor(schema, {});
    if (!opened)
        return std::unexpected(opened.error());
    std::vector<Cells> rows(ids.size(), Cells(schema.columns.size()));
    const Result<void> read = (*opened)->read(ids, [&rows](size_t place, table::CellViews cells) {
        rows[place] = table::toCells(cells);
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return rows;
}

Result<QStringList> RowReader::keys(const table::Schema &schema, std::span<const qint64> ids)
{
    Q_ASSERT(schema.identity == table::Identity::Key);
    const Relation relation(schema);
    Result<Statement> statement =
        d->database.prepare("SELECT " + relation.key() + " FROM " + relation.table() + " WHERE row_id = ?");
    if (!statement)
        return std::unexpected(statement.error());
    QStringList keys;
    for (const qint64 id : ids) {
        statement->bind(1, id);
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        keys.append(*row ? statement->text(0) : QString());
        statement->reset();
    }
    return keys;
}

Result<std::vector<Mark>> RowReader::marks(const table::Schema &schema, std::span<const qint64> ids)
{
    return MarkReader(d->database, schema).ofRows(ids);
}

Result<bool> RowReader::hasMarks(const table::Schema &schema)
{
    return MarkReader(d->database, schema).hasAny();
}

Result<QStringList> RowReader::tags()
{
    return MarkReader::tags(d->database);
}

Result<qint64> RowReader::count(const RowQuery &query)
{
    return d->count(query);
}

Result<qint64> RowReader::Private::count(const RowQuery &query)
{
    const Result<FilterSql> filter = FilterSql::compile(query, database);
    if (!filter)
        return std::unexpected(filter.error());
    Result<Statement> statement =
        database.prepare("SELECT count(*) FROM " + filter->source() + filter->where());
    if (!statement)
        return std::unexpected(statement.error());
    filter->bind(*statement);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0);
}

Result<std::vector<qint64>> RowReader::counts(const RowQuery &query, std::span<const table::Filter> filters)
{
    return d->known(query, filters, &Private::counted);
}

Result<std::vector<qint64>> RowReader::countsInMemory(const RowQuery &query,
                                                      std::span<const table::Filter> filters)
{
    return d->known(query, filters, &Private::countedInMemory);
}

Result<std::vector<qint64>>
RowReader::Private::known(const RowQuery &query, std::span<const table::Filter> filters, Counting countOthers)
{
    const Result<Transaction> moment = Transaction::begin(database, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    std::vector<qint64> result(filters.size());
    QList<table::Filter> unknown;
    std::vector<size_t> places; // of these
    for (size_t i = 0; i < filters.size(); ++i) {
        const auto known = arrays.countOf(database, with(query, filters[i]));
        if (!known)
            return std::unexpected(known.error());
        result[i] = known->value_or(0);
        if (*known)
            continue;
        unknown.append(filters[i]);
        places.push_back(i);
    }
    const Result<std::vector<qint64>> counted = (this->*countOthers)(query, unknown);
    if (!counted)
        return counted;
    for (size_t i = 0; i < places.size(); ++i) {
        result[places[i]] = (*counted)[i];
        arrays.remember(with(query, unknown[qsizetype(i)]), (*counted)[i]);
    }
    return result;
}

Result<std::vector<qint64>> RowReader::Private::counted(const RowQuery &query,
                                                        const QList<table::Filter> &filters)
{
    std::vector<bool> isNarrow;
    for (const table::Filter &filter : filters) {
        const Result<FilterSql> sql = FilterSql::compile(with(query, filter), database);
        if (!sql)
            return std::unexpected(sql.error());
        isNarrow.push_back(sql->isNarrow());
    }
    // Where rows are looked at anyway, most filters cost nothing more.
    const bool areLookedAt = !std::ranges::all_of(isNarrow, std::identity());
    std::vector<qint64> result(isNarrow.size());
    QList<table::Filter> together;
    std::vector<size_t> places; // of these
    for (size_t i = 0; i < result.size(); ++i) {
        const table::Filter &filter = filters[qsizetype(i)];
        if (areLookedAt && (!isNarrow[i] || RowSieve::isByValues(query, filter))) {
            together.append(filter);
            places.push_back(i);
            continue;
        }
        const Result<qint64> one = count(with(query, filter));
        if (!one)
            return std::unexpected(one.error());
        result[i] = *one;
    }
    if (together.isEmpty())
        return result;
    Result<RowSieve> sieve = RowSieve::open(database, query, together);
    if (!sieve)
        return std::unexpected(sieve.error());
    const Result<void> all = sieve->forEachRow([&](qint64) {
        for (size_t i = 0; i < places.size(); ++i)
            result[places[i]] += sieve->passes(i);
    });
    if (!all)
        return std::unexpected(all.error());
    return result;
}

Result<std::vector<qint64>> RowReader::Private::countedInMemory(const RowQuery &query,
                                                                const QList<table::Filter> &filters)
{
    QList<table::Condition> conditions;
    for (const table::Filter &filter : filters)
        conditions += filter.conditions;
    if (const Result<void> learnt = arrays.learn(database, query, conditions); !learnt)
        return std::unexpected(learnt.error());
    std::vector<qint64> result;
    for (const table::Filter &filter : filters) {
        const RowQuery one{query.schema, query.runs, filter, {}};
        const auto rows = arrays.recall(database, one);
        if (!rows)
            return std::unexpected(rows.error());
        const Result<qint64> counted = *rows ? Result<qint64>((*rows)->among.count(true)) : count(one);
        if (!counted)
            return std::unexpected(counted.error());
        result.push_back(*counted);
    }
    return result;
}

Result<QByteArray> RowReader::countsToKeep(RunId run)
{
    auto counts = d->arrays.countsOf(d->database, run);
    if (!counts || !d->beside)
        return counts ? counts->toKeep() : Result<QByteArray>(std::unexpected(counts.error()));
    const auto beside = d->beside->d->arrays.countsOf(d->beside->d->database, run);
    if (!beside)
        return std::unexpected(beside.error());
    if (beside->known.writes != counts->known.writes)
        return QByteArray();
    counts->known.counts.insert(beside->known.counts);
    return counts->toKeep();
}

Result<std::vector<FacetEntry>> RowReader::facet(const RowQuery &query, const QString &column, int limit)
{
    return FacetQuery(d->database, d->arrays).facet(query, column, limit);
}

Result<ColumnStatistics> RowReader::statistics(const RowQuery &query, const QString &column, int buckets)
{
    return FacetQuery(d->database, d->arrays).statistics(query, column, buckets);
}

Result<QHash<QString, QString>> RowReader::memos()
{
    return RunReader(d->database).memos();
}

Result<std::vector<JoinedTable>> RowReader::joinedTables()
{
    return JoinedReader(d->database).tables();
}

Result<std::shared_ptr<const JoinedTable>> RowReader::joinedTable(const QString &name)
{
    return JoinedReader(d->database).table(name);
}

Result<const table::Schema *> RowReader::withJoined(const table::Schema &schema)
{
    const Result<std::vector<JoinedTable>> tables = joinedTables();
    if (!tables)
        return std::unexpected(tables.error());
    return &withTables(schema, *tables);
}

Result<JoinedCount> RowReader::countJoined(const QString &name)
{
    return JoinedReader(d->database).count(name);
}

Result<RowColumns> RowReader::columns(const RowQuery &query, std::span<const table::Column *const> columns)
{
    for (const table::Column *column : columns) {
        if (column->type == table::ColumnType::LongText)
            return fail(Reason::BadValue, column->key);
    }
    const Result<Transaction> moment = Transaction::begin(d->database, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    auto selected = d->arrays.select(d->database, query, columns);
    if (!selected)
        return std::unexpected(selected.error());
    if (!*selected)
        return fail(Reason::TooLarge, columns.front()->key);
    return std::move(**selected);
}

Result<QHash<qint64, qint64>> RowReader::rowsByNumber(RunId run)
{
    return MentionReader(d->database).rowsByNumber(run);
}

Result<void> RowReader::forEachMention(RunId run, const MentionReader::Visit &visit)
{
    return MentionReader(d->database).forEach(run, visit);
}

Result<void> RowReader::readAhead(const RowQuery &query, const QStringList &columns)
{
    std::vector<const table::Column *> wanted;
    for (const QString &key : columns) {
        const std::optional<int> index = query.schema->indexOf(key);
        if (index && !query.schema->columns[size_t(*index)].isStoredLong())
            wanted.push_back(&query.schema->columns[size_t(*index)]);
    }
    const Result<Transaction> moment = Transaction::begin(d->database, Transaction::Mode::Read);
    return moment ? d->arrays.readAhead(d->database, query, wanted) : std::unexpected(moment.error());
}

Result<void> RowReader::usePayRules(const QByteArray &table)
{
    return d->usePayRules(table);
}

Result<std::vector<RunInfo>> RowReader::runs(const std::vector<RunInfo> &known)
{
    return RunReader(d->database).runs(known);
}

Result<WorkCounts> RowReader::workCounts(RunId run, const QString &kindPrefix)
{
    return RunReader(d->database).workCounts(run, kindPrefix);
}

Result<std::vector<WorkFailure>> RowReader::failures(RunId run, int limit)
{
    return RunReader(d->database).failures(run, limit);
}

Result<QByteArrayList> RowReader::keptPlaces(RunId run, qint64 number, int most)
{
    return RunReader(d->database).keptPlaces(run, number, most);
}

Result<QStringList> RowReader::addresses(RunId run, qint64 count)
{
    return RunReader(d->database).addresses(run, count);
}

} // namespace linnet::store

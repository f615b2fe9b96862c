// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/columnstatistics.h"
#include "store/joinedtable.h"
#include "store/mark.h"
#include "store/read/rowcursor.h"
#include "store/rowquery.h"

#include <QHash>
#include <QJsonObject>

#include <functional>
#include <span>
#include <stop_token>

namespace linnet::store {

struct RowColumns;

struct RunInfo
{
    RunId id = 0;
    QString kind;
    QJsonObject params;
    RunState state = RunState::Running;
    QString started; ///< ISO 8601 UTC
    QString ended;   ///< "" while unfinished
    QJsonObject counts;
    qint64 attemptsDropped = 0; ///< request attempts that were over the limit kept per run

    bool operator==(const RunInfo &) const = default;
};

struct WorkCounts
{
    qint64 pending = 0;
    qint64 done = 0;
    qint64 failed = 0;
};

/// A unit that failed, for Problems and the summary.
struct WorkFailure
{
    qint64 id = 0;
    QString url;
    QString kind;
    QString ref;
    int depth = 0;
    Error error;
};

/// A read-only connection to a project. Used by one thread at a time.
class RowReader
{
public:
    /// `path` may be that of a ChangeFile: then the project that it is about is read, which also has the rows
    /// of the file's schema.
    static Result<std::unique_ptr<RowReader>> open(const QString &path);
    /// Another connection to the same project, which lasts as long as this one: for another thread that reads
    /// meanwhile.
    Result<RowReader *> beside();
    /// The file was written by an earlier version of the program: columns may be missing until
    /// Project::open() brings it up to date.
    Result<bool> isOutdated();
    ~RowReader();

    /// What was found by now, when finding all takes longer than people like to wait.
    using FirstRows = std::function<void(IdVector ids)>;
    /// `first` is called at most once, inside the call, and only for rows in order of arrival: any other
    /// order is known when all rows are.
    Result<IdVector> ids(const RowQuery &query, const FirstRows &first = {});
    /// The first of them.
    Result<IdVector> firstIds(const RowQuery &query, qint64 limit);
    /// Those of firstId..lastId that pass the query's filter, in order of arrival.
    Result<IdVector> newIds(const RowQuery &query, qint64 firstId, qint64 lastId);
    /// For many rows, or some of their columns (none = all). One at a time, and nothing else is read
    /// meanwhile.
    Result<std::unique_ptr<RowCursor>> cursor(const table::Schema &schema, const QList<int> &columns,
                                              RowCursor::LongTexts longTexts = RowCursor::LongTexts::Whole);
    /// In the order of the ids; a row that is gone is all nulls.
    Result<std::vector<table::Cells>> rows(const table::Schema &schema, std::span<const qint64> ids);
    /// Their natural keys (table::Identity::Key); "" for a row that is gone.
    Result<QStringList> keys(const table::Schema &schema, std::span<const qint64> ids);
    /// What people said of rows (table::marksOf()), in the order of the ids; of several rows of one ad or
    /// address the first only. A row that is gone has none.
    Result<std::vector<Mark>> marks(const table::Schema &schema, std::span<const qint64> ids);
    /// Anything is marked, in any run.
    Result<bool> hasMarks(const table::Schema &schema);
    /// Tags in use in the project, of rows of any schema: most frequent first.
    Result<QStringList> tags();
    Result<qint64> count(const RowQuery &query);
    /// Of each filter, besides the query's own, all at one moment; rows that no index leads to are looked at
    /// once for all of them, and counts are known until something is written.
    Result<std::vector<qint64>> counts(const RowQuery &query, std::span<const table::Filter> filters);
    /// The same of all rows of some runs. What conditions say of each row that was looked at is kept in
    /// memory, so that the next filters that are made of them cost nothing until something is written.
    Result<std::vector<qint64>> countsInMemory(const RowQuery &query, std::span<const table::Filter> filters);
    /// Most frequent first; at most limit entries, plus one with a null value, always last, when there are
    /// empty cells. Spellings that are equal when folded are one entry. The query's own conditions on the
    /// column are left out.
    Result<std::vector<FacetEntry>> facet(const RowQuery &query, const QString &column, int limit);
    /// Of a numeric column, conditions on the column itself included.
    Result<ColumnStatistics> statistics(const RowQuery &query, const QString &column, int buckets);

    /// Columns of the rows of a query, in memory, in order of arrival; at least one, none of long texts.
    /// TooLarge names a column that does not fit (ColumnArray::MostBytes).
    Result<RowColumns> columns(const RowQuery &query, std::span<const table::Column *const> columns);
    /// For columns that facet(), statistics() or columns() will be asked for one by one, of all rows of the
    /// query's runs: they are read in one look at the rows. Its filter only tells whether that is worth it.
    Result<void> readAhead(const RowQuery &query, const QStringList &columns);
    /// The lines over the built-in rules of pay (comparable::readRuleTable) by which this connection makes
    /// its columns, instead of the project's; to be said once, before anything is read.
    Result<void> usePayRules(const QByteArray &table);

    /// What a run was started with never changes: it is taken over from those `known`.
    Result<std::vector<RunInfo>> runs(const std::vector<RunInfo> &known = {});
    /// What the program remembers with the project (Writer::postMemo()), by key.
    Result<QHash<QString, QString>> memos();
    /// Tables of the user's that are joined to rows, by name, without their rows.
    Result<std::vector<JoinedTable>> joinedTables();
    /// With its rows; null when there is none of that name.
    Result<std::shared_ptr<const JoinedTable>> joinedTable(const QString &name);
    /// BadValue when there is none of that name. Looks at every row.
    Result<JoinedCount> countJoined(const QString &name);
    /// The schema of the same rows with the columns that the project's own tables give them.
    Result<const table::Schema *> withJoined(const table::Schema &schema);
    /// What links what in a crawl, see MentionReader.
    Result<QHash<qint64, qint64>> rowsByNumber(RunId run);
    Result<void> forEachMention(RunId run, const std::function<void(qint64 page, qint64 target)> &visit);
    /// Where pages of crawls lay in the drawn graph (AttachmentWrite::Kind::Places of that number): of the
    /// run first, then of the newest others, at most so many.
    Result<QByteArrayList> keptPlaces(RunId run, qint64 number, int most);
    /// How many rows of the run pass which filters, by what counts() and countsInMemory() found here and
    /// beside(), for the project to keep (AttachmentWrite::Kind::Counts); empty when it has that already, or
    /// rows were written meanwhile.
    Result<QByteArray> countsToKeep(RunId run);
    Result<WorkCounts> workCounts(RunId run, const QString &kindPrefix = {});
    Result<std::vector<WorkFailure>> failures(RunId run, int limit = 100'000);
    /// The first addresses of a crawl, by number.
    Result<QStringList> addresses(RunId run, qint64 count);

    /// From now on questions end with Reason::Cancelled within some 100 ms after a stop is requested, which
    /// any thread may do; a token without a state takes that back.
    void stopOn(std::stop_token stop);

    /// For whoever reads each row once: a megabyte of the file is kept in memory instead of sixteen.
    Result<void> keepFewPages();

private:
    class Private;
    explicit RowReader(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/absences.h"

#include "base/texthash.h"
#include "session/runparams.h"
#include "table/leftoutschema.h"
#include "table/listingschema.h"
#include "vacancies/search/sources.h"

#include <QDateTime>
#include <QHash>
#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <optional>
#include <utility>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using analysis::Absence;
using table::ListingColumn;
using table::VacancyColumn;
using vacancies::Query;

namespace {

constexpr std::array Judged{VacancyColumn::Source, VacancyColumn::Id, VacancyColumn::Query,
                            VacancyColumn::Created, VacancyColumn::Modified};

QString text(const table::CellView &cell)
{
    return table::toText(table::toValue(cell));
}

std::uint64_t keyOf(const QString &source, const QString &id)
{
    const QByteArray key = source.toUtf8() + ':' + id.toUtf8();
    return textHash({key.constData(), size_t(key.size())})[0];
}

/// How far a search was read.
enum class Read : quint8
{
    Whole,
    Capped, ///< to a limit, its own or the source's
    Unknown,
};

/// The lists of a run by source and the words that stand with the search in its rows.
class Listings
{
public:
    static Result<Listings> read(store::RowReader &reader, RunId run)
    {
        Listings result;
        const auto ids = reader.ids({&table::listingSchema(), {run}, {}, {}});
        if (!ids)
            return std::unexpected(ids.error());
        const auto rows = reader.rows(table::listingSchema(), *ids);
        if (!rows)
            return std::unexpected(rows.error());
        for (const table::Cells &row : *rows) {
            const auto cell = [&row](ListingColumn column) {
                return table::toText(row[size_t(std::to_underlying(column))]);
            };
            Read &worst = result.m_read[cell(ListingColumn::Source)][cell(ListingColumn::Query)];
            worst = std::max(worst, readOf(cell(ListingColumn::State)));
        }
        return result;
    }

    /// Of the lists with one of these words; of all of the source when no words are given.
    Read of(const QString &source, const QStringList &words) const
    {
        const auto known = m_read.constFind(source);
        if (known == m_read.constEnd())
            return Read::Unknown;
        std::optional<Read> worst;
        const auto add = [&worst](Read read) { worst = std::max(worst.value_or(Read::Whole), read); };
        if (words.isEmpty())
            std::ranges::for_each(*known, add);
        for (const QString &query : words) {
            if (const auto read = known->constFind(query); read != known->constEnd())
                add(*read);
        }
        return worst.value_or(Read::Unknown);
    }

private:
    static Read readOf(const QString &state)
    {
        if (state == u"complete" || state == u"parts" || state == u"ignored")
            return Read::Whole;
        return state == u"limit" || state == u"too_many" ? Read::Capped : Read::Unknown;
    }

    QHash<QString, QHash<QString, Read>> m_read; ///< a new one is Whole
};

/// The days of ads that a search asked for.
struct Window
{
    std::optional<qint64> from; ///< seconds since 1970
    std::optional<qint64> to;
    bool hasEnded = false; ///< before the search: an ad that its employer renewed has left it

    bool isOpen() const { return !from && !to; }
};

/// One search of the earlier run, as the later run did it.
struct Coverage
{
    Read read = Read::Unknown;
    Window window;
};

// The sources count their days in Moscow.
qint64 startOfDay(const QDate &day)
{
    return QDateTime(day, QTime(0, 0), QTimeZone(3 * 3600)).toSecsSinceEpoch();
}

Window windowOf(const Query &query, qint64 ended)
{
    constexpr qint64 Day = 24 * 3600;
    Window window;
    if (query.period > 0)
        window.from = ended - query.period * Day;
    if (query.dateFrom.isValid())
        window.from = startOfDay(query.dateFrom);
    if (query.dateTo.isValid()) {
        window.to = startOfDay(query.dateTo.addDays(1)) - 1;
        window.hasEnded = *window.to < ended;
    }
    return window;
}

std::vector<Query> queriesOf(const vacancies::SearchSpec::Source &source)
{
    std::vector<Query> queries{source.query};
    queries.insert(queries.end(), source.more.begin(), source.more.end());
    return queries;
}

/// Without the time and the number of ads that it asks for.
Query asked(Query query)
{
    query.period = 0;
    query.dateFrom = {};
    query.dateTo = {};
    query.pages = 0;
    return query;
}

/// The words of a query in the rows that it finds.
QStringList wordsOf(const vacancies::VacancySource &source, const Query &query, const QDate &day)
{
    QStringList words{query.title()};
    for (const Query &part : source.split(query, day))
        words.append(part.title());
    words.removeDuplicates();
    return words;
}

/// What the later run says of the ads that each search of the earlier one found.
class Coverages
{
public:
    void add(const QString &source, const QString &words, const Coverage &coverage)
    {
        const auto known = m_all.find({source, words});
        if (known == m_all.end())
            m_all.insert({source, words}, coverage);
        else if (coverage.read > known->read) // several searches with the same words
            *known = coverage;
    }

    Coverage of(const QString &source, const QString &words) const
    {
        // A source that was asked once needs no words, which are in the language of that day.
        return m_all.value({source, words}, m_all.value({source, QString()}));
    }

private:
    QHash<std::pair<QString, QString>, Coverage> m_all;
};

qint64 endOf(const store::RunInfo &run)
{
    const QDateTime ended = QDateTime::fromString(run.ended, Qt::ISODate);
    return ended.isValid() ? ended.toSecsSinceEpoch() : QDateTime::currentSecsSinceEpoch();
}

Coverages coveragesOf(const vacancies::SearchSpec &older, const vacancies::SearchSpec &newer,
                      const Listings &listings, qint64 ended)
{
    Coverages result;
    for (const vacancies::SearchSpec::Source &before : older.sources) {
        const auto now = std::ranges::find(newer.sources, before.id, &vacancies::SearchSpec::Source::id);
        const vacancies::VacancySource *source = vacancies::sourceById(before.id);
        if (!source || now == newer.sources.end())
            continue;
        const std::vector<Query> queries = queriesOf(before);
        const std::vector<Query> again = queriesOf(*now);
        for (const Query &query : queries) {
            const auto same = std::ranges::find(again, asked(query), asked);
            Coverage coverage;
            if (same != again.end()) {
                const QStringList words =
                    again.size() == 1 ? QStringList() : wordsOf(*source, *same, newer.day);
                coverage.read = listings.of(before.id, words);
                const std::vector<Query> parts = source->split(*same, newer.day);
                coverage.window = windowOf(parts.empty() ? *same : parts.front(), ended);
            }
            if (queries.size() == 1) {
                result.add(before.id, QString(), coverage);
                continue;
            }
            for (const QString &words : wordsOf(*source, query, older.day))
                result.add(before.id, words, coverage);
        }
    }
    return result;
}

/// Of the same list each query was asked again, so that its own lists say how far.
Coverage coverageInList(const vacancies::SearchSpec &newer, const Listings &listings, qint64 ended,
                        const QString &id, const QString &words)
{
    const auto asked = std::ranges::find(newer.sources, id, &vacancies::SearchSpec::Source::id);
    const vacancies::VacancySource *source = vacancies::sourceById(id);
    if (!source || asked == newer.sources.end())
        return {};
    const std::vector<Query> parts = source->split(asked->query, newer.day);
    return {listings.of(id, {words}), windowOf(parts.empty() ? asked->query : parts.front(), ended)};
}

bool askSameList(const vacancies::SearchSpec &older, const vacancies::SearchSpec &newer)
{
    const auto rest = [](const vacancies::SearchSpec &spec) {
        std::vector<std::pair<QString, Query>> sources;
        for (const vacancies::SearchSpec::Source &source : spec.sources)
            sources.emplace_back(source.id, asked(source.query));
        return sources;
    };
    return older.list == newer.list && rest(older) == rest(newer);
}

Result<QSet<std::uint64_t>> leftOutOf(store::RowReader &reader, RunId run)
{
    QSet<std::uint64_t> result;
    const auto ids = reader.ids({&table::leftOutSchema(), {run}, {}, {}});
    if (!ids)
        return std::unexpected(ids.error());
    const auto cursor = reader.cursor(table::leftOutSchema(), {std::to_underlying(VacancyColumn::Source),
                                                               std::to_underlying(VacancyColumn::Id)});
    if (!cursor)
        return std::unexpected(cursor.error());
    const Result<void> read = (*cursor)->read(*ids, [&result](size_t, table::CellViews cells) {
        result.insert(keyOf(text(cells[0]), text(cells[1])));
        return true;
    });
    if (!read)
        return std::unexpected(read.error());
    return result;
}

Absence absenceOf(const Coverage &coverage, const vacancies::VacancySource *source,
                  const vacancies::Vacancy &ad)
{
    if (!source || coverage.read == Read::Unknown)
        return Absence::NotSeen;
    const Window &window = coverage.window;
    if (!window.isOpen()) {
        const std::optional<qint64> time = source->windowTime(ad);
        if (!time)
            return Absence::NotSeen;
        if ((window.from && *time < *window.from) || (window.to && *time > *window.to))
            return Absence::OutOfWindow;
    }
    if (coverage.read == Read::Capped)
        return Absence::OutOfWindow;
    return window.hasEnded ? Absence::NotSeen : Absence::Gone;
}

/// Files are as complete as they are, and the same files are the same question.
Absences ofImports(const ComparedRuns &runs, const imports::ImportSpec &older,
                   const imports::ImportSpec &newer, qint64 failed)
{
    const bool isWhole = isComplete(runs.newer) && failed == 0 && older.title() == newer.title();
    const Absence absence = isWhole ? Absence::Gone : Absence::NotSeen;
    return {{0}, [absence](table::CellViews) { return absence; }};
}

} // namespace

Result<Absences> vacancyAbsences(store::RowReader &reader, const ComparedRuns &runs)
{
    const bool areImports =
        runs.older.params.contains(runparam::Import) && runs.newer.params.contains(runparam::Import);
    if (areImports) {
        const auto older = RunParams::import(runs.older.params);
        const auto newer = RunParams::import(runs.newer.params);
        const auto work = reader.workCounts(runs.newer.id);
        if (!work)
            return std::unexpected(work.error());
        if (older && newer)
            return ofImports(runs, *older, *newer, work->failed);
    }
    const auto older = RunParams::search(runs.older.params);
    const auto newer = RunParams::search(runs.newer.params);
    if (!older || !newer) // a search and an import
        return Absences{{0}, [](table::CellViews) { return Absence::NotSeen; }};
    const auto listings = Listings::read(reader, runs.newer.id);
    const auto leftOut = leftOutOf(reader, runs.newer.id);
    if (!listings || !leftOut)
        return std::unexpected(listings ? leftOut.error() : listings.error());
    QList<int> columns;
    for (const VacancyColumn column : Judged)
        columns.append(std::to_underlying(column));
    const bool areLists = older->list || newer->list;
    const bool isSameList = areLists && askSameList(*older, *newer);
    const qint64 ended = endOf(runs.newer);
    const auto coverageOf = [areLists, isSameList, ended, spec = *newer, lists = *listings,
                             coverages =
                                 areLists ? Coverages() : coveragesOf(*older, *newer, *listings, ended)](
                                const QString &source, const QString &words) {
        if (!areLists)
            return coverages.of(source, words);
        return isSameList ? coverageInList(spec, lists, ended, source, words) : Coverage();
    };
    const auto judge = [coverageOf, leftOut = *leftOut](table::CellViews cells) {
        const QString source = text(cells[0]);
        // It is there, but does not fit any more.
        if (leftOut.contains(keyOf(source, text(cells[1]))))
            return Absence::OutOfWindow;
        vacancies::Vacancy ad;
        ad.created = text(cells[3]);
        ad.modified = text(cells[4]);
        return absenceOf(coverageOf(source, text(cells[2])), vacancies::sourceById(source), ad);
    };
    return Absences{columns, judge};
}

} // namespace linnet::session

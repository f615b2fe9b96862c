// SPDX-License-Identifier: GPL-3.0-or-later
// How fast rows go through the Writer, against plain SQLite inserts of the same rows in one transaction, both
// until the file is closed and all of it stands there; and how long typical questions to a large table take,
// among them those to a crawl with ten links a page.
//
// bench_store [scale] [which]: all, or only what is written of rows that are "narrow", "wide" or "full".
#include "support/crawlrows.h"

#include "store/project/project.h"
#include "store/project/worklist.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <QThread>

#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace linnet;
using namespace linnet::store;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using C = VacancyColumn;

namespace {

constexpr int RowsPerUnit = 20;

Cells narrowRow(int i)
{
    Cells cells(vacancySchema().columns.size());
    cells[size_t(C::Url)] = u"https://site%1.example/some/path/page%2.html"_s.arg(i % 97).arg(i);
    cells[size_t(C::Vacancy)] = u"Ведущий аналитик %1"_s.arg(i);
    cells[size_t(C::SalaryFrom)] = i * 0.5;
    cells[size_t(C::State)] = u"listed"_s;
    return cells;
}

Cells wideRow(int i)
{
    Cells cells = narrowRow(i);
    for (const C column : {C::Created, C::Experience, C::Schedule, C::Employer, C::Area, C::AlternateUrl,
                           C::Employment, C::WorkFormat, C::ProfessionalRoles, C::Address, C::EmployerId,
                           C::Source, C::Id, C::FetchedAt, C::Query})
        cells[size_t(column)] = u"значение %1"_s.arg((i * 7919 + int(column)) % 5000);
    cells[size_t(C::Skills)] = u"SQL;Python;Power BI;навык %1"_s.arg(i % 300);
    cells[size_t(C::Description)] =
        u"Обязанности: анализ данных и отчёты. "_s.repeated(60) + QString::number(i);
    return cells;
}

/// Every cell filled, and a text of one to ten kilobytes.
Cells fullRow(int i)
{
    Cells cells = wideRow(i);
    for (size_t column = 0; column < cells.size(); ++column) {
        if (!isNull(cells[column]))
            continue;
        switch (vacancySchema().columns[column].type) {
        case ColumnType::Integer:
            cells[column] = qint64(i % 1000);
            break;
        case ColumnType::Real:
            cells[column] = i * 0.25;
            break;
        case ColumnType::Bool:
            cells[column] = i % 2 == 0;
            break;
        default:
            cells[column] = u"значение %1"_s.arg((i * 7919 + int(column)) % 5000);
        }
    }
    cells[size_t(C::Description)] =
        u"Обязанности: анализ данных и отчёты. "_s.repeated(15 + i * 37 % 135) + QString::number(i);
    return cells;
}

std::vector<Unit> unitsOf(RunId run, int rows, Cells (*make)(int))
{
    std::vector<Unit> units;
    for (int i = 0; i < rows; ++i) {
        if (i % RowsPerUnit == 0) {
            units.emplace_back();
            units.back().run = run;
        }
        units.back().rows.push_back({&vacancySchema(), u"hh:%1"_s.arg(i), make(i), RowMode::Keep});
    }
    return units;
}

void flush(Writer &writer)
{
    QEventLoop loop;
    writer.flush(&loop, [&](const Result<void> &) { loop.quit(); });
    loop.exec();
}

/// What a way of writing took.
struct Cost
{
    double seconds = 0;
    double processor = 0; ///< seconds of it, of all threads

    static Cost of(const auto &work)
    {
        QElapsedTimer time;
        time.start();
        const std::clock_t before = std::clock();
        work();
        return {double(time.nsecsElapsed()) / 1e9, double(std::clock() - before) / CLOCKS_PER_SEC};
    }
};

void write(Writer &writer, std::vector<Unit> units)
{
    QEventLoop untilReady;
    QObject::connect(&writer, &Writer::ready, &untilReady, &QEventLoop::quit);
    for (Unit &unit : units) {
        if (writer.isBusy())
            untilReady.exec();
        writer.post(std::move(unit));
    }
    flush(writer);
}

Cost throughWriter(const QString &path, int rows, Cells (*make)(int))
{
    const Result<std::unique_ptr<Project>> project = Project::open(path);
    if (!project)
        return {};
    std::vector<Unit> units = unitsOf((*project)->writer().postRun(u"bench"_s, {}), rows, make);
    flush((*project)->writer());
    return Cost::of([&] {
        write((*project)->writer(), std::move(units));
        (void)(*project)->close();
    });
}

/// The same rows with the bare C interface: one prepared statement, one transaction, nothing else in the
/// program.
Cost plainInserts(const QString &path, int rows, Cells (*make)(int))
{
    const size_t columns = vacancySchema().columns.size();
    sqlite3 *db = nullptr;
    sqlite3_open(path.toUtf8().constData(), &db);
    QByteArray create =
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 0;"
        "CREATE TABLE v (id INTEGER PRIMARY KEY, run INTEGER, key TEXT";
    QByteArray insert = "INSERT INTO v VALUES (?, 1, ?";
    for (size_t i = 0; i < columns; ++i) {
        create += ", c" + QByteArray::number(qulonglong(i));
        insert += ", ?";
    }
    sqlite3_exec(db, (create + ", UNIQUE (run, key))").constData(), nullptr, nullptr, nullptr);
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(db, (insert + ')').constData(), -1, &statement, nullptr);
    std::vector<Unit> units = unitsOf(1, rows, make);
    const auto add = [&](const RowWrite &row) {
        const auto bind = [&](int index, const QString &text) {
            sqlite3_bind_text16(statement, index, text.utf16(), int(text.size() * 2), SQLITE_STATIC);
        };
        bind(2, row.key);
        for (size_t i = 0; i < columns; ++i) {
            const int index = int(i) + 3;
            const Value &value = row.cells[i];
            if (const auto *text = std::get_if<QString>(&value))
                bind(index, *text);
            else if (const auto *number = std::get_if<double>(&value))
                sqlite3_bind_double(statement, index, *number);
            else if (const auto *whole = std::get_if<qint64>(&value))
                sqlite3_bind_int64(statement, index, *whole);
            else if (const auto *yes = std::get_if<bool>(&value))
                sqlite3_bind_int64(statement, index, *yes);
            else
                sqlite3_bind_null(statement, index);
        }
        sqlite3_step(statement);
        sqlite3_reset(statement);
    };
    return Cost::of([&] {
        sqlite3_exec(db, "BEGIN", nullptr, nullptr, nullptr);
        for (Unit &unit : units) {
            std::ranges::for_each(unit.rows, add);
            unit = {}; // rows that are written are gone, as those that the writer got
        }
        sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr);
        sqlite3_finalize(statement);
        sqlite3_close(db);
    });
}

/// Turn by turn, because other work of the computer slows now one of them, now the other; the ratio in the
/// middle counts.
void compare(const char *name, int rows, Cells (*make)(int))
{
    constexpr int Turns = 5;
    std::vector<double> onClock;
    std::vector<double> ofProcessor;
    double fastest = 0;
    for (int turn = 0; turn < Turns; ++turn) {
        const QTemporaryDir folder;
        const Cost plain = plainInserts(folder.filePath(u"plain.db"_s), rows, make);
        const Cost written = throughWriter(folder.filePath(u"bench.linnet"_s), rows, make);
        onClock.push_back(plain.seconds / written.seconds);
        ofProcessor.push_back(plain.processor / written.processor);
        fastest = std::max(fastest, rows / written.seconds);
    }
    std::ranges::sort(onClock);
    std::ranges::sort(ofProcessor);
    std::printf("%-6s rows: up to %7.0f /s through the writer, %.2f of plain inserts (%.2f to %.2f), %.2f by "
                "time of the processor\n",
                name, fastest, onClock[Turns / 2], onClock.front(), onClock.back(), ofProcessor[Turns / 2]);
}

void ask(const char *name, const auto &question)
{
    QElapsedTimer time;
    time.start();
    const bool ok = question();
    std::printf("  %-40s %8.1f ms%s\n", name, double(time.nsecsElapsed()) / 1e6, ok ? "" : "  FAILED");
}

void questions(int rows)
{
    const QTemporaryDir folder;
    const Result<std::unique_ptr<Project>> project = Project::open(folder.filePath(u"bench.linnet"_s));
    if (!project)
        return;
    Writer &writer = (*project)->writer();
    write(writer, unitsOf(writer.postRun(u"bench"_s, {}), rows, wideRow));
    const Result<std::unique_ptr<RowReader>> opened = (*project)->reader();
    if (!opened)
        return;
    RowReader &reader = **opened;
    std::printf("questions to %d vacancies:\n", rows);
    RowQuery all;
    all.schema = &vacancySchema();
    all.runs = {1};
    const auto with = [&](Condition condition, Sort sort = {}) {
        RowQuery query = all;
        if (condition.op != FilterOp::Empty)
            query.filter.conditions = {std::move(condition)};
        query.sort = std::move(sort);
        return query;
    };
    const Condition none{{}, FilterOp::Empty, {}, false};
    IdVector ids;
    ask("ids, as they came", [&] { return bool(reader.ids(all)); });
    ask("ids, sorted by name", [&] {
        ids = reader.ids(with(none, {{u"vacancy"_s, true}})).value_or(IdVector());
        return !ids.empty();
    });
    ask("ids, sorted by salary", [&] { return bool(reader.ids(with(none, {{u"salary_from"_s, true}}))); });
    ask("ids, name contains", [&] {
        return bool(reader.ids(with({u"vacancy"_s, FilterOp::Contains, {u"АНАЛИТИК 77"_s}, false})));
    });
    ask("ids, any text contains", [&] {
        return bool(reader.ids(with({QString(), FilterOp::Contains, {u"нигде такого нет"_s}, false})));
    });
    ask("ids, skill is one of", [&] {
        return bool(reader.ids(with({u"skills"_s, FilterOp::OneOf, {u"навык 5"_s, u"навык 6"_s}, false})));
    });
    ask("count", [&] { return bool(reader.count(all)); });
    ask("facet of an area", [&] { return bool(reader.facet(all, u"area"_s, 50)); });
    ask("facet of skills", [&] { return bool(reader.facet(all, u"skills"_s, 50)); });
    ask("statistics of the salary", [&] { return bool(reader.statistics(all, u"salary_from"_s, 20)); });
    ask("page of 256 rows in any order", [&] {
        return !ids.empty() &&
               reader.rows(vacancySchema(), std::span(ids).subspan(ids.size() / 2, 256)).has_value();
    });
}

void backlog(int urls)
{
    const QTemporaryDir folder;
    const Result<std::unique_ptr<Project>> project = Project::open(folder.filePath(u"bench.linnet"_s));
    if (!project)
        return;
    Writer &writer = (*project)->writer();
    const RunId run = writer.postRun(u"bench"_s, {});
    for (int from = 0; from < urls; from += 1000) {
        Unit unit;
        unit.run = run;
        for (int i = from; i < from + 1000; ++i)
            unit.newWork.push_back({u"https://host%1.example/page%2"_s.arg(i % 50).arg(i),
                                    u"page"_s,
                                    u"host%1.example"_s.arg(i % 50),
                                    {},
                                    1});
        while (writer.isBusy())
            QThread::usleep(200);
        writer.post(std::move(unit));
    }
    flush(writer);
    std::printf("backlog of %d addresses at 50 hosts:\n", urls);
    std::unique_ptr<WorkList> list;
    ask("made for a run that goes on", [&] {
        list = std::make_unique<WorkList>(**project, run);
        return list->pending() == urls;
    });
    double longest = 0;
    QElapsedTimer time;
    for (int i = 0; i < 2000; ++i) {
        time.start();
        if (!list->take(u"page"_s, u"host%1.example"_s.arg(i % 50), 12))
            return;
        longest = std::max(longest, double(time.nsecsElapsed()) / 1e6);
    }
    std::printf("  %-40s %8.3f ms\n", "longest of 2000 take() of 12", longest);
}

Unit crawledPage(RunId run, qint64 number, qint64 pages)
{
    test::CrawlRows rows(run);
    rows.address(number, "https://site.example/some/path/page" + QByteArray::number(number) + ".html");
    using P = PageColumn;
    rows.page(number, number % 100 == 7 ? 404 : 200,
              {{P::Type, u"text/html"_s},
               {P::Title, u"Title %1"_s.arg(number / 2)},
               {P::MetaDescription, u"The same everywhere"_s},
               {P::Hash, QString::number(number, 16)},
               {P::Seconds, 0.25},
               {P::Verdict, number % 100 == 7 ? Value(u"broken"_s) : Value()}});
    for (int i = 0; i < 10; ++i)
        rows.link(number, i < 2 ? i + 1 : (number * 7919 + i * 104729) % pages + 1, "a"_L1,
                  {{LinkColumn::Anchor, u"link %1"_s.arg(i)}, {LinkColumn::Line, qint64(i * 3)}});
    return rows.take();
}

double writeCrawl(Writer &writer, RunId run, int pages)
{
    qint64 writing = 0;
    std::vector<Unit> units;
    for (qint64 number = 1; number <= pages; ++number) {
        units.push_back(crawledPage(run, number, pages));
        if (units.size() < 1000 && number < pages)
            continue;
        QElapsedTimer posting;
        posting.start();
        for (Unit &unit : units) {
            while (writer.isBusy())
                QThread::usleep(200);
            writer.post(std::move(unit));
        }
        units.clear();
        flush(writer);
        writing += posting.nsecsElapsed();
    }
    return 11.0 * pages / (double(writing) / 1e9);
}

void crawl(int pages)
{
    const QTemporaryDir folder;
    const Result<std::unique_ptr<Project>> project = Project::open(folder.filePath(u"bench.linnet"_s));
    if (!project)
        return;
    const RunId run = (*project)->writer().postRun(u"bench"_s, {});
    std::printf("crawl of %d pages with 10 links: %.0f rows/s\n", pages,
                writeCrawl((*project)->writer(), run, pages));
    const Result<std::unique_ptr<RowReader>> opened = (*project)->reader();
    if (!opened)
        return;
    RowReader &reader = **opened;
    const auto of = [&](const Schema &schema, QList<Condition> conditions, Sort sort = {}) {
        return RowQuery{&schema, {run}, {std::move(conditions)}, std::move(sort)};
    };
    const auto answers = [&](const RowQuery &query) { return bool(reader.ids(query)); };
    const Schema &page = pageSchema();
    const Schema &link = linkSchema();
    const QString some = u"https://site.example/some/path/page77.html"_s;
    ask("pages, as they came", [&] { return answers(of(page, {})); });
    ask("pages, sorted by links in", [&] { return answers(of(page, {}, {{u"inlinks"_s, true}})); });
    ask("pages, sorted by address", [&] { return answers(of(page, {}, {{u"url"_s, false}})); });
    ask("pages with a twin", [&] {
        return answers(of(page, {{u"same_title"_s, FilterOp::Greater, {qint64(0)}, false}}));
    });
    ask("pages without links in", [&] {
        return answers(of(page, {{u"inlinks"_s, FilterOp::Equals, {qint64(0)}, false}}));
    });
    ask("links, as they came", [&] { return answers(of(link, {})); });
    ask("links from a page", [&] {
        return answers(of(link, {{u"source_url"_s, FilterOp::Equals, {some}, false}}));
    });
    ask("links to a page", [&] {
        return answers(of(link, {{u"parsed_url"_s, FilterOp::Equals, {some}, false}}));
    });
    ask("broken links", [&] {
        return answers(of(link, {{u"target_verdict"_s, FilterOp::Equals, {u"broken"_s}, false}}));
    });
    ask("links whose anchor contains", [&] {
        return answers(of(link, {{u"anchor"_s, FilterOp::Contains, {u"LINK 7"_s}, false}}));
    });
    ask("links, sorted by target", [&] { return answers(of(link, {}, {{u"parsed_url"_s, false}})); });
    ask("links, sorted by status", [&] { return answers(of(link, {}, {{u"target_status"_s, false}})); });
    ask("facet of the targets' verdict",
        [&] { return bool(reader.facet(of(link, {}), u"target_verdict"_s, 20)); });
    ask("facet of the element", [&] { return bool(reader.facet(of(link, {}), u"element"_s, 20)); });
    const IdVector ids = reader.ids(of(page, {}, {{u"inlinks"_s, true}})).value_or(IdVector());
    ask("page of 256 rows with most links in",
        [&] { return bool(reader.rows(page, std::span(ids).first(256))); });
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const int scale = argc > 1 ? std::max(1, QByteArray(argv[1]).toInt()) : 1;
    const QByteArray which = argc > 2 ? argv[2] : "";
    struct Table
    {
        const char *name;
        int rows;
        Cells (*make)(int);
    };
    for (const Table &table : {Table{"narrow", 300'000, narrowRow}, Table{"wide", 30'000, wideRow},
                               Table{"full", 30'000, fullRow}}) {
        if (which.isEmpty() || which == table.name)
            compare(table.name, table.rows * scale, table.make);
    }
    if (!which.isEmpty())
        return 0;
    questions(100'000 * scale);
    backlog(200'000);
    crawl(200'000 * scale);
    return 0;
}

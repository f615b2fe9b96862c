// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/requestspec.h"
#include "session/changes/runchanges.h"
#include "session/runparams.h"
#include "support/crawlrows.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/changes/changeschema.h"
#include "table/checkschema.h"
#include "table/filterparser.h"
#include "table/leftoutschema.h"
#include "table/listingschema.h"
#include "table/proxyschema.h"

#include <QJsonDocument>
#include <QTest>
#include <QtConcurrentRun>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using C = table::VacancyColumn;

/// What is said of rows of two runs, case by case.
class TestRunChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_project = std::make_unique<TempProject>(); }
    void cleanup() { m_project.reset(); }
    void whatCounts();
    void detailsThatWereNotRead();
    void closedAndOpen();
    void jobsWithSeveralNumbers();
    void leftOutIsNotGone();
    void parts_data();
    void parts();
    void endOfTheDays();
    void imports();
    void emptyRuns();
    void checks();
    void proxies();
    void movedSite();
    void removedMeanwhile();
    void stops();
    void readAsATable();
    void agesOverAllRuns();

private:
    using Cells = std::initializer_list<VacancyCell>;
    struct Ad
    {
        QString id;
        std::vector<VacancyCell> cells = {};
    };
    RunId search(const std::vector<Ad> &ads, const QString &state = u"complete"_s,
                 vacancies::Query query = {}, store::RunState end = store::RunState::Finished);
    void post(store::Unit unit);
    Result<std::shared_ptr<const session::RunChanges>> find(RunId older = 1, RunId newer = 2) const;
    /// "1 new, 2 changed salary_from;salary_to" by number of the ad or address.
    QStringList changes(RunId older = 1, RunId newer = 2) const;

    std::unique_ptr<TempProject> m_project;
};

void TestRunChanges::post(store::Unit unit)
{
    m_project->writer().post(std::move(unit));
    QVERIFY(m_project->flush());
}

RunId TestRunChanges::search(const std::vector<Ad> &ads, const QString &state, vacancies::Query query,
                             store::RunState end)
{
    query.pages = 0;
    vacancies::SearchSpec spec;
    spec.sources = {{u"hh"_s, query, {}, {}}};
    const session::RunParams params = session::RunParams::of(spec, jobs::RequestSpec());
    store::Unit unit;
    unit.run = m_project->writer().postRun(params.kind, params.params);
    for (const Ad &ad : ads) {
        store::RowWrite row = vacancyRow(u"hh:"_s + ad.id, {{C::Vacancy, u"Analyst"_s},
                                                            {C::Source, u"hh"_s},
                                                            {C::Id, ad.id},
                                                            {C::Query, query.title()},
                                                            {C::Created, u"2026-11-20T10:00:00+0300"_s},
                                                            {C::State, u"complete"_s}});
        for (const VacancyCell &cell : ad.cells)
            row.cells[size_t(cell.column)] = cell.value;
        unit.rows.push_back(std::move(row));
    }
    using L = table::ListingColumn;
    table::Cells listing(table::listingSchema().columns.size());
    listing[size_t(L::Source)] = u"hh"_s;
    listing[size_t(L::Query)] = query.title();
    listing[size_t(L::State)] = state;
    unit.rows.push_back({&table::listingSchema(), u"0"_s, std::move(listing), store::RowMode::Replace});
    unit.state = end;
    const RunId run = unit.run;
    post(std::move(unit));
    return run;
}

Result<std::shared_ptr<const session::RunChanges>> TestRunChanges::find(RunId older, RunId newer) const
{
    const auto reader = m_project->reader();
    const auto runs = session::chooseRuns(*reader, u"%1,%2"_s.arg(older).arg(newer), nullptr);
    if (!runs)
        return std::unexpected(runs.error());
    analysis::ComparisonProgress progress;
    return session::RunChanges::find(m_project->path(), *runs, {}, progress, {});
}

QStringList TestRunChanges::changes(RunId older, RunId newer) const
{
    const auto found = find(older, newer);
    if (!found)
        return {found.error().detail};
    const table::Schema &schema = (*found)->schema();
    const auto reader = store::RowReader::open((*found)->path());
    if (!reader)
        return {reader.error().detail};
    const auto ids = (*reader)->ids({&schema, {}, {}, {}});
    const auto rows = ids ? (*reader)->rows(schema, *ids) : std::unexpected(ids.error());
    if (!rows)
        return {rows.error().detail};
    QStringList result;
    const QString name = schema.indexOf(u"id") ? u"id"_s : schema.indexOf(u"proxy") ? u"proxy"_s : u"url"_s;
    for (const table::Cells &row : *rows) {
        const auto cell = [&](QStringView key) { return table::toText(row[size_t(*schema.indexOf(key))]); };
        result.append((cell(name) + u' ' + cell(u"change") + u' ' + cell(u"fields")).trimmed());
    }
    result.sort();
    return result;
}

void TestRunChanges::whatCounts()
{
    search({{u"1"_s, {{C::SalaryFrom, 100'000.0}, {C::Skills, u"SQL;Excel"_s}}},
            {u"2"_s, {{C::Created, u"2026-11-01T10:00:00+0300"_s}, {C::GroupSize, qint64(2)}}},
            {u"3"_s, {{C::Employer, u""_s}}},
            {u"4"_s, {{C::Description, u"long "_s.repeated(200)}, {C::Currency, u"RUR"_s}}}});
    search({{u"1"_s, {{C::SalaryFrom, 120'000.0}, {C::Skills, u"Excel;SQL"_s}}},
            {u"2"_s, {{C::Created, u"2026-11-27T10:00:00+0300"_s}, {C::GroupSize, qint64(3)}}},
            {u"3"_s},
            {u"4"_s, {{C::Description, u"long "_s.repeated(201)}}}});
    // Lists in another order, dates that were renewed, nothing instead of an empty text: no change.
    QCOMPARE(changes(), (QStringList{u"1 changed salary_from"_s, u"4 changed currency;description"_s}));
    const auto found = find();
    QVERIFY(found);
    QCOMPARE((*found)->counts().pay, qint64(2));
    const auto reader = store::RowReader::open((*found)->path());
    const table::Condition of4{u"id"_s, table::FilterOp::Equals, {u"4"_s}, false};
    const auto ids = (*reader)->ids({&(*found)->schema(), {}, {{of4}}, {}});
    const auto rows = (*reader)->rows((*found)->schema(), *ids);
    const QJsonObject was =
        QJsonDocument::fromJson(table::toText(rows->front()[int(table::ChangeColumn::Was)]).toUtf8())
            .object();
    QCOMPARE(was[u"description"_s].toString(), u"long "_s.repeated(200));
    QCOMPARE(was[u"currency"_s].toString(), u"RUR"_s);
}

void TestRunChanges::detailsThatWereNotRead()
{
    search({{u"1"_s, {{C::Description, u"All of it"_s}, {C::Skills, u"SQL"_s}, {C::SalaryFrom, 1.0}}},
            {u"2"_s, {{C::Description, u"All of it"_s}}}});
    search({{u"1"_s, {{C::State, u"listed"_s}, {C::Description, u"All…"_s}, {C::SalaryFrom, 2.0}}},
            {u"2"_s, {{C::State, u"failed"_s}}}});
    QCOMPARE(changes(), QStringList{u"1 changed salary_from"_s});
}

void TestRunChanges::closedAndOpen()
{
    const std::vector<VacancyCell> closed{{C::Archived, true}};
    search({{u"1"_s, closed}, {u"2"_s}, {u"3"_s, closed}, {u"4"_s, closed}, {u"5"_s}});
    search({{u"1"_s, {{C::SalaryTo, 5.0}}},
            {u"2"_s, closed},
            {u"3"_s, {{C::Archived, true}, {C::SalaryTo, 5.0}}},
            {u"5"_s, {{C::State, u"gone"_s}}},
            {u"6"_s, closed}});
    QCOMPARE(changes(), (QStringList{u"1 reopened salary_to"_s, u"2 gone"_s, u"5 gone"_s}));
}

void TestRunChanges::jobsWithSeveralNumbers()
{
    const auto job = [](qint64 number) { return std::vector<VacancyCell>{{C::Group, number}}; };
    search({{u"1"_s, job(7)},
            {u"2"_s, job(8)},
            {u"3"_s, {{C::Group, qint64(9)}, {C::Archived, true}}},
            {u"4"_s}});
    search({{u"2"_s, job(8)},
            {u"11"_s, job(7)},
            {u"12"_s, job(8)},
            {u"13"_s, job(9)},
            {u"14"_s, job(10)},
            {u"17"_s, job(7)}});
    // The job of 1 goes on under 11; of a second new number of the job nobody knows more than that it is new.
    QCOMPARE(changes(), (QStringList{u"11 reposted id"_s, u"12 doubled id"_s, u"13 reposted id"_s,
                                     u"14 new"_s, u"17 new"_s, u"4 gone"_s}));
}

void TestRunChanges::leftOutIsNotGone()
{
    search({{u"1"_s}, {u"2"_s}});
    const RunId newer = search({});
    store::Unit unit;
    unit.run = newer;
    table::Cells cells = vacancyCells({{C::Source, u"hh"_s}, {C::Id, u"1"_s}});
    cells.emplace_back(u"salary"_s);
    unit.rows.push_back({&table::leftOutSchema(), u"hh:1"_s, std::move(cells), store::RowMode::Keep});
    post(std::move(unit));
    QCOMPARE(changes(), (QStringList{u"1 out_of_window"_s, u"2 gone"_s}));
}

void TestRunChanges::parts_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("change");
    for (const char *state : {"complete", "parts", "ignored"})
        QTest::newRow(state) << QString::fromLatin1(state) << u"gone"_s;
    for (const char *state : {"limit", "too_many"})
        QTest::newRow(state) << QString::fromLatin1(state) << u"out_of_window"_s;
    for (const char *state : {"fewer", "failed", "waiting", "counted"})
        QTest::newRow(state) << QString::fromLatin1(state) << u"not_seen"_s;
}

void TestRunChanges::parts()
{
    QFETCH(const QString, state);
    QFETCH(const QString, change);
    search({{u"1"_s}});
    search({}, state);
    QCOMPARE(changes(), QStringList{u"1 "_s + change});
}

void TestRunChanges::endOfTheDays()
{
    vacancies::Query days;
    days.dateFrom = QDate(2026, 11, 10);
    days.dateTo = QDate(2026, 11, 25);
    const auto on = [](const char *day) {
        return std::vector<VacancyCell>{{C::Created, QString::fromLatin1(day) + u"T10:00:00+0300"_s}};
    };
    search({{u"1"_s, on("2026-11-09")}, {u"2"_s, on("2026-11-10")}, {u"3"_s, on("2026-11-26")}});
    search({}, u"complete"_s, days);
    // An ad that was published again after the last day has left the days without being gone.
    QCOMPARE(changes(), (QStringList{u"1 out_of_window"_s, u"2 not_seen"_s, u"3 out_of_window"_s}));
    vacancies::Query open = days;
    open.dateTo = {};
    search({}, u"complete"_s, open);
    QCOMPARE(changes(1, 3), (QStringList{u"1 out_of_window"_s, u"2 gone"_s, u"3 gone"_s}));
}

void TestRunChanges::imports()
{
    const auto import = [this](const QString &file, const QStringList &ids) {
        imports::ImportSpec spec;
        spec.files = {{{}, QUrl(u"https://data.example/"_s + file)}};
        const session::RunParams params = session::RunParams::of(spec, jobs::RequestSpec());
        store::Unit unit;
        unit.run = m_project->writer().postRun(params.kind, params.params);
        for (const QString &id : ids)
            unit.rows.push_back(vacancyRow(
                u"trudvsem:"_s + id, {{C::Source, u"trudvsem"_s}, {C::Id, id}, {C::State, u"complete"_s}}));
        unit.state = store::RunState::Finished;
        post(std::move(unit));
    };
    import(u"all.json"_s, {u"1"_s, u"2"_s});
    import(u"all.json"_s, {u"2"_s, u"3"_s});
    import(u"other.json"_s, {u"2"_s});
    QCOMPARE(changes(1, 2), (QStringList{u"1 gone"_s, u"3 new"_s}));
    QCOMPARE(changes(2, 3), (QStringList{u"3 not_seen"_s}));
    search({{u"9"_s}});
    QCOMPARE(changes(3, 4), (QStringList{u"2 not_seen"_s, u"9 new"_s}));
}

void TestRunChanges::emptyRuns()
{
    search({});
    search({});
    QCOMPARE(changes(), QStringList());
    QCOMPARE(changes(1, 1), QStringList());
    search({{u"1"_s}}, u"complete"_s, {}, store::RunState::Stopped);
    const auto reader = m_project->reader();
    const auto runs = session::chooseRuns(*reader, {}, nullptr);
    QVERIFY(runs);
    QCOMPARE(runs->older.id, RunId(2));
    QCOMPARE(runs->warnings().size(), 1); // the later one was stopped
    QVERIFY(!runs->isNewerWhole);
    QVERIFY(!session::sinceLastTime(*reader, 1)->has_value());
}

namespace {

store::RowWrite checkRow(const QString &key, const QString &url, qint64 status, qint64 round = 0)
{
    using K = table::CheckColumn;
    table::Cells cells(table::checkSchema().columns.size());
    cells[size_t(K::Url)] = url;
    cells[size_t(K::Status)] = status;
    cells[size_t(K::State)] = status < 400 ? u"ok"_s : u"http_error"_s;
    cells[size_t(K::Change)] = u"what a watch says"_s;
    if (round > 0)
        cells[size_t(K::Round)] = round;
    return {&table::checkSchema(), key, std::move(cells)};
}

} // namespace

void TestRunChanges::checks()
{
    const auto check = [this](std::vector<store::RowWrite> rows) {
        const session::RunParams params =
            session::RunParams::of(checks::CheckSpec(), jobs::RequestSpec(), std::vector<store::WorkAdd>());
        store::Unit unit;
        unit.run = m_project->writer().postRun(params.kind, params.params);
        unit.rows = std::move(rows);
        unit.state = store::RunState::Finished;
        post(std::move(unit));
    };
    check({checkRow(u"a"_s, u"http://a/"_s, 200), checkRow(u"b"_s, u"http://b/"_s, 500),
           checkRow(u"c"_s, u"http://c/"_s, 200), checkRow(u"d"_s, u"http://d/"_s, 200)});
    // The last round counts.
    check({checkRow(u"a 1"_s, u"http://a/"_s, 200, 1), checkRow(u"a 2"_s, u"http://a/"_s, 404, 2),
           checkRow(u"b"_s, u"http://b/"_s, 200), checkRow(u"c"_s, u"http://c/"_s, 204),
           checkRow(u"e"_s, u"http://e/"_s, 200)});
    QCOMPARE(changes(),
             (QStringList{u"http://a/ broken status"_s, u"http://b/ mended status"_s,
                          u"http://c/ changed status"_s, u"http://d/ out_of_window"_s, u"http://e/ new"_s}));
}

void TestRunChanges::proxies()
{
    using P = table::ProxyColumn;
    const auto test = [this](const QList<QPair<QString, QString>> &proxies) {
        const session::RunParams params = session::RunParams::of(proxies::TestSpec(), jobs::RequestSpec());
        store::Unit unit;
        unit.run = m_project->writer().postRun(params.kind, params.params);
        for (const auto &[proxy, status] : proxies) {
            table::Cells cells(table::proxySchema().columns.size());
            cells[size_t(P::Proxy)] = proxy;
            cells[size_t(P::Status)] = status;
            unit.rows.push_back({&table::proxySchema(), proxy, std::move(cells)});
        }
        unit.state = store::RunState::Finished;
        post(std::move(unit));
    };
    test({{u"http://p:1"_s, u"alive"_s}, {u"http://p:2"_s, u"dead"_s}, {u"http://p:3"_s, u"alive"_s}});
    test({{u"http://p:1"_s, u"dead"_s}, {u"http://p:2"_s, u"alive"_s}, {u"http://p:3"_s, u"alive"_s}});
    QCOMPARE(changes(), (QStringList{u"http://p:1 broken status"_s, u"http://p:2 mended status"_s}));
}

void TestRunChanges::movedSite()
{
    using P = table::PageColumn;
    const auto crawl = [this](const QByteArray &root, const QString &title) {
        links::CrawlSpec spec;
        spec.first = QString::fromUtf8(root + "/");
        spec.starts = 1;
        spec.depth = 5;
        const session::RunParams params{
            u"crawl"_s, {{u"crawl"_s, spec.toJson()}, {u"requests"_s, jobs::RequestSpec().toJson()}}};
        CrawlRows rows(m_project->writer().postRun(params.kind, params.params));
        rows.address(1, root + "/");
        rows.address(2, root + "/a?b=c");
        rows.address(3, "http://other.example/" + root.last(1));
        rows.page(1, 200, {{P::Title, title}, {P::Depth, qint64(0)}});
        rows.page(2, 200, {{P::Canonical, qint64(1)}, {P::Depth, qint64(1)}});
        rows.page(3, 0, {{P::State, u"skipped"_s}, {P::WhyNotFetched, u"out_of_scope"_s}});
        store::Unit unit = rows.take();
        unit.state = store::RunState::Finished;
        post(std::move(unit));
    };
    crawl("http://127.0.0.1:1111", u"One"_s);
    crawl("http://127.0.0.1:2222", u"Two"_s);
    // Another port of this computer is the same server; addresses that were only named are nothing new.
    QCOMPARE(changes(), QStringList{u"http://127.0.0.1:2222/ changed title"_s});
    crawl("https://staging.example:8443", u"Two"_s);
    crawl("https://www.example", u"Two"_s);
    QCOMPARE(changes(3, 4).size(), 4);
    const auto reader = m_project->reader();
    const auto runs = session::chooseRuns(*reader, u"3,4"_s, nullptr);
    analysis::ComparisonProgress progress;
    const auto mapped = session::RunChanges::find(
        m_project->path(), *runs, {{"https://staging.example:8443", "https://www.example"}}, progress, {});
    QVERIFY(mapped);
    QCOMPARE((*mapped)->counts().total(), qint64(0));
}

void TestRunChanges::removedMeanwhile()
{
    search({{u"1"_s}});
    search({{u"2"_s}});
    const auto runs = session::chooseRuns(*m_project->reader(), u"1,2"_s, nullptr);
    QVERIFY(runs);
    const auto before = find();
    QVERIFY(before);
    m_project->writer().removeRun(1);
    QVERIFY(m_project->flush());
    analysis::ComparisonProgress progress;
    const auto after = session::RunChanges::find(m_project->path(), *runs, {}, progress, {});
    QVERIFY(!after);
    QCOMPARE(after.error().reason, Reason::BadValue);
    // What was found before has lost the rows of that run, and nothing else.
    const auto reader = store::RowReader::open((*before)->path());
    QVERIFY(reader);
    QCOMPARE((*reader)->count({&(*before)->schema(), {}, {}, {}}), qint64(1));
}

void TestRunChanges::stops()
{
    search({{u"1"_s}});
    search({{u"2"_s}});
    const auto runs = session::chooseRuns(*m_project->reader(), u"1,2"_s, nullptr);
    std::stop_source stop;
    stop.request_stop();
    analysis::ComparisonProgress progress;
    const auto found = session::RunChanges::find(m_project->path(), *runs, {}, progress, stop.get_token());
    QVERIFY(!found);
    QCOMPARE(found.error().reason, Reason::Cancelled);
}

/// Filters, sorts, facets, statistics and words, as of any table.
void TestRunChanges::readAsATable()
{
    const auto paid = [](double pay, const char *text) {
        return std::vector<VacancyCell>{{C::SalaryFrom, pay},
                                        {C::Description, QString::fromLatin1(text).repeated(60)}};
    };
    search({{u"1"_s, paid(100, "green grass ")}, {u"2"_s, paid(200, "blue sky ")}, {u"3"_s}, {u"4"_s}});
    search({{u"1"_s, paid(300, "green grass ")}, {u"2"_s, paid(50, "blue sky ")}, {u"4"_s}, {u"5"_s}});
    const auto found = find();
    QVERIFY(found);
    const table::Schema &schema = (*found)->schema();
    const auto reader = store::RowReader::open((*found)->path());
    QVERIFY(reader);
    const auto count = [&](const table::Condition &condition) {
        const auto ids = (*reader)->ids({&schema, {1, 2}, {{condition}}, {}});
        return ids ? int(ids->size()) : -1;
    };
    QCOMPARE(count({u"change"_s, table::FilterOp::Equals, {u"changed"_s}, false}), 2);
    QCOMPARE(count({u"change"_s, table::FilterOp::Equals, {u"changed"_s}, true}), 2);
    QCOMPARE(count({u"fields"_s, table::FilterOp::OneOf, {u"salary_from"_s}, false}), 2);
    QCOMPARE(count({u"was"_s, table::FilterOp::Contains, {u"200"_s}, false}), 1);
    QCOMPARE(count({u"description"_s, table::FilterOp::HasWords, {u"green"_s}, false}), 1);
    QCOMPARE(count({{}, table::FilterOp::HasWords, {u"sky"_s}, false}), 1);
    QCOMPARE(count({u"description"_s, table::FilterOp::Contains, {u"grass"_s}, false}), 1);
    const auto facet = (*reader)->facet({&schema, {1, 2}, {}, {}}, u"change"_s, 10);
    QVERIFY(facet);
    QCOMPARE(facet->size(), size_t(3));
    QCOMPARE(facet->front().value, table::Value(u"changed"_s));
    const auto sorted = (*reader)->ids({&schema, {1, 2}, {}, {{u"salary_from"_s, true}}});
    QVERIFY(sorted);
    const auto rows = (*reader)->rows(schema, *sorted);
    QCOMPARE(rows->front()[size_t(*schema.indexOf(u"id"))], table::Value(u"1"_s));
    const auto statistics = (*reader)->statistics({&schema, {1, 2}, {}, {}}, u"salary_from"_s, 4);
    QVERIFY(statistics);
    QCOMPARE(statistics->median, 175.0);
}

/// First and last seen over three runs, and whose date counts.
void TestRunChanges::agesOverAllRuns()
{
    const auto published = [](const QString &moment) {
        return std::vector<VacancyCell>{{C::FirstPublished, moment}};
    };
    search({{u"1"_s, published(u"2020-01-01T10:00:00+0300"_s)}, {u"2"_s}, {u"3"_s}});
    search({{u"1"_s, published(u"2020-01-01T10:00:00+0300"_s)}, {u"2"_s}, {u"4"_s}});
    search({{u"1"_s, published(u"2020-01-01T10:00:00+0300"_s)}, {u"4"_s}, {u"3"_s, {{C::Archived, true}}}});
    const auto found = find(2, 3);
    QVERIFY(found);
    const auto reader = store::RowReader::open((*found)->path());
    QVERIFY(reader);
    const auto runs = (*reader)->runs();
    QVERIFY(runs);
    const auto started = [&](RunId run) {
        return std::ranges::find(*runs, run, &store::RunInfo::id)->started;
    };
    const table::Schema &schema = table::vacancySchema();
    const auto ids = (*reader)->ids({&schema, {3}, {}, {}});
    const auto rows = (*reader)->rows(schema, *ids);
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(3));
    for (const table::Cells &row : *rows) {
        const auto cell = [&](QStringView key) { return table::toText(row[size_t(*schema.indexOf(key))]); };
        const QString id = cell(u"id");
        QCOMPARE(cell(u"first_seen"), started(id == u"4" ? 2 : 1));
        QCOMPARE(cell(u"last_seen"), started(id == u"3" ? 1 : 3)); // it was closed when it was seen again
        if (id == u"1")
            QVERIFY(cell(u"age_days").toInt() > 2000);
        else
            QCOMPARE(cell(u"age_days"), u"0"_s);
    }
    // As a column like any other: filter, sort and facet.
    const auto parsed = table::FilterParser(schema).parse(u"age_days > 100 and change != new"_s);
    QVERIFY(parsed);
    const auto old = (*reader)->ids({&schema, {3}, *parsed, {{u"age_days"_s, true}}});
    QVERIFY(old);
    QCOMPARE(old->size(), size_t(1));
    const auto facet = (*reader)->facet({&schema, {3}, {}, {}}, u"first_seen"_s, 10);
    QVERIFY(facet);
    QCOMPARE(facet->front().count, qint64(started(1) == started(2) ? 3 : 2));
    // Without a comparison they are empty, and the same questions can be asked.
    const auto plain = m_project->reader();
    const auto nothing = plain->ids({&schema, {3}, *parsed, {}});
    QVERIFY(nothing);
    QCOMPARE(nothing->size(), size_t(0));
    const auto cells = plain->rows(schema, *ids);
    QVERIFY(cells);
    QVERIFY(table::isNull(cells->front()[size_t(*schema.indexOf(u"first_seen"))]));
}

QTEST_GUILESS_MAIN(TestRunChanges)
#include "tst_runchanges.moc"

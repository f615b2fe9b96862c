// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include "store/sqlite/database.h"
#include "store/write/writerqueue.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <optional>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using linnet::table::toText;
using linnet::table::VacancyColumn;
using linnet::table::vacancySchema;
using linnet::test::TempProject;
using linnet::test::vacancyRow;

namespace {

/// Everything the writer said, collected in the test's thread.
class Commits
{
public:
    explicit Commits(Writer &writer)
    {
        QObject::connect(&writer, &Writer::committed, &m_context,
                         [this](const Committed &change) { all.push_back(change); });
    }
    Committed::Rows lastRows() const
    {
        return all.empty() || all.back().rows.empty() ? Committed::Rows() : all.back().rows.back();
    }

    std::vector<Committed> all;

private:
    QObject m_context;
};

Unit unitOf(RunId run, std::vector<RowWrite> rows)
{
    Unit unit;
    unit.run = run;
    unit.rows = std::move(rows);
    return unit;
}

RowQuery allRows(RunId run = 0)
{
    RowQuery query;
    query.schema = &vacancySchema();
    if (run > 0)
        query.runs = {run};
    return query;
}

#ifdef Q_OS_UNIX
/// Files cannot grow beyond a size while it lives: to the writer that is a failing disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(bytes);
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};
#endif

Unit largeUnit(RunId run, int number)
{
    const QString text = QString(50'000, u'x') + QString::number(number);
    return unitOf(run, {vacancyRow(QString::number(number), {{VacancyColumn::Description, text}}),
                        vacancyRow(u"second of %1"_s.arg(number), {})});
}

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storesAUnitAsAWhole();
    void keepsTheFirstRow();
    void mergesCells();
    void mergesGroupsAsAWhole();
    void storesLongTextsOnce();
    void tellsWhatWasCommitted();
    void blocksOfIdsPerRun();
    void endsWork();
    void runStates();
    void removesARun();
    void isBusyAndReady();
    void limitsAttempts();
    void giveUpBadUnit();
    void flushAfterContextIsGone();
    void flushComesAfterWhatItStored();
    void closeWritesEverything();
    void stallsAndRecovers();
    void closesWhileStalled();
};

void TestWriter::storesAUnitAsAWhole()
{
    TempProject temp;
    Commits commits(temp.writer());
    const RunId run = temp.writer().postRun(u"vacancies"_s, {{u"text"_s, u"analyst"_s}});
    Unit unit = unitOf(run, {vacancyRow(u"hh:1"_s, {{VacancyColumn::Vacancy, u"Аналитик"_s}})});
    unit.newWork = {{u"https://a.example/1"_s, u"hh/detail"_s, u"a.example"_s, u"hh:1"_s, 1},
                    {u"https://a.example/1"_s, u"hh/detail"_s, u"a.example"_s, u"hh:1"_s, 1}};
    temp.writer().post(unit);
    QVERIFY(temp.flush());

    const auto reader = temp.reader();
    const Result<std::vector<RunInfo>> runs = reader->runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), 1u);
    QCOMPARE(runs->front().id, run);
    QCOMPARE(runs->front().kind, u"vacancies"_s);
    QCOMPARE(runs->front().params.value(u"text"_s).toString(), u"analyst"_s);
    QCOMPARE(runs->front().state, RunState::Running);
    QCOMPARE(runs->front().ended, QString());
    QCOMPARE(reader->count(allRows(run)).value_or(-1), 1);
    QCOMPARE(reader->workCounts(run)->pending, 1);
}

void TestWriter::keepsTheFirstRow()
{
    TempProject temp;
    Commits commits(temp.writer());
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    temp.writer().post(unitOf(run, {vacancyRow(u"hh:1"_s, {{VacancyColumn::Vacancy, u"first"_s}})}));
    QVERIFY(temp.flush());
    QTRY_COMPARE(commits.lastRows().firstId, 1);
    const size_t before = commits.all.size();
    temp.writer().post(
        unitOf(run, {vacancyRow(u"hh:1"_s, {{VacancyColumn::Vacancy, u"second"_s},
                                            {VacancyColumn::Description, QString(600, u'x')}})}));
    QVERIFY(temp.flush());
    temp.writer().post(unitOf(run, {vacancyRow(u"hh:2"_s, {{VacancyColumn::Vacancy, u"other"_s}})}));
    QVERIFY(temp.flush());
    QTRY_VERIFY(commits.lastRows().firstId > 1);
    QCOMPARE(commits.all.size(), before + 1); // the second changed nothing
    const auto reader = temp.reader();
    const Result<std::vector<table::Cells>> rows = reader->rows(vacancySchema(), std::array<qint64, 1>{1});
    QVERIFY(rows);
    QCOMPARE(toText(rows->front()[int(VacancyColumn::Vacancy)]), u"first"_s);
    Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
    QCOMPARE(database->integer("SELECT count(*) FROM text").value_or(-1), 0);
}

void TestWriter::mergesCells()
{
    TempProject temp;
    Commits commits(temp.writer());
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const QString longText(600, u'д');
    const auto merge = [&](std::initializer_list<test::VacancyCell> cells) {
        temp.writer().post(unitOf(run, {vacancyRow(u"hh:1"_s, cells, RowMode::Merge)}));
        QVERIFY(temp.flush());
    };
    const auto cell = [&](VacancyColumn column) {
        return temp.reader()->rows(vacancySchema(), std::array<qint64, 1>{1})->front()[size_t(column)];
    };
    merge({{VacancyColumn::Vacancy, u"name"_s},
           {VacancyColumn::SalaryFrom, 100.0},
           {VacancyColumn::Description, u"short"_s}});
    QTRY_COMPARE(commits.lastRows().firstId, 1);
    merge({{VacancyColumn::Vacancy, QString()},
           {VacancyColumn::Area, u""_s},
           {VacancyColumn::HasTest, false},
           {VacancyColumn::Description, longText}});
    QTRY_COMPARE(commits.lastRows().updated, std::vector<qint64>{1});
    QCOMPARE(commits.lastRows().firstId, 0);
    QCOMPARE(cell(VacancyColumn::Vacancy), table::Value(u"name"_s));
    QCOMPARE(cell(VacancyColumn::SalaryFrom), table::Value(100.0));
    QCOMPARE(cell(VacancyColumn::HasTest), table::Value(false));
    QCOMPARE(cell(VacancyColumn::Description), table::Value(longText));
    const size_t before = commits.all.size();
    merge({{VacancyColumn::Vacancy, u"name"_s}, {VacancyColumn::Description, longText}});
    merge({{VacancyColumn::Description, u"short again"_s}});
    QTRY_COMPARE(commits.all.size(), before + 1); // the first of the two changed nothing
    QCOMPARE(cell(VacancyColumn::Description), table::Value(u"short again"_s));
}

/// A pay of two halves from two answers was offered by nobody; the same of an address and its place.
void TestWriter::mergesGroupsAsAWhole()
{
    using enum VacancyColumn;
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const auto post = [&](RowMode mode, std::initializer_list<test::VacancyCell> cells) {
        temp.writer().post(unitOf(run, {vacancyRow(u"hh:1"_s, cells, mode)}));
        QVERIFY(temp.flush());
    };
    const auto pay = [&] {
        const auto rows = temp.reader()->rows(vacancySchema(), std::array<qint64, 1>{1});
        QStringList result;
        for (const VacancyColumn column : {SalaryFrom, SalaryTo, Currency, SalaryGross, SalaryMode})
            result.append(table::toText(rows->front()[size_t(column)]));
        return result.join(u' ');
    };
    post(RowMode::Keep, {{SalaryFrom, 90.0},
                         {SalaryTo, 150.0},
                         {Currency, u"USD"_s},
                         {SalaryGross, true},
                         {SalaryMode, u"month"_s},
                         {Lat, 55.5},
                         {Lng, 37.5},
                         {Address, u"Tverskaya"_s}});
    // What the answer does not speak of stays.
    post(RowMode::Merge, {{State, u"complete"_s}});
    QCOMPARE(pay(), u"90 150 USD true month"_s);
    post(RowMode::Merge, {{SalaryFrom, 100000.0}, {Currency, u"RUR"_s}, {SalaryGross, false}});
    QCOMPARE(pay(), u"100000  RUR false "_s);
    QVERIFY(temp.reopen()); // a run that is gone on with later
    post(RowMode::Merge, {{SalaryTo, 70.0}, {Address, u"Arbat"_s}});
    QCOMPARE(pay(), u" 70   "_s);
    const auto row = [&] { return temp.reader()->rows(vacancySchema(), std::array<qint64, 1>{1})->front(); };
    QCOMPARE(row()[size_t(Address)], table::Value(u"Arbat"_s));
    QCOMPARE(row()[size_t(Lat)], table::Value());
    // It says that there is none.
    post(RowMode::Merge, {{Currency, u""_s}});
    QCOMPARE(pay(), u"    "_s);
    QCOMPARE(row()[size_t(Currency)], table::Value());
}

void TestWriter::storesLongTextsOnce()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const QString inlineText(500, u'a');
    const QString longText(501, u'a');
    temp.writer().post(unitOf(run, {vacancyRow(u"1"_s, {{VacancyColumn::Description, inlineText}}),
                                    vacancyRow(u"2"_s, {{VacancyColumn::Description, longText}}),
                                    vacancyRow(u"3"_s, {{VacancyColumn::Description, longText}})}));
    QVERIFY(temp.flush());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
    QVERIFY(database);
    QCOMPARE(database->integer("SELECT count(*) FROM text").value_or(-1), 1);
    const auto rows = temp.reader()->rows(vacancySchema(), std::array<qint64, 3>{1, 2, 3});
    QVERIFY(rows);
    QCOMPARE(toText((*rows)[0][int(VacancyColumn::Description)]), inlineText);
    QCOMPARE(toText((*rows)[1][int(VacancyColumn::Description)]), longText);
    QCOMPARE(toText((*rows)[2][int(VacancyColumn::Description)]), longText);
}

void TestWriter::tellsWhatWasCommitted()
{
    TempProject temp;
    Commits commits(temp.writer());
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit unit = unitOf(run, {vacancyRow(u"1"_s, {}), vacancyRow(u"2"_s, {}), vacancyRow(u"1"_s, {})});
    unit.newWork = {
        {u"u1"_s, u"k"_s, u"h"_s, {}, 0}, {u"u2"_s, u"k"_s, u"h"_s, {}, 0}, {u"u3"_s, u"k"_s, u"g"_s, {}, 0}};
    unit.counts = QJsonObject{{u"found"_s, 2}};
    temp.writer().post(unit);
    QVERIFY(temp.flush());
    qint64 first = 0;
    qint64 last = 0;
    int added = 0;
    bool runChanged = false;
    for (const Committed &change : commits.all) {
        for (const Committed::Rows &rows : change.rows) {
            QCOMPARE(rows.schema, &vacancySchema());
            QCOMPARE(rows.run, run);
            first = rows.firstId;
            last = rows.lastId;
            QVERIFY(rows.updated.empty());
        }
        for (const Committed::Work &work : change.work) {
            added += work.added;
            QCOMPARE(work.lastId, 3);
            QCOMPARE(work.places.size(), 2u);
            QCOMPARE(work.places[0].added, 2);
            QCOMPARE(work.places[1].host, u"g"_s);
        }
        runChanged = runChanged || std::ranges::find(change.runs, run) != change.runs.end();
    }
    QCOMPARE(first, 1);
    QCOMPARE(last, 2);
    QCOMPARE(added, 3);
    QVERIFY(runChanged);
    QCOMPARE(temp.reader()->runs()->front().counts.value(u"found"_s).toInt(), 2);
}

void TestWriter::blocksOfIdsPerRun()
{
    TempProject temp;
    const RunId one = temp.writer().postRun(u"vacancies"_s, {});
    const RunId two = temp.writer().postRun(u"vacancies"_s, {});
    QVERIFY(temp.flush());
    Commits commits(temp.writer());
    for (int i = 0; i < 100; ++i) {
        for (const RunId run : {one, two})
            temp.writer().post(unitOf(run, {vacancyRow(QString::number(i / 2), {})}));
    }
    QVERIFY(temp.flush());
    QTest::qWait(0);
    qint64 rows = 0;
    qint64 above = 0;
    for (const Committed &change : commits.all) {
        for (const Committed::Rows &added : change.rows) {
            QVERIFY(added.firstId > above); // blocks do not overlap, later ones are higher
            above = added.lastId;
            const Result<IdVector> ids =
                temp.reader()->newIds(allRows(added.run), added.firstId, added.lastId);
            QCOMPARE(qint64(ids->size()), added.lastId - added.firstId + 1);
            rows += qint64(ids->size());
        }
    }
    QCOMPARE(rows, 100);
}

void TestWriter::endsWork()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit add;
    add.run = run;
    add.newWork = {{u"u1"_s, u"hh/list"_s, u"h"_s, {}, 0},
                   {u"u2"_s, u"hh/detail"_s, u"h"_s, u"hh:2"_s, 1},
                   {u"u3"_s, u"x"_s, u"h"_s, {}, 0}};
    temp.writer().post(add);
    Unit end;
    end.run = run;
    end.ended = {{1, WorkState::Done, 1, {}},
                 {2, WorkState::Failed, 3, {Reason::HttpStatus, 404, u"gone"_s}}};
    temp.writer().post(end);
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    const Result<WorkCounts> counts = reader->workCounts(run);
    QCOMPARE(counts->pending, 1);
    QCOMPARE(counts->done, 1);
    QCOMPARE(counts->failed, 1);
    QCOMPARE(reader->workCounts(run, u"hh/"_s)->pending, 0);
    const Result<std::vector<WorkFailure>> failures = reader->failures(run);
    QCOMPARE(failures->size(), 1u);
    QCOMPARE(failures->front().url, u"u2"_s);
    QCOMPARE(failures->front().ref, u"hh:2"_s);
    QCOMPARE(failures->front().error, (Error{Reason::HttpStatus, 404, u"gone"_s}));
}

void TestWriter::runStates()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const auto set = [&](RunState state) {
        Unit unit;
        unit.run = run;
        unit.state = state;
        temp.writer().post(unit);
        QVERIFY(temp.flush());
        const RunInfo info = temp.reader()->runs()->front();
        QCOMPARE(info.state, state);
        QCOMPARE(info.ended.isEmpty(), state == RunState::Running || state == RunState::Paused);
    };
    set(RunState::Paused);
    set(RunState::Stopped);
    set(RunState::Running);
    set(RunState::Finished);
}

void TestWriter::removesARun()
{
    TempProject temp;
    const RunId gone = temp.writer().postRun(u"vacancies"_s, {});
    const RunId stays = temp.writer().postRun(u"vacancies"_s, {});
    for (const RunId run : {gone, stays}) {
        Unit unit = unitOf(
            run, {vacancyRow(u"1"_s, {{VacancyColumn::Description, QString(600, QChar(u'a' + int(run)))}})});
        unit.newWork = {{u"u"_s, u"k"_s, u"h"_s, {}, 0}};
        temp.writer().post(unit);
        AttemptRecord attempt;
        attempt.run = run;
        temp.writer().postAttempts({attempt});
    }
    temp.writer().removeRun(gone);
    Unit late = unitOf(gone, {vacancyRow(u"2"_s, {})});
    temp.writer().post(late);
    AttemptRecord attempt;
    attempt.run = gone;
    temp.writer().postAttempts({attempt});
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->runs()->size(), 1u);
    QCOMPARE(temp.reader()->count(allRows()).value_or(-1), 1);
    Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
    for (const char *table : {"work", "attempt", "text"})
        QCOMPARE(database->integer(QByteArray("SELECT count(*) FROM ") + table).value_or(-1), 1);
}

void TestWriter::isBusyAndReady()
{
    TempProject temp;
    QSignalSpy busy(&temp.writer(), &Writer::busy);
    QSignalSpy ready(&temp.writer(), &Writer::ready);
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    for (qint64 posted = 0; posted <= WriterQueue::MaxRows; posted += 100) {
        std::vector<RowWrite> rows;
        for (int i = 0; i < 100; ++i)
            rows.push_back(vacancyRow(QString::number(posted + i), {{VacancyColumn::Vacancy, u"name"_s}}));
        temp.writer().post(unitOf(run, std::move(rows)));
    }
    // More often than once when this thread stands still in the middle of posting.
    QTRY_VERIFY_WITH_TIMEOUT(ready.count() > 0 && ready.count() == busy.count(), 30'000);
    QVERIFY(!temp.writer().isBusy());
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->count(allRows(run)).value_or(-1), WriterQueue::MaxRows + 100);
}

void TestWriter::limitsAttempts()
{
    TempProject temp;
    temp.writer().setAttemptLimit(10);
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    std::vector<AttemptRecord> attempts(25);
    for (int i = 0; i < 25; ++i) {
        attempts[size_t(i)].run = run;
        attempts[size_t(i)].number = i;
    }
    temp.writer().postAttempts(attempts);
    QVERIFY(temp.flush());
    Result<Database> database = Database::open(temp.path(), Database::Mode::Read);
    QCOMPARE(database->integer("SELECT count(*) FROM attempt").value_or(-1), 10);
    QCOMPARE(database->integer("SELECT min(number) FROM attempt").value_or(-1), 15);
    QCOMPARE(temp.reader()->runs()->front().attemptsDropped, 15);
}

void TestWriter::giveUpBadUnit()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    Unit add;
    add.run = run;
    add.newWork = {{u"u1"_s, u"k"_s, u"h"_s, {}, 0}};
    temp.writer().post(add);
    Unit good = unitOf(run, {vacancyRow(u"good"_s, {})});
    temp.writer().post(good);
    Unit bad = unitOf(
        run, {vacancyRow(u"half"_s, {}), {&vacancySchema(), u"bad"_s, table::Cells(3), RowMode::Keep}});
    bad.ended = {{1, WorkState::Done, 1, {}}};
    temp.writer().post(bad);
    const Result<void> flushed = temp.flush();
    QVERIFY(!flushed);
    QCOMPARE(flushed.error().reason, Reason::BadValue);
    const auto reader = temp.reader();
    QCOMPARE(reader->count(allRows(run)).value_or(-1), 1);
    QCOMPARE(reader->workCounts(run)->failed, 1);
    QCOMPARE(reader->failures(run)->front().error.reason, Reason::BadValue);
}

void TestWriter::flushComesAfterWhatItStored()
{
    TempProject temp;
    const Commits commits(temp.writer());
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    QObject context;
    std::optional<int> told;
    temp.writer().post(unitOf(run, {vacancyRow(u"1"_s, {})}));
    temp.writer().flush(&context, [&](const Result<void> &) { told = commits.lastRows().added; });
    QTRY_VERIFY(told);
    QCOMPARE(*told, 1);
}

void TestWriter::flushAfterContextIsGone()
{
    TempProject temp;
    bool called = false;
    {
        QObject context;
        temp.writer().flush(&context, [&](const Result<void> &) { called = true; });
    }
    QVERIFY(temp.flush()); // answered after the first one
    QVERIFY(!called);
}

void TestWriter::closeWritesEverything()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    for (int i = 0; i < 3000; ++i)
        temp.writer().post(
            unitOf(run, {vacancyRow(QString::number(i), {{VacancyColumn::Vacancy, u"name"_s}})}));
    QVERIFY(temp.close());
    QVERIFY(!QFile::exists(temp.path() + u"-wal"_s));
    QVERIFY(!QFile::exists(temp.path() + u"-shm"_s));
    QVERIFY(!QFile::exists(temp.path() + u".lock"_s));
    QCOMPARE(temp.reader()->count(allRows(run)).value_or(-1), 3000);
    QVERIFY(!QFile::exists(temp.path() + u"-wal"_s)); // a reader leaves nothing behind either
    QVERIFY(temp.reopen());
    QCOMPARE(temp.writer().postRun(u"vacancies"_s, {}), run + 1);
}

void TestWriter::stallsAndRecovers()
{
#ifdef Q_OS_UNIX
    TempProject temp;
    QSignalSpy stalled(&temp.writer(), &Writer::stalled);
    QSignalSpy recovered(&temp.writer(), &Writer::recovered);
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    temp.writer().post(largeUnit(run, 0));
    QVERIFY(temp.flush());
    {
        const FileSizeLimit limit(1'000'000);
        for (int i = 1; i <= 40; ++i)
            temp.writer().post(largeUnit(run, i));
        QTRY_COMPARE(stalled.count(), 1);
        const Result<void> flushed = temp.flush();
        QVERIFY(!flushed);
        QCOMPARE(flushed.error().reason, Reason::Io);
        QCOMPARE(stalled.front().front().value<Error>().reason, Reason::Io);
        temp.writer().post(largeUnit(run, 41));
        QTest::qWait(2500); // a try in vain is not told again
        QCOMPARE(stalled.count(), 1);
        QCOMPARE(recovered.count(), 0);
        // What is on disk are whole units.
        QCOMPARE(temp.reader()->count(allRows(run)).value_or(-1) % 2, 0);
    }
    QTRY_COMPARE(recovered.count(), 1);
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->count(allRows(run)).value_or(-1), 42 * 2);
    QVERIFY(temp.close());
#else
    QSKIP("no limit of file sizes here");
#endif
}

void TestWriter::closesWhileStalled()
{
#ifdef Q_OS_UNIX
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    temp.writer().post(largeUnit(run, 0));
    QVERIFY(temp.flush());
    {
        const FileSizeLimit limit(1'000'000);
        for (int i = 1; i <= 40; ++i)
            temp.writer().post(largeUnit(run, i));
        const Result<void> closed = temp.close();
        QVERIFY(!closed);
        QCOMPARE(closed.error().reason, Reason::Io);
    }
    QVERIFY(temp.reopen());
    const qint64 rows = temp.reader()->count(allRows(run)).value_or(-1);
    QVERIFY(rows >= 2 && rows < 82);
    QCOMPARE(rows % 2, 0);
#else
    QSKIP("no limit of file sizes here");
#endif
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"

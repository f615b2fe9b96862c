// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/joinedtable.h"
#include "store/rescue/damagewords.h"
#include "store/rescue/projectcheck.h"
#include "store/rescue/projectrescue.h"
#include "store/sqlite/database.h"
#include "support/crawlrows.h"
#include "support/damage.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include "table/checkschema.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using linnet::test::RowPlaces;
using linnet::test::TempProject;
using table::VacancyColumn;

namespace {

constexpr int Ads = 3000;
constexpr int Pages = 400;
constexpr int LinksOfPage = 12;

QString kindOf(const table::Schema &schema)
{
    if (schema.key == "checks"_L1)
        return u"checks"_s;
    return schema.key == "pages"_L1 || schema.key == "links"_L1 ? u"crawl"_s : u"vacancies"_s;
}

Result<RescueReport> rescue(const QString &from, const QString &to)
{
    return rescueProject(from, to, kindOf);
}

void postAds(Writer &writer, int salt)
{
    const RunId run = writer.postRun(u"vacancies"_s, {{u"search"_s, u"words"_s}});
    for (int begin = 0; begin < Ads; begin += 100) {
        Unit unit;
        unit.run = run;
        for (int i = begin; i < begin + 100; ++i) {
            const QString text = i % 3 == 0
                                     ? QString(700 + i, QChar(u'a' + (i + salt) % 26)) + QString::number(i)
                                     : u"kurz %1"_s.arg(i);
            unit.rows.push_back(
                test::vacancyRow(u"hh:%1"_s.arg(i), {{VacancyColumn::Vacancy, u"Слесарь %1"_s.arg(i)},
                                                     {VacancyColumn::SalaryFrom, qint64(i) * 100},
                                                     {VacancyColumn::Url, u"https://example.org/%1"_s.arg(i)},
                                                     {VacancyColumn::Description, text}}));
            unit.newWork.push_back(
                {u"https://example.org/%1"_s.arg(i), u"hh/detail"_s, u"example.org"_s, u"hh:%1"_s.arg(i), 0});
        }
        writer.post(std::move(unit));
    }
    std::vector<AttemptRecord> attempts;
    for (int i = 0; i < Ads; ++i) {
        AttemptRecord attempt;
        attempt.run = run;
        attempt.url = u"https://example.org/%1"_s.arg(i);
        attempt.host = u"example.org"_s;
        attempt.method = u"GET"_s;
        attempt.startedUtcMs = 1'700'000'000'000 + i;
        attempts.push_back(std::move(attempt));
    }
    writer.postAttempts(std::move(attempts));
    Unit end;
    end.run = run;
    end.state = RunState::Finished;
    end.counts = QJsonObject{{u"found"_s, Ads}};
    writer.post(std::move(end));
}

void postCrawl(Writer &writer)
{
    test::CrawlRows rows(writer.postRun(u"crawl"_s, {{u"crawl"_s, u"example"_s}}));
    for (int page = 1; page <= Pages; ++page)
        rows.address(page, ("https://example.org/page/" + QByteArray::number(page)).constData());
    writer.post(rows.take());
    for (int page = 1; page <= Pages; ++page) {
        rows.page(page, 200, {{table::PageColumn::Title, u"Title %1"_s.arg(page % 50)}});
        for (int i = 0; i < LinksOfPage; ++i)
            rows.link(page, 1 + (page * 7 + i) % Pages, "a"_L1,
                      {{table::LinkColumn::Anchor, u"link %1 of %2"_s.arg(i).arg(page)}});
        if (page % 4 == 0)
            rows.version(page, u"de"_s, qint64(1 + page % Pages));
        rows.attach(page, AttachmentWrite::Kind::Body,
                    QByteArray(page % 9 == 0 ? 9000 : 40, char('a' + page % 20)));
        writer.post(rows.take());
    }
}

void postChecks(Writer &writer)
{
    const RunId run = writer.postRun(u"checks"_s, {{u"check"_s, u"list"_s}});
    Unit unit;
    unit.run = run;
    for (int i = 0; i < 1000; ++i) {
        table::Cells cells(table::checkSchema().columns.size());
        cells[0] = u"https://check.example/%1"_s.arg(i);
        unit.rows.push_back({&table::checkSchema(), u"%1"_s.arg(i), std::move(cells), RowMode::Keep});
    }
    writer.post(std::move(unit));
}

/// A project with rows of all sorts, one of whose runs was removed again. Gives its runs' number.
void makeProject(TempProject &temp)
{
    postAds(temp.writer(), 0);
    postCrawl(temp.writer());
    postAds(temp.writer(), 7);
    postChecks(temp.writer());
    temp.writer().postMemo(u"a"_s, u"{\"name\": \"b\"}"_s);
    temp.writer().postMarks(table::vacancySchema(), {{u"hh:1"_s, true, {u"tag"_s}, u"note"_s}});
    QVERIFY(temp.flush());
    temp.writer().removeRun(3);
    QVERIFY(temp.close());
}

} // namespace

/// Damaged projects: what is wrong is told, and what can be read is brought into a new one.
class TestRescue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void wholeProject();
    void randomDamage_data();
    void randomDamage();
    void firstPageIsGone();
    void joinedTables();
    void runsAreMadeAgain();
    void logIsRead();
    void cutOff();
    void damagedIndexLosesNothing();
    void notAProject();
    void neverOverAFile();

private:
    QString copy(const QString &name) const;

    std::unique_ptr<TempProject> m_temp;
    std::vector<RowPlaces::Row> m_rows;
};

void TestRescue::initTestCase()
{
    m_temp = std::make_unique<TempProject>();
    makeProject(*m_temp);
    m_rows = RowPlaces::of(m_temp->path());
    QVERIFY(m_rows.size() > 15'000);
}

QString TestRescue::copy(const QString &name) const
{
    const QString path = m_temp->filePath(name);
    QFile::remove(path);
    return QFile::copy(m_temp->path(), path) ? path : QString();
}

/// Everything comes over, and it is a project like any other.
void TestRescue::wholeProject()
{
    QCOMPARE(checkProject(m_temp->path(), {}).value().damages.size(), size_t(0));
    const QString to = m_temp->filePath(u"whole.linnet"_s);
    const auto report = rescue(m_temp->path(), to);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY(report->isWhole());
    QCOMPARE(report->kept(), qint64(m_rows.size()));
    QCOMPARE(RowPlaces::stored(to), RowPlaces::stored(m_temp->path()));
    const auto checked = checkProject(to, {});
    QVERIFY(checked);
    QVERIFY2(checked->isWhole(), qPrintable(checked->details.join(u'\n')));
    // What follows from the rows is the same, too.
    for (const QByteArray table : {"link_span", "mention", "twin"}) {
        const auto rowsOf = [&table](const QString &path) {
            auto database = Database::open(path, Database::Mode::Read);
            auto rows = database->prepare("SELECT * FROM " + table);
            QStringList lines;
            (void)rows->forEachRow([&] {
                lines.append(
                    u"%1/%2/%3/%4"_s.arg(rows->text(0), rows->text(1), rows->text(2), rows->text(3)));
            });
            return lines;
        };
        QVERIFY(!rowsOf(to).isEmpty());
        QCOMPARE(rowsOf(to), rowsOf(m_temp->path()));
    }
    QCOMPARE(QDir(m_temp->filePath(u"."_s)).entryList({u"*.part"_s, u"*.lock"_s}).size(), 0);
    QVERIFY(Project::open(to));
}

void TestRescue::randomDamage_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 8; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

/// 200 other bytes anywhere: of each row whose own bytes are untouched, nothing is lost.
void TestRescue::randomDamage()
{
    QFETCH(const quint32, seed);
    const QString damaged = copy(u"damaged.linnet"_s);
    const auto places = test::damageFile(damaged, 200, seed);
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();

    const auto checked = checkProject(damaged, {});
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().detail));
    QVERIFY(!checked->isWhole());
    QVERIFY(DamageWords::of(*checked).size() >= 2);
    // Whatever they say, readers do not crash.
    if (const auto reader = RowReader::open(damaged)) {
        for (const table::Schema *schema : table::allSchemas()) {
            if (const auto ids = (*reader)->ids({schema, {}, {}, {}}))
                (void)(*reader)->rows(*schema, *ids);
        }
    }

    const QString to = m_temp->filePath(u"rescued.linnet"_s);
    QFile::remove(to);
    const auto report = rescue(damaged, to);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY(report->lost() > 0);
    QVERIFY(file.seek(0));
    QVERIFY(file.readAll() == before);

    const auto stored = RowPlaces::stored(to);
    qint64 readable = 0;
    QByteArrayList missing;
    for (const RowPlaces::Row &row : m_rows) {
        if (RowPlaces::isTouched(row, places))
            continue;
        ++readable;
        RowPlaces::Cells expected = row.cells;
        RowPlaces::Cells found = stored[row.table].value(row.id);
        if (found.isEmpty()) {
            missing.append(row.table + ' ' + row.id);
            continue;
        }
        // A text may be gone; what a run that is gone had to do nobody can do.
        for (auto cell = expected.begin(); cell != expected.end(); ++cell) {
            if ((cell.key().endsWith("_ref") && found[cell.key()] == "null") ||
                (row.table == "work" && (cell.key() == "state" || cell.key() == "reason")))
                found[cell.key()] = *cell;
        }
        if (found != expected)
            missing.append(row.table + ' ' + row.id + " is another");
    }
    QVERIFY2(missing.isEmpty(), (QByteArray::number(missing.size()) + " of " + QByteArray::number(readable) +
                                 ": " + missing.first(std::min<qsizetype>(missing.size(), 20)).join(", "))
                                    .constData());
    QVERIFY(report->kept() >= readable);
    QVERIFY(report->kept() <= qint64(m_rows.size()));
    const auto whole = checkProject(to, {});
    QVERIFY(whole);
    QVERIFY2(whole->isWhole(), qPrintable(DamageWords::of(*whole).join(u'\n') + whole->details.join(u'\n')));
    QVERIFY(Project::open(to));
}

/// With it goes the list of tables, and what the file is.
void TestRescue::firstPageIsGone()
{
    const QString damaged = copy(u"first.linnet"_s);
    {
        QFile file(damaged);
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, '\xff'));
    }
    const auto checked = checkProject(damaged, {});
    QVERIFY(checked);
    QCOMPARE(checked->damages.size(), size_t(1));
    QCOMPARE(checked->damages[0].what, CheckReport::What::Beginning);
    const QString to = m_temp->filePath(u"of-first.linnet"_s);
    const auto report = rescue(damaged, to);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    const auto stored = RowPlaces::stored(to);
    for (const RowPlaces::Row &row : m_rows)
        QVERIFY2(stored[row.table].value(row.id) == row.cells, (row.table + ' ' + row.id).constData());
}

/// Their cells are of any kind: numbers, too.
void TestRescue::joinedTables()
{
    TempProject temp;
    postAds(temp.writer(), 0);
    JoinedTable own{u"heads"_s, &table::vacancySchema(), u"area"_s, u"heads.csv"_s, {}, {}};
    own.columns = {{0, "head", u"Head"_s, table::ColumnType::Text, {}, {}},
                   {0, "people", u"People"_s, table::ColumnType::Integer, {}, {}},
                   {0, "share", u"Share"_s, table::ColumnType::Real, {}, {}}};
    for (int i = 0; i < 40; ++i)
        own.rows.push_back({u"area %1"_s.arg(i), {u"Name %1"_s.arg(i), qint64(1000 * i), 0.25 * i}});
    temp.writer().postJoined(std::make_shared<const JoinedTable>(own));
    QVERIFY(temp.close());
    const QString to = temp.filePath(u"whole.linnet"_s);
    const auto report = rescue(temp.path(), to);
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY(report->isWhole());
    const auto cells = [](const QString &path) {
        auto database = Database::open(path, Database::Mode::Read);
        auto rows =
            database->prepare("SELECT column, key, typeof(value), value FROM joined_value ORDER BY 1, 2");
        QStringList lines;
        (void)rows->forEachRow([&] {
            lines.append(QStringList{rows->text(0), rows->text(1), rows->text(2), rows->text(3)}.join(u'/'));
        });
        return lines;
    };
    QCOMPARE(cells(to).size(), 120);
    QCOMPARE(cells(to), cells(temp.path()));
}

void TestRescue::runsAreMadeAgain()
{
    const QString damaged = copy(u"runs.linnet"_s);
    {
        auto database = Database::open(damaged, Database::Mode::Write);
        QVERIFY(
            database->exec("PRAGMA foreign_keys = 0; DELETE FROM run WHERE id = 2; UPDATE run SET params = "
                           "'{\"half' WHERE id = 1"));
    }
    const auto checked = checkProject(damaged, {});
    QVERIFY(checked && !checked->isWhole());
    const QString to = m_temp->filePath(u"of-runs.linnet"_s);
    const auto report = rescue(damaged, to);
    QVERIFY(report);
    QCOMPARE(report->runsMadeAgain, (QList<RunId>{1, 2}));
    const auto runs = RowReader::open(to).value()->runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), size_t(3));
    QCOMPARE(runs->at(1).kind, u"crawl"_s);
    QCOMPARE(runs->at(1).state, RunState::Stopped);
    // Nobody waits for what nobody can ask any more.
    QCOMPARE(RowReader::open(to).value()->workCounts(1)->pending, 0);
    QCOMPARE(RowReader::open(to).value()->workCounts(1)->failed, Ads);
    QVERIFY(!DamageWords::of(*report).join(u' ').isEmpty());
    QVERIFY(checkProject(to, {})->isWhole());
}

/// The last changes stand in the log when a program was killed.
void TestRescue::logIsRead()
{
    TempProject temp;
    postChecks(temp.writer());
    QVERIFY(temp.flush());
    const QString copy = temp.filePath(u"copy.linnet"_s);
    QVERIFY(QFile::copy(temp.path(), copy) && QFile::copy(temp.path() + u"-wal"_s, copy + u"-wal"_s));
    const qint64 log = QFileInfo(copy + u"-wal"_s).size();
    QVERIFY(log > 0);
    const auto report = rescue(copy, temp.filePath(u"new.linnet"_s));
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY(report->isLogUsed);
    QCOMPARE(RowPlaces::stored(temp.filePath(u"new.linnet"_s))["url_check"].size(), 1000);
    QCOMPARE(QFileInfo(copy + u"-wal"_s).size(), log);
    QCOMPARE(QDir(temp.filePath(u"."_s)).entryList({u".rescue*"_s}, QDir::AllEntries | QDir::Hidden).size(),
             0);
}

/// A copy that did not end, in the middle of a page.
void TestRescue::cutOff()
{
    const QString damaged = copy(u"cut.linnet"_s);
    const qint64 size = QFileInfo(damaged).size() / 2 + 1234;
    QVERIFY(QFile::resize(damaged, size));
    QVERIFY(!checkProject(damaged, {})->isWhole());
    const QString to = m_temp->filePath(u"of-cut.linnet"_s);
    QVERIFY(rescue(damaged, to));
    const auto stored = RowPlaces::stored(to);
    for (const RowPlaces::Row &row : m_rows) {
        const bool isThere =
            std::ranges::all_of(row.bytes, [size](const auto &span) { return span.second <= size; });
        if (isThere)
            QVERIFY2(stored[row.table].contains(row.id), (row.table + ' ' + row.id).constData());
    }
}

void TestRescue::damagedIndexLosesNothing()
{
    const QString damaged = copy(u"index.linnet"_s);
    qint64 root = 0;
    {
        auto database = Database::open(damaged, Database::Mode::Read);
        root = database->integer("SELECT rootpage FROM sqlite_schema WHERE name = 'text_hash'").value_or(0);
    }
    {
        QFile file(damaged);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek((root - 1) * 4096));
        file.write(QByteArray(4096, '\0'));
    }
    const auto checked = checkProject(damaged, {});
    QVERIFY(checked);
    QVERIFY(!checked->isWhole());
    QCOMPARE(checked->damages.at(0).table, "text"_ba);
    const QString to = m_temp->filePath(u"of-index.linnet"_s);
    const auto report = rescue(damaged, to);
    QVERIFY(report && report->isWhole());
    QCOMPARE(RowPlaces::stored(to), RowPlaces::stored(m_temp->path()));
}

void TestRescue::notAProject()
{
    const QString path = m_temp->filePath(u"text.linnet"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("just some text\n").repeated(5000));
    file.close();
    const QString to = m_temp->filePath(u"of-text.linnet"_s);
    QCOMPARE(checkProject(path, {}).error().reason, Reason::NotAProject);
    QCOMPARE(rescue(path, to).error().reason, Reason::NotAProject);
    QVERIFY(!QFile::exists(to) && !QFile::exists(to + u".part"_s));
}

void TestRescue::neverOverAFile()
{
    QCOMPARE(rescue(m_temp->path(), m_temp->path()).error().reason, Reason::BadValue);
    QCOMPARE(rescue(m_temp->filePath(u"none.linnet"_s), m_temp->filePath(u"of-none.linnet"_s)).error().reason,
             Reason::Io);
    std::stop_source stop;
    stop.request_stop();
    const QString to = m_temp->filePath(u"stopped.linnet"_s);
    const auto stopped = rescueProject(m_temp->path(), to, kindOf, Course(stop.get_token()));
    QCOMPARE(stopped.error().reason, Reason::Cancelled);
    QVERIFY(!QFile::exists(to));
}

QTEST_GUILESS_MAIN(TestRescue)
#include "tst_rescue.moc"

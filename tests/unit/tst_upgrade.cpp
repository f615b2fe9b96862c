// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/projectcompact.h"
#include "store/removedrows.h"
#include "store/rescue/damagewords.h"
#include "store/rescue/projectcheck.h"
#include "store/rescue/projectrescue.h"
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include "table/leftoutschema.h"
#include "table/pageschema.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <optional>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;
using test::TempProject;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A project as that version of the file format had it, from tests/data/versions.
void makeOld(int version, const QString &path)
{
    const QByteArray sql = bytesOf(QStringLiteral(LINNET_SOURCE_DIR) +
                                   u"/tests/data/versions/v%1.sql"_s.arg(version, 2, 10, QChar(u'0')));
    QVERIFY(!sql.isEmpty());
    auto database = Database::open(path, Database::Mode::Write);
    const auto made = database->exec("PRAGMA foreign_keys = 0;" + sql);
    QVERIFY2(made, made ? "" : qPrintable(made.error().detail));
}

void post(Writer &writer, RunId run, const QString &key)
{
    Unit unit;
    unit.run = run;
    unit.rows = {test::vacancyRow(key, {{VacancyColumn::Vacancy, key}})};
    writer.post(std::move(unit));
}

QStringList filesOf(const QTemporaryDir &folder)
{
    return QDir(folder.path()).entryList(QDir::Files | QDir::Hidden, QDir::Name);
}

} // namespace

/// Projects of every earlier version open, and stay as they were beside it; others are only read.
class TestUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVersionOpens_data();
    void everyVersionOpens();
    void everyVersionIsRescued_data() { everyVersionOpens_data(); }
    void everyVersionIsRescued();
    void nothingHappensWithoutACopy();
    void newProjectsNeedNone();
    void opensToRead();
    void removesRowsOnly();
    void compacts();
};

void TestUpgrade::everyVersionOpens_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < SchemaSteps::version(); ++version)
        QTest::newRow(qPrintable(u"version %1"_s.arg(version))) << version;
}

void TestUpgrade::everyVersionOpens()
{
    QFETCH(const int, version);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.linnet"_s);
    makeOld(version, path);
    // Whoever only reads changes nothing, and cannot read what is not there yet.
    QVERIFY(RowReader::open(path).value()->isOutdated().value());
    QCOMPARE(Project::openToRead(path).error().reason, Reason::Locked);
    QCOMPARE(filesOf(folder), QStringList{u"old.linnet"_s});

    const QString copy = folder.filePath(u"old.v%1.linnet.bak"_s.arg(version));
    {
        const auto project = Project::open(path);
        QVERIFY2(project, project ? "" : qPrintable(project.error().detail));
        QCOMPARE((*project)->writer().copyOfBefore(), copy);
        const auto reader = (*project)->reader().value();
        const RowQuery all{&table::vacancySchema(), {}, {}, {}};
        const auto ids = reader->ids(all);
        QVERIFY(ids);
        QCOMPARE(*ids, (IdVector{1, 2, 3}));
        const auto rows = reader->rows(table::vacancySchema(), *ids);
        QVERIFY(rows);
        QCOMPARE(table::toText(rows->at(0)[size_t(VacancyColumn::Description)]),
                 u"Длинный текст объявления. "_s.repeated(24));
        QCOMPARE(table::toText(rows->at(1)[size_t(VacancyColumn::Description)]), u"Короткий текст"_s);
        QCOMPARE(table::toText(rows->at(2)[size_t(VacancyColumn::SalaryFrom)]), u"110000.5"_s);
        const auto runs = reader->runs();
        QVERIFY(runs);
        QCOMPARE(runs->size(), size_t(version < 2 ? 2 : 3));
        QCOMPARE(runs->at(1).state, RunState::Paused);
        QCOMPARE(reader->workCounts(2)->pending, 1);
        if (version >= 2) {
            const auto pages = reader->ids({&table::pageSchema(), {}, {}, {}});
            QVERIFY(pages);
            const auto cells = reader->rows(table::pageSchema(), *pages);
            QVERIFY(cells);
            QCOMPARE(table::toText(cells->at(1)[size_t(table::PageColumn::Url)]),
                     u"https://site.example/a"_s);
            QCOMPARE(table::toText(cells->at(1)[size_t(table::PageColumn::Inlinks)]), u"1"_s);
        }
        QCOMPARE(reader->memos()->size(), version < 6 ? 0 : 1);
        // And it can be written.
        post((*project)->writer(), 2, u"hh:9"_s);
        QVERIFY((*project)->close());
    }
    const auto checked = checkProject(path, {});
    QVERIFY(checked);
    QVERIFY2(checked->isWhole(), qPrintable(checked->details.join(u'\n')));
    auto kept = Database::open(copy, Database::Mode::Read);
    QCOMPARE(kept->integer("PRAGMA user_version").value_or(-1), version);
    QCOMPARE(kept->integer("SELECT count(*) FROM vacancy").value_or(-1), 3);
    kept->close();
    // Once is enough.
    const auto again = Project::open(path);
    QVERIFY(again);
    QCOMPARE((*again)->writer().copyOfBefore(), QString());
    QCOMPARE((*again)->reader().value()->count({&table::vacancySchema(), {}, {}, {}}).value_or(-1), 4);
}

void TestUpgrade::everyVersionIsRescued()
{
    QFETCH(const int, version);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.linnet"_s);
    const QString to = folder.filePath(u"new.linnet"_s);
    makeOld(version, path);
    const QByteArray before = bytesOf(path);
    const auto report = rescueProject(path, to, [](const table::Schema &) { return u"x"_s; });
    QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
    QVERIFY2(report->isWhole(), qPrintable(DamageWords::of(*report).join(u'\n')));
    QVERIFY(bytesOf(path) == before);
    const auto reader = RowReader::open(to).value();
    QVERIFY(!reader->isOutdated().value());
    const auto rows =
        reader->rows(table::vacancySchema(), reader->ids({&table::vacancySchema(), {}, {}, {}}).value());
    QVERIFY(rows);
    QCOMPARE(rows->size(), size_t(3));
    QCOMPARE(table::toText(rows->at(2)[size_t(VacancyColumn::Description)]),
             u"Длинный текст объявления. "_s.repeated(24));
    QCOMPARE(reader->runs()->size(), size_t(version < 2 ? 2 : 3));
    QCOMPARE(reader->workCounts(2)->pending, 1);
}

/// The copy cannot be made: the error says where, and the project is as it was.
void TestUpgrade::nothingHappensWithoutACopy()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.linnet"_s);
    makeOld(3, path);
    const QByteArray before = bytesOf(path);
    QVERIFY(QDir(folder.path()).mkpath(u"old.v3.linnet.bak.part/full"_s));
    const auto refused = Project::open(path);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"old.v3.linnet.bak"_s), qPrintable(refused.error().detail));
    QVERIFY(bytesOf(path) == before);
    QCOMPARE(filesOf(folder), QStringList{u"old.linnet"_s});
    // An earlier copy is nothing to be overwritten.
    QVERIFY(QDir(folder.filePath(u"old.v3.linnet.bak.part"_s)).removeRecursively());
    QFile earlier(folder.filePath(u"old.v3.linnet.bak"_s));
    QVERIFY(earlier.open(QIODevice::WriteOnly) && earlier.write("mine") == 4);
    earlier.close();
    const auto opened = Project::open(path);
    QVERIFY(opened);
    QCOMPARE((*opened)->writer().copyOfBefore(), folder.filePath(u"old.v3-2.linnet.bak"_s));
    QCOMPARE(bytesOf(earlier.fileName()), "mine"_ba);
}

void TestUpgrade::newProjectsNeedNone()
{
    TempProject temp;
    QCOMPARE(temp.writer().copyOfBefore(), QString());
    QVERIFY(temp.reopen());
    QCOMPARE(temp.writer().copyOfBefore(), QString());
    QCOMPARE(QDir(temp.filePath(u"."_s)).entryList({u"*.bak"_s}).size(), 0);
}

/// What another program writes is seen at the next reading; nothing is written from here.
void TestUpgrade::opensToRead()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    post(temp.writer(), run, u"hh:1"_s);
    QVERIFY(temp.flush());
    const auto read = Project::openToRead(temp.path());
    QVERIFY(read);
    QVERIFY((*read)->isReadOnly());
    QVERIFY(!temp.project().isReadOnly());
    const RowQuery all{&table::vacancySchema(), {}, {}, {}};
    const auto reader = (*read)->reader().value();
    QCOMPARE(reader->count(all).value_or(-1), 1);
    post((*read)->writer(), run, u"hh:2"_s);
    (*read)->writer().removeRun(run);
    QObject context;
    std::optional<Result<void>> answer;
    (*read)->writer().flush(&context, [&](const Result<void> &result) { answer = result; });
    QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 30'000);
    QVERIFY(answer->has_value());
    QCOMPARE(reader->count(all).value_or(-1), 1);
    post(temp.writer(), run, u"hh:3"_s);
    QVERIFY(temp.flush());
    QCOMPARE(reader->count(all).value_or(-1), 2);
    const QString copy = temp.filePath(u"copy.linnet"_s);
    QVERIFY((*read)->saveCopy(copy));
    QVERIFY(Project::open(copy));
    QVERIFY((*read)->close());
    QCOMPARE(Project::openToRead(temp.filePath(u"none.linnet"_s)).error().reason, Reason::Io);
}

void TestUpgrade::removesRowsOnly()
{
    TempProject temp;
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    const RunId other = temp.writer().postRun(u"vacancies"_s, {});
    for (const RunId each : {run, other}) {
        post(temp.writer(), each, u"hh:1"_s);
        post(temp.writer(), each, u"hh:2"_s);
        Unit end;
        end.run = each;
        end.newWork = {{u"u"_s, u"k"_s, u"h"_s, {}, 0}};
        end.state = RunState::Finished;
        end.counts = QJsonObject{{u"requests"_s, 7}};
        temp.writer().post(std::move(end));
    }
    temp.writer().removeRows(run);
    temp.writer().removeRows(run);
    QVERIFY(temp.flush());
    const auto reader = temp.reader();
    QCOMPARE(reader->count({&table::vacancySchema(), {run}, {}, {}}).value_or(-1), 0);
    QCOMPARE(reader->count({&table::vacancySchema(), {other}, {}, {}}).value_or(-1), 2);
    QCOMPARE(reader->workCounts(run)->pending, 0);
    const auto runs = reader->runs();
    QVERIFY(runs);
    QCOMPARE(runs->size(), size_t(2));
    QCOMPARE(runs->at(0).state, RunState::Finished);
    QCOMPARE(runs->at(0).counts[u"requests"_s].toInt(), 7);
    const auto removed = RemovedRows::of(runs->at(0).counts);
    QVERIFY(removed);
    QCOMPARE(removed->of(&table::vacancySchema()), 2);
    QCOMPARE(removed->of(&table::leftOutSchema()), 0);
    QVERIFY(!removed->when.isEmpty());
    QVERIFY(!RemovedRows::of(runs->at(1).counts));
}

/// Nothing is changed by what stands in its way.
void TestUpgrade::compacts()
{
    TempProject temp;
    QCOMPARE(compactProject(temp.path(), {}).error().reason, Reason::Locked);
    QVERIFY(temp.close());
    const QByteArray before = bytesOf(temp.path());
    std::stop_source stop;
    stop.request_stop();
    QCOMPARE(compactProject(temp.path(), Course(stop.get_token())).error().reason, Reason::Cancelled);
    QVERIFY(bytesOf(temp.path()) == before);
    const auto needs = compactNeeds(temp.path());
    QVERIFY(needs && needs->areMet() && needs->bytes > 0);
    QVERIFY(compactProject(temp.path(), {}));
    QVERIFY(temp.reopen());
    QCOMPARE(compactProject(temp.filePath(u"none.linnet"_s), {}).error().reason, Reason::Io);
}

QTEST_GUILESS_MAIN(TestUpgrade)
#include "tst_upgrade.moc"

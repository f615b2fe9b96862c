// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <atomic>

using namespace linnet;
using namespace linnet::store;
using namespace Qt::Literals::StringLiterals;
using linnet::table::vacancySchema;
using linnet::test::TempProject;
using linnet::test::vacancyRow;

namespace {

constexpr int RowsPerUnit = 7;

Reason reasonOf(const auto &result)
{
    return result ? Reason::None : result.error().reason;
}

RowQuery allRows()
{
    RowQuery query;
    query.schema = &vacancySchema();
    return query;
}

void postRows(Writer &writer, RunId run, int count)
{
    Unit unit;
    unit.run = run;
    for (int i = 0; i < count; ++i)
        unit.rows.push_back(vacancyRow(QString::number(i), {{table::VacancyColumn::Vacancy, u"name"_s}}));
    writer.post(unit);
}

/// What the child process does: writes units for ever, of rows, new work and an end each, until it is killed.
int writeUntilKilled(const QString &path)
{
    const Result<std::unique_ptr<Project>> project = Project::open(path);
    if (!project)
        return 1;
    Writer &writer = (*project)->writer();
    const RunId run = writer.postRun(u"crash"_s, {});
    std::atomic<int> units = 0;
    QObject::connect(&writer, &Writer::committed, &writer, [&units](const Committed &change) {
        for (const Committed::Work &work : change.work)
            units += work.added;
    });
    bool told = false;
    for (int n = 0;; ++n) {
        Unit unit;
        unit.run = run;
        for (int i = 0; i < RowsPerUnit; ++i)
            unit.rows.push_back(vacancyRow(u"%1/%2"_s.arg(n).arg(i), {{table::VacancyColumn::Description,
                                                                       QString(700, QChar(u'a' + n % 20))}}));
        unit.newWork = {{u"u%1"_s.arg(n), u"k"_s, u"h"_s, {}, 0}};
        unit.ended = {{n, WorkState::Done, 1, {}}};
        writer.post(unit);
        while (writer.isBusy())
            QThread::msleep(1);
        if (units > 100 && !told) {
            told = true;
            fputs("writing\n", stdout);
            fflush(stdout);
        }
    }
}

} // namespace

class TestProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndReopens();
    void refusesASecondWriter();
    void refusesInAnotherProcess();
    void lockNamesTheSameFile();
    void notOurs_data();
    void notOurs();
    void newer();
    void noFolder();
    void readsReadOnlyFiles();
    void survivesAKill();
    void copies();
    void failedCopyLosesNothing();
    void unsaved();
    void unsavedWorkIsKept();
    void onlyTheOwnerReads();
};

void TestProject::createsAndReopens()
{
    TempProject temp;
    QVERIFY(temp.isOpen());
    const RunId run = temp.writer().postRun(u"vacancies"_s, {});
    postRows(temp.writer(), run, 3);
    QVERIFY(temp.reopen());
    QCOMPARE(temp.reader()->count(allRows()).value_or(-1), 3);
    postRows(temp.writer(), temp.writer().postRun(u"vacancies"_s, {}), 2);
    QVERIFY(temp.flush());
    QCOMPARE(temp.reader()->ids(allRows()).value_or(IdVector()), (IdVector{1, 2, 3, 4, 5}));
}

void TestProject::refusesASecondWriter()
{
    TempProject temp;
    QCOMPARE(reasonOf(Project::open(temp.path())), Reason::Locked);
    QVERIFY(temp.reader()->count(allRows()));
    // The refused one must not have taken the lock away from the first.
    QCOMPARE(reasonOf(Project::open(temp.path())), Reason::Locked);
    QVERIFY(temp.close());
    QCOMPARE(reasonOf(Project::open(temp.path())), Reason::None);
}

void TestProject::refusesInAnotherProcess()
{
    TempProject temp;
    QProcess child;
    child.start(QCoreApplication::applicationFilePath(), {u"--write-until-killed"_s, temp.path()});
    QVERIFY(child.waitForFinished());
    QCOMPARE(child.exitCode(), 1);
}

void TestProject::lockNamesTheSameFile()
{
    TempProject temp;
    const QString link = temp.filePath(u"link.linnet"_s);
    QVERIFY(QFile::link(temp.path(), link));
    QCOMPARE(reasonOf(Project::open(link)), Reason::Locked);
}

void TestProject::notOurs_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("text file") << QByteArray();
    QTest::newRow("other database") << QByteArray("CREATE TABLE work (id)");
    QTest::newRow("other application") << QByteArray("PRAGMA application_id = 5; CREATE TABLE work (id)");
}

void TestProject::notOurs()
{
    QFETCH(QByteArray, sql);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"foreign"_s);
    if (sql.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("just some text\n").repeated(1000));
    } else {
        Result<Database> database = Database::open(path, Database::Mode::Write);
        QVERIFY(database->exec(sql));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    QCOMPARE(reasonOf(Project::open(path)), Reason::NotAProject);
    QCOMPARE(reasonOf(RowReader::open(path)), Reason::NotAProject);
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), before);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"foreign"_s});
}

void TestProject::newer()
{
    TempProject temp;
    QVERIFY(temp.close());
    {
        Result<Database> database = Database::open(temp.path(), Database::Mode::Write);
        QVERIFY(database->exec("PRAGMA user_version = " + QByteArray::number(SchemaSteps::version() + 1)));
    }
    QCOMPARE(reasonOf(Project::open(temp.path())), Reason::NewerProject);
    QCOMPARE(reasonOf(RowReader::open(temp.path())), Reason::NewerProject);
}

void TestProject::noFolder()
{
    QTemporaryDir folder;
    QCOMPARE(reasonOf(Project::open(folder.filePath(u"none/a.linnet"_s))), Reason::Io);
    QCOMPARE(reasonOf(RowReader::open(folder.filePath(u"a.linnet"_s))), Reason::Io);
    QVERIFY(!QFile::exists(folder.filePath(u"a.linnet"_s)));
}

void TestProject::readsReadOnlyFiles()
{
    TempProject temp;
    postRows(temp.writer(), temp.writer().postRun(u"vacancies"_s, {}), 3);
    QVERIFY(temp.close());
    QVERIFY(QFile::setPermissions(temp.path(), QFile::ReadOwner));
    QCOMPARE(temp.reader()->count(allRows()).value_or(-1), 3);
}

void TestProject::survivesAKill()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"crash.linnet"_s);
    for (int round = 0; round < 3; ++round) {
        QProcess child;
        child.start(QCoreApplication::applicationFilePath(), {u"--write-until-killed"_s, path});
        QVERIFY(child.waitForReadyRead());
        child.kill();
        QVERIFY(child.waitForFinished());
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);

        const Result<std::unique_ptr<Project>> project = Project::open(path); // no stale lock in the way
        QCOMPARE(reasonOf(project), Reason::None);
        Result<Database> database = Database::open(path, Database::Mode::Read);
        Result<Statement> check = database->prepare("PRAGMA integrity_check");
        QVERIFY(check->step());
        QCOMPARE(check->text(0), u"ok"_s);
        QCOMPARE(database->integer("SELECT count(*) FROM pragma_foreign_key_check").value_or(-1), 0);
        const qint64 units = database->integer("SELECT count(*) FROM work").value_or(-1);
        QVERIFY(units > 100);
        QCOMPARE(database->integer("SELECT count(*) FROM vacancy").value_or(-1), units * RowsPerUnit);
        QCOMPARE(
            database->integer("SELECT count(*) FROM v_vacancy WHERE length(description) = 700").value_or(-1),
            units * RowsPerUnit);
        const Result<std::vector<RunInfo>> runs = (*project)->reader().value()->runs();
        QCOMPARE(int(runs->size()), round + 1);
        QCOMPARE(runs->back().state, RunState::Running);
    }
}

void TestProject::copies()
{
    TempProject temp;
    postRows(temp.writer(), temp.writer().postRun(u"vacancies"_s, {}), 100);
    QVERIFY(temp.flush());
    const QString copy = temp.filePath(u"copy.linnet"_s);
    for (int i = 0; i < 2; ++i) { // the second time it is replaced
        QVERIFY(temp.project().saveCopy(copy));
        const Result<std::unique_ptr<Project>> opened = Project::open(copy);
        QCOMPARE(reasonOf(opened), Reason::None);
        QCOMPARE((*opened)->reader().value()->count(allRows()).value_or(-1), 100);
        QCOMPARE(reasonOf(temp.project().saveCopy(copy)), Reason::Locked);
        postRows((*opened)->writer(), (*opened)->writer().postRun(u"vacancies"_s, {}), 5);
    }
    QCOMPARE(RowReader::open(copy).value()->count(allRows()).value_or(-1), 105);
    QVERIFY(temp.project().saveCopy(temp.path()));
    // What was posted a moment ago is in the copy.
    postRows(temp.writer(), temp.writer().postRun(u"vacancies"_s, {}), 7);
    const QString atOnce = temp.filePath(u"at-once.linnet"_s);
    QVERIFY(temp.project().saveCopy(atOnce));
    QCOMPARE(RowReader::open(atOnce).value()->count(allRows()).value_or(-1), 107);
    QCOMPARE(reasonOf(temp.project().saveCopy(temp.filePath(u"none/copy.linnet"_s))), Reason::Io);
    QCOMPARE(temp.reader()->count(allRows()).value_or(-1), 107);
}

/// A project that was to be replaced and could not be is as it was, its last commits too.
void TestProject::failedCopyLosesNothing()
{
#ifdef Q_OS_UNIX
    TempProject temp;
    postRows(temp.writer(), temp.writer().postRun(u"vacancies"_s, {}), 3);
    QVERIFY(temp.flush());
    // A crash leaves the log beside the file: the files of an open project are just that.
    TempProject old;
    postRows(old.writer(), old.writer().postRun(u"vacancies"_s, {}), 7);
    QVERIFY(old.flush());
    QTemporaryDir folder;
    const QString target = folder.filePath(u"old.linnet"_s);
    QVERIFY(QFile::copy(old.path(), target));
    QVERIFY(QFile::copy(old.path() + u"-wal"_s, target + u"-wal"_s));
    QVERIFY(QFileInfo(target + u"-wal"_s).size() > 0);
    // A file cannot be renamed over a folder, so the last step fails.
    const QString blocked = folder.filePath(u"folder"_s);
    QVERIFY(QDir().mkpath(blocked + u"/x"_s));
    QVERIFY(QFile::copy(old.path() + u"-wal"_s, blocked + u"-wal"_s));
    QVERIFY(!temp.project().saveCopy(blocked));
    QVERIFY(QFileInfo(blocked + u"-wal"_s).size() > 0);
    QVERIFY(!QFile::exists(blocked + u".part"_s));

    QVERIFY(temp.project().saveCopy(target));
    QVERIFY(!QFile::exists(target + u"-wal"_s));
    QVERIFY(!QFile::exists(target + u"-wal.old"_s));
    QCOMPARE(RowReader::open(target).value()->count(allRows()).value_or(-1), 3);
#endif
}

/// What a run has left to do is worth as much as rows.
void TestProject::unsavedWorkIsKept()
{
    const QTemporaryDir folder;
    const UnsavedProjects unsaved(folder.filePath(u"unsaved"_s));
    const QString path = unsaved.newPath();
    {
        const Result<std::unique_ptr<Project>> project = Project::open(path);
        QVERIFY(project);
        Unit unit;
        unit.run = (*project)->writer().postRun(u"checks"_s, {});
        unit.newWork.push_back({u"http://a.test/"_s, u"check"_s, u"a.test"_s, {}, 0});
        (*project)->writer().post(std::move(unit));
        QVERIFY((*project)->close());
    }
    const std::vector<UnsavedProjects::Left> left = unsaved.left();
    QCOMPARE(left.size(), 1u);
    QCOMPARE(left.front().path, path);
    QCOMPARE(left.front().rows, 0);
    QVERIFY(left.front().hasWork);
}

void TestProject::onlyTheOwnerReads()
{
#ifdef Q_OS_WIN
    QSKIP("owners are another matter there");
#endif
    static constexpr auto Others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                   QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    const auto isPrivate = [](const QString &path) {
        return QFile::exists(path) && !(QFile::permissions(path) & Others);
    };
    const QTemporaryDir folder;
    const UnsavedProjects unsaved(folder.filePath(u"data/unsaved"_s));
    const QString path = unsaved.newPath();
    QVERIFY(isPrivate(unsaved.folder()));
    const Result<std::unique_ptr<Project>> project = Project::open(path);
    QVERIFY(project);
    (*project)->writer().postRun(u"checks"_s, {});
    QTRY_VERIFY(QFile::exists(path + u"-wal"_s));
    QVERIFY(isPrivate(path));
    QVERIFY(isPrivate(path + u"-wal"_s));
    const QString copy = folder.filePath(u"copy.linnet"_s);
    QVERIFY((*project)->saveCopy(copy));
    QVERIFY(isPrivate(copy));
}

void TestProject::unsaved()
{
    QTemporaryDir folder;
    const UnsavedProjects unsaved(folder.filePath(u"unsaved"_s));
    QVERIFY(unsaved.left().empty());
    QStringList paths;
    for (int i = 0; i < 3; ++i) {
        paths.append(unsaved.newPath());
        const Result<std::unique_ptr<Project>> project = Project::open(paths.back());
        QCOMPARE(reasonOf(project), Reason::None);
        if (i > 0)
            postRows((*project)->writer(), (*project)->writer().postRun(u"vacancies"_s, {}), i);
    }
    QCOMPARE(QSet<QString>(paths.begin(), paths.end()).size(), 3);
    {
        const Result<std::unique_ptr<Project>> open = Project::open(paths[1]);
        const std::vector<UnsavedProjects::Left> left = unsaved.left();
        QCOMPARE(left.size(), 1u);
        QCOMPARE(left[0].path, paths[2]);
        QCOMPARE(left[0].rows, 2);
        QVERIFY(!left[0].lastRun.isEmpty());
    }
    QVERIFY(!QFile::exists(paths[0])); // it was empty
    QCOMPARE(unsaved.left().size(), 2u);
    QVERIFY(UnsavedProjects::remove(paths[1]));
    QCOMPARE(QDir(folder.filePath(u"unsaved"_s)).entryList(QDir::Files),
             QStringList{QFileInfo(paths[2]).fileName()});
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments[1] == u"--write-until-killed")
        return writeUntilKilled(arguments[2]);
    TestProject test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_project.moc"

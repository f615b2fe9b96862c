// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/project.h"
#include "support/clirunner.h"
#include "support/damage.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// linnet-cli project: sizes and care of a project.
class TestProjectCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsRuns();
    void deletes();
    void keepsCounts();
    void compacts();
    void checksAndRescues();
    void damaged_data();
    void damaged();
    void openElsewhere();
    void readOnlyFolder();
    void sample();
    void badUsage_data();
    void badUsage();

private:
    void import(const QString &project, int rows, char letter = 'x') const;
    QJsonArray runs(const QString &project) const;
    test::CliResult project(const QStringList &args) const
    {
        return m_cli->run(QStringList{u"project"_s} + args);
    }

    std::unique_ptr<test::CliRunner> m_cli;
};

void TestProjectCommand::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

void TestProjectCommand::import(const QString &project, int rows, char letter) const
{
    QByteArray csv = "id,source,name,description\n";
    for (int i = 0; i < rows; ++i)
        csv += QByteArray::number(i) + ",hh,Name " + QByteArray::number(i) + ',' + QByteArray(600, letter) +
               QByteArray::number(i) + '\n';
    m_cli->write(u"in.csv"_s, csv);
    const auto result = m_cli->run({u"import"_s, project, u"in.csv"_s});
    QVERIFY2(result.status == 0, result.err.constData());
}

QJsonArray TestProjectCommand::runs(const QString &project) const
{
    const auto result = this->project({project, u"-o"_s, u"runs.json"_s});
    if (result.status != 0)
        qWarning() << result.err;
    return QJsonDocument::fromJson(m_cli->read(u"runs.json"_s)).array();
}

void TestProjectCommand::listsRuns()
{
    import(u"p.linnet"_s, 300);
    import(u"p.linnet"_s, 30, 'y');
    QCOMPARE(m_cli->run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"Monthly list"_s}).status, 0);
    const auto shown = project({u"p.linnet"_s});
    QCOMPARE(shown.status, 0);
    QVERIFY2(shown.out.startsWith("run  kind"), shown.out);
    QVERIFY2(shown.out.contains("Monthly list"), shown.out);
    QVERIFY2(shown.err.contains("would be given back by --compact"), shown.err);
    QVERIFY2(shown.err.contains("reading the sizes: "), shown.err);
    const QJsonArray listed = runs(u"p.linnet"_s);
    QCOMPARE(listed.size(), 2);
    QCOMPARE(listed[0][u"run"_s].toInt(), 1);
    QCOMPARE(listed[0][u"kind"_s].toString(), u"vacancies"_s);
    QCOMPARE(listed[0][u"rows"_s].toInt(), 300);
    QCOMPARE(listed[1][u"rows"_s].toInt(), 30);
    QCOMPARE(listed[0][u"kept"_s].toString(), u"full"_s);
    const qint64 first = listed[0][u"bytes"_s].toInteger();
    const qint64 second = listed[1][u"bytes"_s].toInteger();
    const qint64 file = QFileInfo(m_cli->path(u"p.linnet"_s)).size();
    QVERIFY(first > 7 * second && first < 13 * second); // ten times the rows
    QVERIFY(first + second <= file && first + second > file / 2);
    // Like other tables.
    const auto chosen = project({u"p.linnet"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"rows,run"_s});
    QCOMPARE(chosen.out, "rows,run\r\n300,1\r\n30,2\r\n"_ba);
    QCOMPARE(project({u"p.linnet"_s, u"-o"_s, u"runs.xlsx"_s}).status, 0);
    QVERIFY(QFileInfo(m_cli->path(u"runs.xlsx"_s)).size() > 1000);
}

void TestProjectCommand::deletes()
{
    for (int i = 0; i < 3; ++i)
        import(u"p.linnet"_s, 10 + i);
    const auto unknown = project({u"p.linnet"_s, u"--delete"_s, u"1,9"_s});
    QCOMPARE(unknown.status, 2);
    QCOMPARE(runs(u"p.linnet"_s).size(), 3); // not half of it
    QCOMPARE(project({u"p.linnet"_s, u"--delete"_s, u"1,3"_s}).status, 0);
    const QJsonArray left = runs(u"p.linnet"_s);
    QCOMPARE(left.size(), 1);
    QCOMPARE(left[0][u"run"_s].toInt(), 2);
    QCOMPARE(left[0][u"rows"_s].toInt(), 11);
}

/// Older runs of a task stay as counts and say so, wherever somebody asks for their rows.
void TestProjectCommand::keepsCounts()
{
    import(u"p.linnet"_s, 10);
    for (int i = 0; i < 2; ++i) // the same file as it was: one task
        QCOMPARE(m_cli->run({u"import"_s, u"p.linnet"_s, u"in.csv"_s}).status, 0);
    import(u"p.linnet"_s, 7);
    const auto kept = project({u"p.linnet"_s, u"--keep"_s, u"1"_s});
    QCOMPARE(kept.status, 0);
    QVERIFY2(kept.out.startsWith("2 run") && kept.out.contains("kept as counts only"), kept.out);
    const QJsonArray all = runs(u"p.linnet"_s);
    QCOMPARE(all.size(), 4);
    for (int i = 0; i < 4; ++i) {
        QCOMPARE(all[i][u"rows"_s].toInt(), i < 3 ? 10 : 7);
        QCOMPARE(all[i][u"kept"_s].toString(), i < 2 ? u"counts"_s : u"full"_s);
    }
    const auto exported = m_cli->run({u"export"_s, u"p.linnet"_s, u"--run"_s, u"1"_s, u"-o"_s, u"-"_s});
    QCOMPARE(exported.status, 2);
    QVERIFY2(exported.err.contains("run 1 is kept as counts only"), exported.err);
    const auto compared = m_cli->run({u"compare"_s, u"p.linnet"_s, u"--runs"_s, u"1,3"_s});
    QCOMPARE(compared.status, 2);
    QVERIFY2(compared.err.contains("kept as counts only"), compared.err);
    const auto last = m_cli->run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"vacancy"_s});
    QCOMPARE(last.status, 0);
    QCOMPARE(last.out.count('\n'), 8);
    // Once more there is nothing to do.
    QVERIFY(project({u"p.linnet"_s, u"--keep"_s, u"1"_s}).out.startsWith("0 run"));
    QCOMPARE(runs(u"p.linnet"_s)[0][u"rows"_s].toInt(), 10);
    QCOMPARE(project({u"p.linnet"_s, u"--check"_s}).status, 0);
}

/// Also what leaves the index of words only later.
void TestProjectCommand::compacts()
{
    import(u"p.linnet"_s, 2000);
    import(u"p.linnet"_s, 50, 'y');
    const QString path = m_cli->path(u"p.linnet"_s);
    const auto rowsOf = [&path] { return test::RowPlaces::stored(path)["vacancy"]; };
    QCOMPARE(project({u"p.linnet"_s, u"--delete"_s, u"1"_s}).status, 0);
    const auto before = rowsOf();
    const qint64 size = QFileInfo(path).size();
    const QFile::Permissions permissions = QFile::permissions(path);
    const auto compacted = project({u"p.linnet"_s, u"--compact"_s});
    QVERIFY2(compacted.status == 0, compacted.err);
    QVERIFY2(compacted.out.contains("before"), compacted.out);
    QVERIFY2(compacted.err.contains("compacting: ") && compacted.err.contains('%'), compacted.err);
    QVERIFY2(QFileInfo(path).size() < size / 4,
             qPrintable(u"%1 of %2"_s.arg(QFileInfo(path).size()).arg(size)));
    QCOMPARE(QFile::permissions(path), permissions);
    QCOMPARE(rowsOf(), before);
    QCOMPARE(rowsOf().size(), 50);
    QCOMPARE(project({u"p.linnet"_s, u"--check"_s}).status, 0);
    QCOMPARE(QDir(m_cli->path(u"."_s)).entryList({u"*.part*"_s, u"*.lock"_s, u"*-wal"_s}).size(), 0);
    const auto found = m_cli->run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"vacancy"_s,
                                   u"--where"_s, u"description has words \"y*\""_s});
    QCOMPARE(found.out.count('\n'), 51);
}

void TestProjectCommand::checksAndRescues()
{
    import(u"p.linnet"_s, 500);
    const auto whole = project({u"p.linnet"_s, u"--check"_s});
    QCOMPARE(whole.status, 0);
    QVERIFY2(whole.out.contains("The project is in order."), whole.out);
    QVERIFY2(whole.err.contains("checking: ") && whole.err.contains('%'), whole.err);
    QVERIFY(!whole.out.contains('%'));
    const auto rescued = project({u"p.linnet"_s, u"--rescue"_s, u"new.linnet"_s});
    QVERIFY2(rescued.status == 0, rescued.err);
    QVERIFY2(rescued.out.contains("vacancies: 500 row"), rescued.out);
    QVERIFY2(rescued.err.contains("rescuing: ") && rescued.err.contains('%'), rescued.err);
    QVERIFY2(rescued.out.contains("Nothing that was found is lost."), rescued.out);
    QCOMPARE(runs(u"new.linnet"_s)[0][u"rows"_s].toInt(), 500);
    const auto again = project({u"p.linnet"_s, u"--rescue"_s, u"new.linnet"_s});
    QCOMPARE(again.status, 2);
    QVERIFY2(again.err.contains("new.linnet exists already"), again.err);
    m_cli->write(u"text.linnet"_s, QByteArray(5000, 'x'));
    for (const QStringList &deed : {QStringList{u"--check"_s}, {u"--rescue"_s, u"other.linnet"_s}}) {
        const auto none = project(QStringList{u"text.linnet"_s} + deed);
        QCOMPARE(none.status, 2);
        QVERIFY2(none.err.contains("not a Linnet project"), none.err);
    }
}

void TestProjectCommand::damaged_data()
{
    QTest::addColumn<quint32>("seed");
    for (quint32 seed = 1; seed <= 3; ++seed)
        QTest::newRow(qPrintable(u"seed %1"_s.arg(seed))) << seed;
}

/// Whatever is asked of a damaged project, there is a message and no crash.
void TestProjectCommand::damaged()
{
    QFETCH(const quint32, seed);
    import(u"p.linnet"_s, 3000);
    const QString path = m_cli->path(u"p.linnet"_s);
    test::damageFile(path, 200, seed);
    for (const QStringList &command : {QStringList{u"export"_s, u"p.linnet"_s, u"-o"_s, u"o.csv"_s},
                                       {u"project"_s, u"p.linnet"_s},
                                       {u"searches"_s, u"p.linnet"_s},
                                       {u"compare"_s, u"p.linnet"_s}}) {
        const auto result = m_cli->run(command);
        QVERIFY2(result.status >= 0, result.err); // no crash
        QVERIFY2(result.status == 0 || result.err.contains("linnet-cli: "), result.err);
    }
    const auto checked = project({u"p.linnet"_s, u"--check"_s});
    QVERIFY2(checked.status == 1, checked.err);
    QVERIFY2(checked.out.contains("amaged"), checked.out);
    QVERIFY2(checked.out.contains("rescue"), checked.out);
    const auto rescued = project({u"p.linnet"_s, u"--rescue"_s, u"new.linnet"_s});
    QVERIFY2(rescued.status == 1, rescued.err);
    QVERIFY2(rescued.out.contains("could not be read"), rescued.out);
    const auto exported = m_cli->run({u"export"_s, u"new.linnet"_s, u"-o"_s, u"o.csv"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QCOMPARE(project({u"new.linnet"_s, u"--check"_s}).status, 0);
}

/// What changes it is refused with the reason, what reads it is not.
void TestProjectCommand::openElsewhere()
{
    import(u"p.linnet"_s, 20);
    const auto open = store::Project::open(m_cli->path(u"p.linnet"_s));
    QVERIFY(open);
    for (const QStringList &deed : {QStringList{u"--delete"_s, u"1"_s},
                                    {u"--keep"_s, u"1"_s},
                                    {u"--compact"_s},
                                    {u"--rescue"_s, u"new.linnet"_s}}) {
        const auto refused = project(QStringList{u"p.linnet"_s} + deed);
        QVERIFY2(refused.status == 4, refused.err);
        QVERIFY2(refused.err.contains("open in another Linnet"), refused.err);
    }
    QCOMPARE(runs(u"p.linnet"_s).size(), 1);
    QCOMPARE(project({u"p.linnet"_s, u"--check"_s}).status, 0);
    QCOMPARE(m_cli->run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"o.csv"_s}).status, 0);
    QCOMPARE(m_cli->run({u"searches"_s, u"p.linnet"_s}).status, 0);
    QVERIFY(!QFile::exists(m_cli->path(u"new.linnet"_s)));
}

void TestProjectCommand::readOnlyFolder()
{
    import(u"p.linnet"_s, 20);
    const QString folder = m_cli->path(u"closed"_s);
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::rename(m_cli->path(u"p.linnet"_s), folder + u"/p.linnet"_s));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const bool isClosed = !QFile(folder + u"/try"_s).open(QIODevice::WriteOnly);
    const auto open = qScopeGuard(
        [&folder] { QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
    if (!isClosed)
        QSKIP("elsewhere: this user may write everywhere");
    QCOMPARE(project({u"closed/p.linnet"_s}).status, 0);
    QCOMPARE(project({u"closed/p.linnet"_s, u"--check"_s}).status, 0);
    QCOMPARE(project({u"closed/p.linnet"_s, u"--rescue"_s, u"new.linnet"_s}).status, 0);
    for (const QStringList &deed : {QStringList{u"--delete"_s, u"1"_s}, {u"--compact"_s}}) {
        const auto refused = project(QStringList{u"closed/p.linnet"_s} + deed);
        QCOMPARE(refused.status, 4);
        QVERIFY2(refused.err.contains("closed"), refused.err);
    }
}

/// practice --sample writes a project that every other command reads, in place of a file or not at all.
void TestProjectCommand::sample()
{
    m_cli->write(u"sample.linnet"_s, "something else");
    const QString path = m_cli->path(u"sample.linnet"_s);
    for (int i = 0; i < 2; ++i) {
        const auto written = m_cli->run({u"practice"_s, u"--sample"_s, path});
        QVERIFY2(written.status == 0, written.err);
    }
    QVERIFY(!QFileInfo::exists(path + u".part"_s));
    QCOMPARE(runs(path).size(), 8);
    const auto compared = m_cli->run({u"compare"_s, path, u"-o"_s, m_cli->path(u"changes.csv"_s)});
    QVERIFY2(compared.status == 0, compared.err);
    for (const QByteArray change : {"\nnew,", "\ngone,", "\nchanged,"})
        QVERIFY2(m_cli->read(u"changes.csv"_s).contains(change), change);
    const auto project = store::Project::open(path);
    QVERIFY(project);
    QCOMPARE(m_cli->run({u"practice"_s, u"--sample"_s, path}).status, 4);
    QCOMPARE(m_cli->run({u"practice"_s, u"--sample"_s, m_cli->path(u"none/at/all.linnet"_s)}).status, 4);
}

void TestProjectCommand::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::newRow("no project") << QStringList{};
    QTest::newRow("none there") << QStringList{u"none.linnet"_s};
    QTest::newRow("no number") << QStringList{u"p.linnet"_s, u"--delete"_s, u"one"_s};
    QTest::newRow("none to delete") << QStringList{u"p.linnet"_s, u"--delete"_s, u","_s};
    QTest::newRow("keep none") << QStringList{u"p.linnet"_s, u"--keep"_s, u"0"_s};
    QTest::newRow("two deeds") << QStringList{u"p.linnet"_s, u"--check"_s, u"--compact"_s};
    QTest::newRow("over itself") << QStringList{u"p.linnet"_s, u"--rescue"_s, u"p.linnet"_s};
    QTest::newRow("summary") << QStringList{u"p.linnet"_s, u"--summary"_s, u"-"_s};
    QTest::newRow("column") << QStringList{u"p.linnet"_s, u"--columns"_s, u"colour"_s};
}

void TestProjectCommand::badUsage()
{
    QFETCH(const QStringList, args);
    import(u"p.linnet"_s, 3);
    const auto result = project(args);
    QVERIFY2(result.status == 2, result.err);
    QVERIFY2(!result.err.isEmpty(), result.err);
    QCOMPARE(runs(u"p.linnet"_s).size(), 1);
}

QTEST_GUILESS_MAIN(TestProjectCommand)
#include "tst_projectcommand.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/project/project.h"
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "table/checkschema.h"

#include <QDirIterator>
#include <QStandardPaths>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList linesOf(const QByteArray &text)
{
    return QString::fromUtf8(text).split(u'\n', Qt::SkipEmptyParts);
}

/// The paths below a folder, in order.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator all(folder, QDir::Files, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.append(QDir(folder).relativeFilePath(all.next()));
    files.sort();
    return files;
}

} // namespace

/// Saved searches by script, and by the system's scheduler.
class TestSearchesCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savedAndRunAgain();
    void checkKeepsItsList();
    void onlyWhenDue();
    void givenAndTaken();
    void takenOverItsOwn();
    void filesThatAreNone();
    void wrongUse();
    void cronLineWorks();
    void systemdUnitsAreGood();

private:
    /// A project with one small finished search.
    void search(const test::CliRunner &cli, const QString &project, const QUrl &base) const
    {
        const auto run = cli.run({u"vacancies"_s, u"--base-url"_s, base.toString(), u"--proxy"_s, u"none"_s,
                                  u"-t"_s, u"аналитик"_s, u"-p"_s, u"1"_s, u"--no-details"_s, u"-d"_s, u"0"_s,
                                  u"--project"_s, project, u"-o"_s, u"first.csv"_s});
        QCOMPARE(run.status, 0);
    }
};

void TestSearchesCommand::savedAndRunAgain()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    search(cli, u"p.linnet"_s, *base);
    QVERIFY(cli.run({u"searches"_s, u"p.linnet"_s}).out.isEmpty());
    const auto saved =
        cli.run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"Аналитики"_s, u"--schedule"_s, u"1d 09:00"_s});
    QCOMPARE(saved.status, 0);
    const QStringList list = linesOf(cli.run({u"searches"_s, u"p.linnet"_s}).out);
    QCOMPARE(list.size(), 2);
    QVERIFY2(list[1].startsWith(u"1       Аналитики  vacancies"), qPrintable(list[1]));
    QVERIFY(list[1].contains(u"1d 09:00"));

    QVERIFY(QDir().mkpath(cli.path(u"reports"_s)));
    const auto again = cli.run({u"run"_s, u"p.linnet"_s, u"аналитики"_s, u"-o"_s, u"again.csv"_s});
    QVERIFY2(again.status == 0, again.err);
    QCOMPARE(linesOf(cli.read(u"again.csv"_s)).size(), linesOf(cli.read(u"first.csv"_s)).size());
    QVERIFY(linesOf(cli.read(u"again.csv"_s)).size() > 2);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(cli.run({u"run"_s, u"p.linnet"_s, u"1"_s, u"--into"_s, u"reports"_s}).status, 0);
    const QStringList files = filesBelow(cli.path(u"reports"_s));
    QCOMPARE(files.size(), 2); // the second of a day does not replace the first
    QVERIFY2(files.constFirst().contains(u"/Аналитики"), qPrintable(files.constFirst()));

    const auto reader = store::RowReader::open(cli.path(u"p.linnet"_s));
    QVERIFY(reader);
    QCOMPARE((*reader)->runs()->size(), size_t(4));
}

/// A check is run again from its list as it was given, its bad lines too.
void TestSearchesCommand::checkKeepsItsList()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString site = base->toString() + u"/site/"_s;
    cli.write(u"list.txt"_s, (site + u"\nno address\n"_s + site + u"missing\n"_s).toUtf8());
    const QStringList check{u"check"_s,  u"--file"_s,    u"list.txt"_s,  u"--proxy"_s,  u"none"_s,
                            u"-d"_s,     u"0"_s,         u"--project"_s, u"c.linnet"_s, u"-o"_s,
                            u"c1.csv"_s, u"--columns"_s, u"url,status"_s};
    QCOMPARE(cli.run(check).status, 1);
    QCOMPARE(cli.run({u"searches"_s, u"c.linnet"_s, u"--save"_s, u"List"_s}).status, 0);
    const auto again =
        cli.run({u"run"_s, u"c.linnet"_s, u"List"_s, u"-o"_s, u"c2.csv"_s, u"--columns"_s, u"url,status"_s});
    QVERIFY2(again.status == 1, again.err);
    QStringList before = linesOf(cli.read(u"c1.csv"_s));
    QStringList after = linesOf(cli.read(u"c2.csv"_s));
    before.sort();
    after.sort();
    QCOMPARE(after, before);
    QCOMPARE(after.size(), 3);
}

void TestSearchesCommand::onlyWhenDue()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    search(cli, u"p.linnet"_s, *base);
    QCOMPARE(cli.run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"A"_s}).status, 0);
    const size_t before = server.arrivals().size();
    const auto without = cli.run({u"run"_s, u"p.linnet"_s, u"A"_s, u"--if-due"_s});
    QCOMPARE(without.status, 0);
    QVERIFY(without.err.contains("has no schedule"));
    QCOMPARE(cli.run({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"A"_s, u"--schedule"_s, u"1h"_s}).status,
             0);
    QCOMPARE(cli.run({u"run"_s, u"p.linnet"_s, u"A"_s, u"--if-due"_s}).status, 0);
    QCOMPARE(server.arrivals().size(), before); // an hour has not passed
}

void TestSearchesCommand::givenAndTaken()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    search(cli, u"mine.linnet"_s, *base);
    QCOMPARE(cli.run({u"searches"_s, u"mine.linnet"_s, u"--save"_s, u"A"_s}).status, 0);
    const auto given =
        cli.run({u"searches"_s, u"mine.linnet"_s, u"--give"_s, u"A"_s, u"--file"_s, u"a.json"_s});
    QVERIFY2(given.status == 0, given.err);
    search(cli, u"theirs.linnet"_s, *base);
    const auto taken = cli.run({u"searches"_s, u"theirs.linnet"_s, u"--take"_s, u"--file"_s, u"a.json"_s});
    QVERIFY2(taken.status == 0, taken.err);
    QVERIFY2(taken.err.contains("Left out: It asks http://127.0.0.1"), taken.err); // the API's address
    const auto all =
        cli.run({u"searches"_s, u"theirs.linnet"_s, u"--take"_s, u"--take-all"_s, u"--file"_s, u"a.json"_s});
    QCOMPARE(all.status, 0);
    // Where the API stands makes no other search of it: the second takes the place of the first.
    QCOMPARE(linesOf(cli.run({u"searches"_s, u"theirs.linnet"_s}).out).size(), 2);
    QCOMPARE(cli.run({u"run"_s, u"theirs.linnet"_s, u"1"_s, u"--quiet"_s, u"-o"_s, u"b.csv"_s}).status, 0);
}

/// What a project says of a task by itself outlives the same task from a file; a list of queries comes along.
void TestSearchesCommand::takenOverItsOwn()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.csv"_s, "text,area\nаналитик,Москва\nинженер,Казань\n");
    const auto asked = cli.run({u"vacancies"_s, u"--base-url"_s, base->toString(), u"--proxy"_s, u"none"_s,
                                u"--queries"_s, u"list.csv"_s, u"-p"_s, u"1"_s, u"--no-details"_s, u"-d"_s,
                                u"0"_s, u"--project"_s, u"mine.linnet"_s, u"-o"_s, u"first.csv"_s});
    QVERIFY2(asked.status == 0, asked.err);
    QVERIFY(cli.run({u"searches"_s, u"mine.linnet"_s, u"--save"_s, u"Two"_s, u"--schedule"_s, u"1d 09:00"_s,
                     u"--only-new"_s})
                .status == 0);
    const auto given =
        cli.run({u"searches"_s, u"mine.linnet"_s, u"--give"_s, u"Two"_s, u"--file"_s, u"two.json"_s});
    QVERIFY2(given.status == 0, given.err);
    const QByteArray file = cli.read(u"two.json"_s);
    QVERIFY2(file.contains("инженер") && file.contains("only_new") && !file.contains("09:00"), file);
    cli.write(u"two.json"_s, QByteArray(file).replace("\"Two\"", "\"Zwei\""));
    const auto back =
        cli.run({u"searches"_s, u"mine.linnet"_s, u"--take"_s, u"--take-all"_s, u"--file"_s, u"two.json"_s});
    QVERIFY2(back.status == 0, back.err);
    const QStringList mine = linesOf(cli.run({u"searches"_s, u"mine.linnet"_s}).out);
    QCOMPARE(mine.size(), 2);
    QVERIFY2(mine[1].contains(u"Zwei"_s) && mine[1].contains(u"1d 09:00"_s), qPrintable(mine[1]));
    // Elsewhere there is no run yet: the file's queries are asked.
    QVERIFY(store::Project::open(cli.path(u"theirs.linnet"_s)));
    const auto taken = cli.run(
        {u"searches"_s, u"theirs.linnet"_s, u"--take"_s, u"--take-all"_s, u"--file"_s, u"two.json"_s});
    QVERIFY2(taken.status == 0, taken.err);
    const auto ran =
        cli.run({u"run"_s, u"theirs.linnet"_s, u"Zwei"_s, u"--quiet"_s, u"-o"_s, u"second.csv"_s});
    QVERIFY2(ran.status == 0, ran.err);
    QVERIFY(cli.read(u"first.csv"_s).count('\n') > 2);
    QCOMPARE(cli.read(u"second.csv"_s).count('\n'), cli.read(u"first.csv"_s).count('\n'));
}

/// Each says what is wrong, and nothing is taken.
void TestSearchesCommand::filesThatAreNone()
{
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QVERIFY(store::Project::open(cli.path(u"p.linnet"_s)));
    cli.write(u"text.json"_s, "hello");
    cli.write(u"newer.json"_s, R"({"linnet": "search", "version": 9, "kind": "vacancies"})");
    cli.write(u"proxies.json"_s, R"({"linnet": "search", "version": 1, "kind": "proxies", "params": {}})");
    QFile large(cli.path(u"large.json"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((64 << 20) + 1));
    large.close();
    const QList<std::pair<QString, QByteArray>> files{
        {u"text.json"_s, "illegal value"},
        {u"newer.json"_s, "no saved search that this version"},
        {u"proxies.json"_s, "no saved search that this version"},
        {u"large.json"_s, "large"},
        {u"none.json"_s, "none.json"},
        {u"."_s, "linnet-cli: "}};
    for (const auto &[file, words] : files) {
        const auto taken = cli.run({u"searches"_s, u"p.linnet"_s, u"--take"_s, u"--file"_s, file});
        QVERIFY2(taken.status == 2 || taken.status == 4, taken.err);
        QVERIFY2(taken.err.contains(words), taken.err);
    }
    QVERIFY(linesOf(cli.run({u"searches"_s, u"p.linnet"_s}).out).isEmpty());
}

void TestSearchesCommand::wrongUse()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    search(cli, u"p.linnet"_s, *base);
    cli.write(u"junk.json"_s, "{]");
    const auto status = [&cli](const QStringList &args) { return cli.run(args).status; };
    QCOMPARE(status({u"searches"_s, u"none.linnet"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"junk.json"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"A"_s, u"--run"_s, u"9"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"A"_s, u"--schedule"_s, u"often"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--lines"_s, u"A"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--give"_s, u"A"_s, u"--file"_s, u"a.json"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--take"_s, u"--file"_s, u"junk.json"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--take"_s}), 2);
    QCOMPARE(status({u"run"_s, u"p.linnet"_s, u"A"_s}), 2);
    QCOMPARE(status({u"run"_s, u"p.linnet"_s}), 2);
    QCOMPARE(status({u"searches"_s, u"p.linnet"_s, u"--save"_s, u"A"_s}), 0);
    QCOMPARE(status({u"run"_s, u"p.linnet"_s, u"A"_s, u"--into"_s, u"no such drive"_s}), 2);
}

/// The line does what it promises when a shell reads it as cron gives it: with a project whose name holds all
/// that shells and cron take for something else.
void TestSearchesCommand::cronLineWorks()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString project = u"Рынок 100% 'мой' $HOME \"x\".linnet"_s;
    search(cli, project, *base);
    QVERIFY(QDir().mkpath(cli.path(u"out 50%"_s)));
    QCOMPARE(cli.run({u"searches"_s, project, u"--save"_s, u"A"_s, u"--schedule"_s, u"1d 07:05"_s,
                      u"--into"_s, u"out 50%"_s})
                 .status,
             0);
    const QStringList lines = linesOf(cli.run({u"searches"_s, project, u"--lines"_s, u"1"_s}).out);
    QVERIFY(lines.size() > 2);
    QVERIFY2(lines[1].startsWith(u"5 7 * * * "), qPrintable(lines[1]));
    // crontab(5): the first five fields are the time; an escaped percent sign is one, a bare one ends the
    // line.
    QString command = lines[1].section(u' ', 5);
    QVERIFY(!QString(command).remove(u"\\%"_s).contains(u'%'));
    command.replace(u"\\%"_s, u"%"_s);
    QProcess shell;
    shell.setWorkingDirectory(u"/"_s);
    shell.start(u"/bin/sh"_s, {u"-c"_s, command});
    QVERIFY(shell.waitForFinished(120'000));
    QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError());
    QCOMPARE(filesBelow(cli.path(u"out 50%"_s)).size(), 1);
}

void TestSearchesCommand::systemdUnitsAreGood()
{
    test::CountedPractice server;
    const auto base = server.start();
    QVERIFY(base);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString project = u"Рынок 100% \"мой\" $HOME.linnet"_s;
    search(cli, project, *base);
    QCOMPARE(cli.run({u"searches"_s, project, u"--save"_s, u"A"_s, u"--schedule"_s, u"3d 18:30"_s}).status,
             0);
    const QString text = QString::fromUtf8(cli.run({u"searches"_s, project, u"--lines"_s, u"1"_s}).out);
    const auto unit = [&text](const QString &name) {
        const QString from = text.section(u"/"_s + name + u'\n', 1);
        return from.left(from.indexOf(u"\n# ")).trimmed() + u'\n';
    };
    const QString service = unit(u"linnet-1.service"_s);
    QVERIFY2(service.contains(u"100%% \\\"мой\\\" $$HOME.linnet\" \"1\" \"--quiet\" \"--if-due\""),
             qPrintable(service));
    QVERIFY(unit(u"linnet-1.timer"_s).contains(u"OnCalendar=*-*-* 18:30:00\nPersistent=true"));
    const QString analyze = QStandardPaths::findExecutable(u"systemd-analyze"_s);
    if (analyze.isEmpty())
        QSKIP("elsewhere: this system has no systemd");
    for (const QString &name : {u"linnet-1.service"_s, u"linnet-1.timer"_s})
        cli.write(name, unit(name).toUtf8());
    QProcess verify;
    verify.start(analyze,
                 {u"verify"_s, u"--user"_s, cli.path(u"linnet-1.timer"_s), cli.path(u"linnet-1.service"_s)});
    QVERIFY(verify.waitForFinished(60'000));
    const QByteArray said = verify.readAllStandardError();
    QVERIFY2(!said.contains("linnet-1"), said);
}

QTEST_GUILESS_MAIN(TestSearchesCommand)
#include "tst_searchescommand.moc"

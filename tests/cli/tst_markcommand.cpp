// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"

#include <QFile>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Stars, tags and notes by script, and back out with the rows.
class TestMarkCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void marksAndExports();
    void takesAway();
    void wrongUse();
    void projectInUse();

private:
    test::CliResult mark(const QStringList &args) const
    {
        return m_cli->run(QStringList{u"mark"_s, m_project} + args);
    }
    QStringList exported(const QString &filter) const
    {
        const auto result = m_cli->run({u"export"_s, m_project, u"--where"_s, filter, u"--columns"_s,
                                        u"id,starred,tags,note"_s, u"-o"_s, u"-"_s});
        return QString::fromUtf8(result.out).replace(u"\r\n"_s, u"\n"_s).split(u'\n', Qt::SkipEmptyParts);
    }

    std::unique_ptr<test::CliRunner> m_cli;
    QString m_project;
};

void TestMarkCommand::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_project = m_cli->path(u"p.linnet"_s);
    const auto project = store::Project::open(m_project);
    QVERIFY(project);
    store::Writer &writer = (*project)->writer();
    for (int run = 0; run < 2; ++run)
        writer.post(test::inventedUnit(writer.postRun(u"vacancies"_s, {}), 0, 20));
    QVERIFY((*project)->close());
}

void TestMarkCommand::marksAndExports()
{
    const QStringList all = exported(u""_s);
    QCOMPARE(all.size(), 21);
    const QString id = all[1].section(u',', 0, 0);
    const QString filter = u"id = \"%1\""_s.arg(id);
    const auto marked = mark({u"--where"_s, filter, u"--star"_s, u"--tag"_s, u"SQL"_s, u"--tag"_s,
                              u"на потом"_s, u"--note"_s, u"Call back, \"soon\""_s});
    QVERIFY2(marked.status == 0, marked.err);
    QVERIFY2(marked.out.startsWith("1 row passes"), marked.out);
    const QStringList starred = exported(u"starred = true"_s);
    QCOMPARE(starred.size(), 2);
    QCOMPARE(starred[1], id + u",true,SQL;на потом,\"Call back, \"\"soon\"\"\""_s);
    QCOMPARE(exported(u"tags in (\"на потом\")"_s).size(), 2);
    QCOMPARE(exported(u"starred != true"_s).size(), 20);
    // Of the run before, too: it is the same ad.
    const auto both = m_cli->run({u"export"_s, m_project, u"--run"_s, u"all"_s, u"--where"_s,
                                  u"starred = true"_s, u"--columns"_s, u"id"_s, u"-o"_s, u"-"_s});
    QCOMPARE(both.out.count('\n'), 3);
    const auto json = m_cli->run({u"export"_s, m_project, u"--where"_s, u"starred = true"_s, u"--columns"_s,
                                  u"starred,tags"_s, u"-o"_s, u"out.json"_s});
    QVERIFY2(json.status == 0, json.err);
    QVERIFY(m_cli->read(u"out.json"_s).contains("true"));
}

void TestMarkCommand::takesAway()
{
    QCOMPARE(mark({u"--where"_s, u""_s, u"--star"_s, u"--tag"_s, u"a"_s, u"--note"_s, u"n"_s}).status, 0);
    QCOMPARE(exported(u"starred = true and tags in (a) and note = n"_s).size(), 21);
    const auto gone = mark({u"--where"_s, u""_s, u"--no-star"_s, u"--no-tag"_s, u"A"_s, u"--note"_s, u""_s});
    QCOMPARE(gone.status, 0);
    QVERIFY2(gone.out.contains("changed: 20"), gone.out);
    QCOMPARE(exported(u"starred empty and tags empty and note empty"_s).size(), 21);
    const auto again = mark({u"--where"_s, u""_s, u"--no-star"_s});
    QVERIFY2(again.out.contains("changed: 0"), again.out); // nothing was to be changed
}

void TestMarkCommand::wrongUse()
{
    const QList<QStringList> wrong{
        {u"--star"_s},                                                // of which rows
        {u"--where"_s, u""_s},                                        // what
        {u"--where"_s, u""_s, u"--star"_s, u"--no-star"_s},           // which
        {u"--where"_s, u"nothing = 1"_s, u"--star"_s},                // no such column
        {u"--where"_s, u""_s, u"--tag"_s, u" ; "_s},                  // no tag
        {u"--where"_s, u""_s, u"--star"_s, u"--table"_s, u"links"_s}, // has no marks
        {u"--where"_s, u""_s, u"--star"_s, u"--run"_s, u"99"_s},      // no such run
    };
    for (const QStringList &args : wrong) {
        const auto result = mark(args);
        QVERIFY2(result.status == 2, qPrintable(args.join(u' ')));
        QVERIFY(!result.err.isEmpty());
    }
    QCOMPARE(exported(u"starred = true"_s).size(), 1); // the header
}

void TestMarkCommand::projectInUse()
{
    const auto open = store::Project::open(m_project);
    QVERIFY(open);
    const auto result = mark({u"--where"_s, u""_s, u"--star"_s});
    QCOMPARE(result.status, 4);
    QVERIFY(!result.err.isEmpty());
}

QTEST_GUILESS_MAIN(TestMarkCommand)
#include "tst_markcommand.moc"

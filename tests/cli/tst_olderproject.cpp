// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/schemasteps.h"
#include "store/sqlite/database.h"
#include "store/write/projectlock.h"
#include "support/clirunner.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// Commands that read a project of an earlier version: it is brought up to date where that can be, and where
/// it cannot, a copy is.
class TestOlderProject : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void openElsewhere_data();
    void openElsewhere();
    void freeIsBroughtUpToDate();
    void otherCommandsRead();
    void changesAreRefused();
    void readOnlyFolder();

private:
    void makeOld(int version) const;
    QByteArray bytes() const { return m_cli->read(u"old.linnet"_s); }
    QStringList files() const
    {
        return QDir(m_cli->path(u"."_s)).entryList({u"old*"_s}, QDir::Files | QDir::Hidden, QDir::Name);
    }

    std::unique_ptr<test::CliRunner> m_cli;
};

namespace {

constexpr auto Copied = "a copy that is brought up to date is read";

} // namespace

void TestOlderProject::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

void TestOlderProject::makeOld(int version) const
{
    QFile file(QStringLiteral(LINNET_SOURCE_DIR) +
               u"/tests/data/versions/v%1.sql"_s.arg(version, 2, 10, QChar(u'0')));
    QVERIFY(file.open(QIODevice::ReadOnly));
    auto database = store::Database::open(m_cli->path(u"old.linnet"_s), store::Database::Mode::Write);
    QVERIFY(database && database->exec("PRAGMA foreign_keys = 0;" + file.readAll()));
}

void TestOlderProject::openElsewhere_data()
{
    QTest::addColumn<int>("version");
    for (int version = 1; version < store::SchemaSteps::version(); ++version)
        QTest::newRow(qPrintable(u"version %1"_s.arg(version))) << version;
}

void TestOlderProject::openElsewhere()
{
    QFETCH(const int, version);
    makeOld(version);
    const QByteArray before = bytes();
    const auto lock = store::ProjectLock::take(m_cli->path(u"old.linnet"_s));
    QVERIFY(lock);
    const auto exported = m_cli->run({u"export"_s, u"old.linnet"_s, u"--run"_s, u"all"_s, u"-o"_s, u"-"_s,
                                      u"--columns"_s, u"salary_from,description,tags"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QVERIFY2(exported.err.contains("is open in another program"), exported.err);
    QVERIFY2(exported.err.contains(Copied), exported.err);
    QCOMPARE(exported.out.count('\n'), 4);
    QVERIFY2(exported.out.contains("110000.5"), exported.out);
    QVERIFY2(exported.out.contains("Длинный текст объявления."), exported.out);
    QVERIFY(bytes() == before);
    QVERIFY2(!files().join(u' ').contains(u".bak"_s), qPrintable(files().join(u' ')));
}

void TestOlderProject::freeIsBroughtUpToDate()
{
    makeOld(9);
    const auto exported =
        m_cli->run({u"export"_s, u"old.linnet"_s, u"--run"_s, u"all"_s, u"-o"_s, u"o.csv"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QVERIFY2(exported.err.contains("old.v9.linnet.bak"), exported.err);
    QVERIFY(!exported.err.contains(Copied));
    QCOMPARE(files(), (QStringList{u"old.linnet"_s, u"old.v9.linnet.bak"_s}));
}

void TestOlderProject::otherCommandsRead()
{
    makeOld(10);
    const QByteArray before = bytes();
    const auto lock = store::ProjectLock::take(m_cli->path(u"old.linnet"_s));
    QVERIFY(lock);
    const auto stats =
        m_cli->run({u"stats"_s, u"old.linnet"_s, u"--run"_s, u"all"_s, u"--by"_s, u"source"_s});
    QVERIFY2(stats.status == 0, stats.err);
    QVERIFY2(stats.err.contains(Copied), stats.err);
    const auto listed =
        m_cli->run({u"project"_s, u"old.linnet"_s, u"-o"_s, u"-"_s, u"--columns"_s, u"run"_s});
    QVERIFY2(listed.status == 0, listed.err);
    QVERIFY2(listed.err.contains(Copied), listed.err);
    QCOMPARE(listed.out, "run\r\n1\r\n2\r\n3\r\n"_ba);
    const auto searches = m_cli->run({u"searches"_s, u"old.linnet"_s});
    QVERIFY2(searches.status == 0, searches.err);
    const auto compared =
        m_cli->run({u"compare"_s, u"old.linnet"_s, u"--runs"_s, u"1,2"_s, u"-o"_s, u"changes.csv"_s});
    QVERIFY2(compared.status == 0, compared.err);
#ifdef LINNET_REPORTS
    const auto report =
        m_cli->run({u"report"_s, u"old.linnet"_s, u"--run"_s, u"1"_s, u"-o"_s, u"report.html"_s});
    QVERIFY2(report.status == 0, report.err);
    QVERIFY2(report.err.contains(Copied), report.err);
    QVERIFY(m_cli->read(u"report.html"_s).contains("old"));
#endif
    QVERIFY(bytes() == before);
}

/// What would write says who is in its way.
void TestOlderProject::changesAreRefused()
{
    makeOld(12);
    const QByteArray before = bytes();
    const auto lock = store::ProjectLock::take(m_cli->path(u"old.linnet"_s));
    QVERIFY(lock);
    const auto refused = m_cli->run({u"project"_s, u"old.linnet"_s, u"--delete"_s, u"1"_s});
    QCOMPARE(refused.status, 4);
    QVERIFY2(refused.err.contains("open in another Linnet"), refused.err);
    QVERIFY(bytes() == before);
}

void TestOlderProject::readOnlyFolder()
{
    makeOld(11);
    const QString folder = m_cli->path(u"closed"_s);
    QVERIFY(QDir().mkdir(folder));
    QVERIFY(QFile::rename(m_cli->path(u"old.linnet"_s), folder + u"/old.linnet"_s));
    QVERIFY(QFile::setPermissions(folder + u"/old.linnet"_s, QFile::ReadOwner));
    QVERIFY(QFile::setPermissions(folder, QFile::ReadOwner | QFile::ExeOwner));
    const bool isClosed = !QFile(folder + u"/try"_s).open(QIODevice::WriteOnly);
    const auto open = qScopeGuard(
        [&folder] { QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner); });
    if (!isClosed)
        QSKIP("elsewhere: this user may write everywhere");
    const auto exported =
        m_cli->run({u"export"_s, u"closed/old.linnet"_s, u"--run"_s, u"all"_s, u"-o"_s, u"-"_s});
    QVERIFY2(exported.status == 0, exported.err);
    QVERIFY2(exported.err.contains("cannot be changed where it is"), exported.err);
    QCOMPARE(exported.out.count('\n'), 4);
}

QTEST_GUILESS_MAIN(TestOlderProject)
#include "tst_olderproject.moc"

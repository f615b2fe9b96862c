// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// The real linnet-cli on a stick: with portable.ini beside it everything stays beside it.
class TestPortable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsBesideItself();
    void keepsAtHome();
    void cannotBeWritten();

private:
    /// A folder with the program in it; links to the same file where the disk allows.
    static bool bring(const QString &folder)
    {
        const std::filesystem::path from = QStringLiteral(LINNET_BIN_DIR "/linnet-cli").toStdU16String();
        const std::filesystem::path to = (folder + u"/linnet-cli"_s).toStdU16String();
        std::error_code failed;
        std::filesystem::create_hard_link(from, to, failed);
        return !failed || std::filesystem::copy_file(from, to, failed);
    }
    static bool mark(const QString &folder)
    {
        return QFile(folder + u"/portable.ini"_s).open(QIODevice::WriteOnly);
    }
    /// Fetches a file, which goes through the folder for what can be made anew.
    static test::CliResult fetchWith(test::CliRunner &cli, const QString &home)
    {
        for (const QString &name : {u"HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s})
            cli.setEnvironment(name, home);
        test::FaultServer server;
        server.script("/dump.json", {Answer::text(R"([{"id": "1", "vacancy_name": "Слесарь"}])")});
        return cli.run({u"import"_s, u"p.linnet"_s, server.url(u"/dump.json"_s).toString(), u"--proxy"_s,
                        u"none"_s, u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    }
};

void TestPortable::keepsBesideItself()
{
    const QTemporaryDir folder;
    const QString stick = folder.filePath(u"Моя флешка"_s);
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(QDir().mkpath(stick) && QDir().mkpath(home) && bring(stick) && mark(stick));
    test::CliRunner cli(stick);
    const auto result = fetchWith(cli, home);
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY(cli.read(u"out.csv"_s).contains('1'));
    QVERIFY(QDir(stick + u"/linnet-data/cache/imports"_s).exists());
    QVERIFY(QDir(home).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

void TestPortable::keepsAtHome()
{
    const QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(QDir().mkpath(home) && bring(folder.path()));
    test::CliRunner cli(folder.path());
    const auto result = fetchWith(cli, home);
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY(!QDir(folder.filePath(u"linnet-data"_s)).exists());
    QVERIFY(!QDir(home).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

/// A file stands where the folder should be, which stops administrators as well.
void TestPortable::cannotBeWritten()
{
    const QTemporaryDir folder;
    const QString home = folder.filePath(u"home"_s);
    QVERIFY(QDir().mkpath(home) && bring(folder.path()) && mark(folder.path()));
    QVERIFY(QFile(folder.filePath(u"linnet-data"_s)).open(QIODevice::WriteOnly));
    test::CliRunner cli(folder.path());
    const auto result = fetchWith(cli, home);
    QVERIFY2(result.status == 0, result.err.constData());
    QVERIFY2(result.err.contains("portable.ini") && result.err.contains("linnet-data"),
             result.err.constData());
    QVERIFY(!QDir(home).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
}

QTEST_GUILESS_MAIN(TestPortable)
#include "tst_portable.moc"

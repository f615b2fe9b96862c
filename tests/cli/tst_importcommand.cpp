// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/packed.h"

#include "store/read/rowreader.h"
#include "table/vacancyschema.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// linnet-cli import: files of vacancies become rows, however large, and whatever happens on the way.
class TestImportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rows();
    void severalFiles();
    void namesWhatItCannotRead();
    void killedInTheMiddle();
    void changedMeanwhile();
    void cutFile();
    void fetched();
    void fetchedByPieces();
    void notFound();
    void badUsage_data();
    void badUsage();

private:
    QJsonObject summary() const;
    qint64 stored() const;
    int killImport(qint64 records);
    QStringList ids(const QString &csv = u"out.csv"_s) const;

    std::unique_ptr<test::CliRunner> m_cli;
};

namespace {

/// The texts make the records as long as those of real dumps.
QByteArray dump(int from, int to, int padding = 0)
{
    QByteArray text = "[";
    for (int i = from; i < to; ++i) {
        const QJsonObject record{{u"id"_s, QString::number(i)},
                                 {u"vacancy_name"_s, u"Слесарь %1"_s.arg(i)},
                                 {u"salary_min"_s, 30000 + i},
                                 {u"position_responsibilities"_s, QString(padding, u'ы')}};
        text += (i > from ? ",\n" : "\n") + QJsonDocument(record).toJson(QJsonDocument::Compact);
    }
    return text + "\n]";
}

QStringList numbers(int from, int to)
{
    QStringList list;
    for (int i = from; i < to; ++i)
        list.append(QString::number(i));
    list.sort();
    return list;
}

} // namespace

void TestImportCommand::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
}

QJsonObject TestImportCommand::summary() const
{
    return QJsonDocument::fromJson(m_cli->read(u"sum.json"_s)).object();
}

/// Sorted.
QStringList TestImportCommand::ids(const QString &csv) const
{
    QStringList list = QString::fromUtf8(m_cli->read(csv)).split(u'\n', Qt::SkipEmptyParts);
    for (QString &line : list)
        line = line.trimmed();
    list.removeFirst();
    list.sort();
    return list;
}

void TestImportCommand::rows()
{
    m_cli->write(u"dump.json"_s, dump(0, 5000));
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"dump.json"_s, u"--summary"_s, u"sum.json"_s,
                                    u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(ids(), numbers(0, 5000));
    QCOMPARE(summary()[u"rows"_s].toInt(), 5000);
    const auto again =
        m_cli->run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"-"_s, u"--columns"_s,
                    u"vacancy,salary_from,source,state,query"_s, u"--where"_s, u"id = \"4711\""_s});
    QCOMPARE(again.status, 0);
    QVERIFY2(again.out.contains("Слесарь 4711,34711,trudvsem,complete,dump.json"), again.out.constData());
}

void TestImportCommand::severalFiles()
{
    m_cli->write(u"a.json"_s, dump(0, 3000));
    m_cli->write(u"b.json.gz"_s, test::pack(dump(2500, 6000), test::Packing::Gzip));
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"a.json"_s, u"b.json.gz"_s, u"--summary"_s,
                                    u"sum.json"_s, u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(ids(), numbers(0, 6000));
    QCOMPARE(summary()[u"duplicates"_s].toInt(), 500);
}

void TestImportCommand::namesWhatItCannotRead()
{
    QByteArray odd = dump(0, 10);
    odd.replace("\"Слесарь 4\"", "Слесарь");
    odd.replace("\"id\":\"7\",", "");
    m_cli->write(u"dump.json"_s, odd);
    const auto result = m_cli->run({u"import"_s, u"p.linnet"_s, u"dump.json"_s, u"--summary"_s, u"sum.json"_s,
                                    u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(ids().size(), 8);
    QCOMPARE(summary()[u"left_out"_s][u"unreadable"_s].toInt(), 2);
    QVERIFY2(result.err.contains("dump.json: before byte "), result.err.constData());
}

/// Rows stored so far; 0 while there is no project.
qint64 TestImportCommand::stored() const
{
    const auto reader = store::RowReader::open(m_cli->path(u"p.linnet"_s));
    return reader ? (*reader)->count({&table::vacancySchema(), {}, {}, {}}).value_or(0) : 0;
}

/// How often it was killed before all was stored, three times at most.
int TestImportCommand::killImport(qint64 records)
{
    int kills = 0;
    for (qint64 before = 0; kills < 3; ++kills) {
        QProcess process;
        m_cli->start(process, kills == 0 ? QStringList{u"import"_s, u"p.linnet"_s, u"dump.json"_s}
                                         : QStringList{u"resume"_s, u"p.linnet"_s});
        const auto isFar = [&] { return stored() > before || process.state() == QProcess::NotRunning; };
        if (!process.waitForStarted() || !QTest::qWaitFor(isFar, 60'000))
            return -1;
        before = stored() + 3000;
        process.kill();
        process.waitForFinished();
        if (stored() == records)
            break;
    }
    return kills;
}

void TestImportCommand::killedInTheMiddle()
{
    constexpr int Records = 60'000;
    m_cli->write(u"dump.json"_s, dump(0, Records, 500));
    int kills = killImport(Records);
    // On a busy machine it may be through before anybody has looked.
    for (int again = 0; again < 5 && kills == 0; ++again) {
        for (const char *ending : {"", "-wal", "-shm"})
            QFile::remove(m_cli->path(u"p.linnet"_s + QLatin1StringView(ending)));
        kills = killImport(Records);
    }
    QVERIFY(kills > 0);
    m_cli->run({u"resume"_s, u"p.linnet"_s}); // refused when the last one came too late
    const auto result =
        m_cli->run({u"export"_s, u"p.linnet"_s, u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    QCOMPARE(result.status, 0);
    QCOMPARE(ids(), numbers(0, Records));
}

void TestImportCommand::changedMeanwhile()
{
    m_cli->write(u"dump.json"_s, dump(0, 4000));
    m_cli->write(u"cut.json"_s, dump(0, 4000).chopped(3000));
    const QStringList import{u"import"_s,  u"p.linnet"_s,  u"cut.json"_s, u"-o"_s,
                             u"out.csv"_s, u"--columns"_s, u"id"_s};
    QCOMPARE(m_cli->run(import).status, 1);
    m_cli->write(u"cut.json"_s, dump(0, 4000));
    const auto again = m_cli->run({u"resume"_s, u"p.linnet"_s, u"--failed"_s});
    QVERIFY(again.status != 0);
    QVERIFY2(again.err.contains("is not the one that the import began with"), again.err.constData());
}

void TestImportCommand::cutFile()
{
    m_cli->write(u"dump.json"_s, dump(0, 5000).chopped(20));
    const auto result = m_cli->run(
        {u"import"_s, u"p.linnet"_s, u"dump.json"_s, u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    QCOMPARE(result.status, 1);
    QCOMPARE(ids(), numbers(0, 4999));
    QVERIFY2(result.err.contains("dump.json#") && result.err.contains("the text ends within a record"),
             result.err.constData());
}

void TestImportCommand::fetched()
{
    test::FaultServer server;
    server.script("/open/dump.json.gz", {Answer::text(test::pack(dump(0, 5000), test::Packing::Gzip))});
    m_cli->setEnvironment(u"XDG_CACHE_HOME"_s, m_cli->path(u"cache"_s));
    const auto result =
        m_cli->run({u"import"_s, u"p.linnet"_s, server.url(u"/open/dump.json.gz"_s).toString(), u"-o"_s,
                    u"out.csv"_s, u"--columns"_s, u"id"_s, u"--proxy"_s, u"none"_s});
    QVERIFY2(result.status == 0, result.err.constData());
    QCOMPARE(ids(), numbers(0, 5000));
    QDir cache(m_cli->path(u"cache/linnet/imports"_s));
    QVERIFY(cache.exists());
    QCOMPARE(cache.entryList(QDir::Files), QStringList());
}

/// A download that was cut goes on where it stood, in another program too.
void TestImportCommand::fetchedByPieces()
{
    const QByteArray body = dump(0, 20'000);
    test::FaultServer server;
    server.setHandler([&body, first = true](const test::Seen &seen) mutable {
        const qint64 from = seen.header("Range").replace("bytes=", "").replace("-", "").toLongLong();
        const QByteArray rest = body.sliced(from);
        QByteArray head = from > 0
                              ? "HTTP/1.1 206 Partial\r\nContent-Range: bytes " + QByteArray::number(from) +
                                    "-" + QByteArray::number(body.size() - 1) + "/" +
                                    QByteArray::number(body.size()) + "\r\n"
                              : "HTTP/1.1 200 OK\r\n"_ba;
        head += "ETag: \"a\"\r\nContent-Length: " + QByteArray::number(rest.size()) + "\r\n\r\n";
        if (std::exchange(first, false))
            return Answer::raw(head + rest.first(rest.size() / 2), Answer::End::Hang);
        return Answer::raw(head + rest, Answer::End::KeepAlive);
    });
    m_cli->setEnvironment(u"XDG_CACHE_HOME"_s, m_cli->path(u"cache"_s));
    const QString part = m_cli->path(u"cache/linnet/imports"_s);
    QProcess process;
    m_cli->start(process, {u"import"_s, u"p.linnet"_s, server.url(u"/dump.json"_s).toString(), u"--proxy"_s,
                           u"none"_s});
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const QFileInfoList files = QDir(part).entryInfoList({u"*.part"_s});
            return !files.isEmpty() && files.front().size() > 200'000;
        }(),
        30'000);
    process.kill();
    process.waitForFinished();
    const auto rest =
        m_cli->run({u"resume"_s, u"p.linnet"_s, u"-o"_s, u"out.csv"_s, u"--columns"_s, u"id"_s});
    QVERIFY2(rest.status == 0, rest.err.constData());
    QCOMPARE(ids(), numbers(0, 20'000));
    QVERIFY(server.seen().last().header("Range").startsWith("bytes="));
}

void TestImportCommand::notFound()
{
    test::FaultServer server;
    server.setHandler([](const test::Seen &) { return Answer::status(404); });
    const auto result = m_cli->run(
        {u"import"_s, u"p.linnet"_s, server.url(u"/gone.json"_s).toString(), u"--proxy"_s, u"none"_s});
    QCOMPARE(result.status, 3);
    QVERIFY2(result.err.contains("404"), result.err.constData());
}

void TestImportCommand::badUsage_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no file") << QStringList{u"p.linnet"_s} << "PROJECT FILE"_ba;
    QTest::newRow("no such file") << QStringList{u"p.linnet"_s, u"nowhere.json"_s} << "nowhere.json"_ba;
    QTest::newRow("a folder") << QStringList{u"p.linnet"_s, u"."_s} << "."_ba;
    QTest::newRow("a login") << QStringList{u"p.linnet"_s, u"http://me:word@127.0.0.1/a.json"_s}
                             << "127.0.0.1"_ba;
    QTest::newRow("over itself") << QStringList{u"dump.json"_s, u"dump.json"_s} << "dump.json"_ba;
}

void TestImportCommand::badUsage()
{
    QFETCH(QStringList, args);
    QFETCH(QByteArray, said);
    m_cli->write(u"dump.json"_s, dump(0, 1));
    const auto result = m_cli->run(QStringList{u"import"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(said), result.err.constData());
    QVERIFY(!result.err.contains("word"));
    QVERIFY(!QFile::exists(m_cli->path(u"p.linnet"_s)));
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_importcommand.moc"

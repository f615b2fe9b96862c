// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// linnet-cli check with addresses of every kind: what is asked, and where it leads.
class TestCheckAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesInOtherLetters();
    void redirectsThatLeadNowhere_data();
    void redirectsThatLeadNowhere();
    void loginsAreUsedAndNeverWritten();
    void addressesAsWritten();
    void redirects();

private:
    static QJsonArray rows(const test::CliRunner &cli)
    {
        return QJsonDocument::fromJson(cli.read(u"out.json"_s)).array();
    }
    static test::CliResult check(const test::CliRunner &cli, const QStringList &more)
    {
        return cli.run(QStringList{u"check"_s, u"-d"_s, u"0"_s, u"--quiet"_s, u"-o"_s, u"out.json"_s,
                                   u"--summary"_s, u"s.json"_s} +
                       more);
    }
};

/// Addresses are taken as people write them and asked for as servers know them.
void TestCheckAddresses::namesInOtherLetters()
{
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, u"http://маяк.invalid/путь здесь\nHTTP://BÜCHER.invalid\n"_s.toUtf8());
    const auto result = check(cli, {u"--file"_s, u"list.txt"_s, u"--retries"_s, u"0"_s});
    QVERIFY2(result.status == 1, result.err);
    QCOMPARE(rows(cli).size(), 2);
    QCOMPARE(rows(cli)[0][u"url"_s].toString(),
             u"http://xn--80aue1f.invalid/%D0%BF%D1%83%D1%82%D1%8C%20%D0%B7%D0%B4%D0%B5%D1%81%D1%8C"_s);
    QCOMPARE(rows(cli)[1][u"url"_s].toString(), u"http://xn--bcher-kva.invalid/"_s);
    for (const QJsonValue &row : rows(cli))
        QCOMPARE(row[u"reason"_s].toString(), u"dns"_s);
}

void TestCheckAddresses::redirectsThatLeadNowhere_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::newRow("a port that is none") << Answer::redirect("http://127.0.0.1:65536/x");
    QTest::newRow("host and port without a scheme") << Answer::redirect("127.0.0.1:80/x");
    QTest::newRow("empty") << Answer::redirect("");
    QTest::newRow("missing") << Answer::status(302);
}

/// Not "ok" without a word.
void TestCheckAddresses::redirectsThatLeadNowhere()
{
    QFETCH(const Answer, answer);
    test::FaultServer server;
    server.script("/", {answer});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(check(cli, {server.url().toString()}).status, 1);
    const QJsonObject row = rows(cli)[0].toObject();
    QCOMPARE(row[u"status"_s].toInt(), 302);
    QCOMPARE(row[u"reason"_s].toString(), u"bad_url"_s);
    QCOMPARE(row[u"state"_s].toString(), u"incomplete"_s);
}

void TestCheckAddresses::loginsAreUsedAndNeverWritten()
{
    test::FaultServer server;
    server.script("/moved", {Answer::redirect("/there")});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString host = server.host();
    cli.write(u"list.txt"_s,
              u"http://eva:Pl%40nted@%1/listed\nhttp://%1/open\neva:Pl%40nted@host.example/x\n"
              "ftp://eva:Pl%40nted@host.example/x\nhttp://eva:Pl%40nted@host:99999/\n"_s.arg(host)
                  .toUtf8());
    const test::CliResult result =
        cli.run({u"check"_s, u"-d"_s, u"0"_s, u"-o"_s, u"out.csv"_s, u"--summary"_s, u"s.json"_s,
                 u"--project"_s, u"p.linnet"_s, u"--file"_s, u"list.txt"_s,
                 u"http://eva:Pl%40nted@%1/moved"_s.arg(host), u"http://eva@%1/alone"_s.arg(host)});
    QCOMPARE(result.status, 1); // three lines are no addresses to check
    const QByteArray login = "Basic " + QByteArray("eva:Pl@nted").toBase64();
    QCOMPARE(server.seen("/listed").first().header("Authorization"), login);
    QCOMPARE(server.seen("/there").first().header("Authorization"), login);
    // RFC 7617 wants the colon.
    QCOMPARE(server.seen("/alone").first().header("Authorization"), "Basic " + QByteArray("eva:").toBase64());
    QVERIFY(server.seen("/open").first().header("Authorization").isNull());
    for (const QByteArray &bytes : {cli.read(u"out.csv"_s), cli.read(u"s.json"_s), cli.read(u"p.linnet"_s),
                                    cli.read(u"p.linnet-wal"_s), result.out, result.err}) {
        QVERIFY(!bytes.contains("@nted") && !bytes.contains("40nted"));
        QVERIFY(!bytes.contains(login.mid(6)));
    }
    QVERIFY(cli.read(u"out.csv"_s).contains("http://" + host.toLatin1() + "/listed"));
}

void TestCheckAddresses::addressesAsWritten()
{
    test::FaultServer server;
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const QString root = u"http://"_s + server.host();
    const QStringList targets{u"/5%?x=a%20b%2Fc"_s, u"//two//slashes"_s, u"/%7Etilde"_s, u"/~tilde"_s,
                              u"/p|q"_s};
    QStringList urls;
    for (const QString &target : targets)
        urls << root + target;
    QCOMPARE(check(cli, urls).status, 0);
    for (qsizetype i = 0; i < urls.size(); ++i) {
        QCOMPARE(server.seen(targets[i].toLatin1()).size(), 1);
        QCOMPARE(rows(cli)[i][u"url"_s].toString(), urls[i]);
    }
}

void TestCheckAddresses::redirects()
{
    test::FaultServer server;
    server.script("/a", {Answer::redirect("/b", 301)});
    server.script("/b", {Answer::redirect("/c?x=1").after(300)});
    server.script("/c", {Answer::text("arrived")});
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    QCOMPARE(check(cli, {server.url(u"/a"_s).toString()}).status, 0);
    const QJsonObject row = rows(cli)[0].toObject();
    QCOMPARE(row[u"status"_s].toInt(), 200);
    QCOMPARE(row[u"hops"_s].toInt(), 2);
    QCOMPARE(row[u"final_url"_s].toString(), server.url(u"/c?x=1"_s).toString());
    QCOMPARE(row[u"redirects"_s].toString(),
             u"301 %1\n302 %2"_s.arg(server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()));
    QVERIFY(row[u"seconds"_s].toDouble() >= 0.3);
    QCOMPARE(QJsonDocument::fromJson(cli.read(u"s.json"_s))[u"requests"_s].toInt(), 3);
}

QTEST_GUILESS_MAIN(TestCheckAddresses)
#include "tst_checkaddresses.moc"

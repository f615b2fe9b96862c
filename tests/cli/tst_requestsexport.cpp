// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowreader.h"
#include "store/sqlite/database.h"
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "table/requestschema.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <utility>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::RequestColumn;
using test::Answer;

/// The records of a run's requests as files.
class TestRequestsExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void harIsWellFormed();
    void harHoldsTheTable();
    void csvHoldsTheTable();
    void olderProject();
    void noSecrets();
    void otherTablesAreNoHar();

private:
    std::vector<table::Cells> rows() const;
    QJsonArray entries() const;

    test::FaultServer m_server;
    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
};

namespace {

QString text(const table::Cells &row, RequestColumn column)
{
    return table::toText(row[size_t(std::to_underlying(column))]);
}

/// What HTTP Archive 1.2 requires of an object: its fields and their types ('s' text, 'n' number, 'o' object,
/// 'a' list).
QString fault(const QJsonValue &value, const QList<std::pair<QString, char>> &fields)
{
    if (!value.isObject())
        return u"no object"_s;
    for (const auto &[name, type] : fields) {
        const QJsonValue field = value[name];
        const bool fits = type == 's'   ? field.isString()
                          : type == 'n' ? field.isDouble()
                          : type == 'o' ? field.isObject()
                                        : field.isArray();
        if (!fits)
            return name;
    }
    const QJsonObject object = value.toObject();
    for (auto field = object.begin(); field != object.end(); ++field) {
        const bool known =
            std::ranges::any_of(fields, [&](const auto &known_) { return known_.first == field.key(); });
        if (!known && !field.key().startsWith(u'_'))
            return u"unknown "_s + field.key();
    }
    return {};
}

} // namespace

void TestRequestsExport::initTestCase()
{
    m_server.script("/busy", {Answer::status(503), Answer::text("at last")});
    m_server.script("/gone", {Answer::text("gone", 404)});
    m_server.script("/reset", {Answer::raw("", Answer::End::Reset)});
    m_server.script("/moved", {Answer::redirect("/slow")});
    m_server.script("/slow", {Answer::text("slow").after(120)});
    QStringList args{u"check"_s,     u"-d"_s, u"0.02"_s,      u"--quiet"_s,
                     u"--retries"_s, u"1"_s,  u"--project"_s, u"p.linnet"_s};
    for (const QString &path :
         {u"/busy"_s, u"/gone"_s, u"/reset"_s, u"/moved"_s, u"/?q=a%20b&token=hidden"_s})
        args.append(m_server.url(path).toString(QUrl::FullyEncoded));
    QUrl login = m_server.url(u"/login"_s);
    login.setUserName(u"me"_s);
    login.setPassword(u"hidden"_s);
    args.append(login.toString());
    const auto result = m_cli.run(args);
    QVERIFY2(result.status == 1, result.err);
    QCOMPARE(
        m_cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"requests"_s, u"-o"_s, u"out.har"_s}).status,
        0);
    QCOMPARE(
        m_cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"requests"_s, u"-o"_s, u"out.json"_s}).status,
        0);
}

std::vector<table::Cells> TestRequestsExport::rows() const
{
    const auto reader = store::RowReader::open(m_cli.path(u"p.linnet"_s));
    const auto ids = (*reader)->ids({&table::requestSchema(), {}, {}, {}});
    return *(*reader)->rows(table::requestSchema(), *ids);
}

QJsonArray TestRequestsExport::entries() const
{
    return QJsonDocument::fromJson(m_cli.read(u"out.har"_s))[u"log"_s][u"entries"_s].toArray();
}

void TestRequestsExport::harIsWellFormed()
{
    const QJsonValue log = QJsonDocument::fromJson(m_cli.read(u"out.har"_s)).object()[u"log"_s];
    QCOMPARE(fault(log, {{u"version"_s, 's'}, {u"creator"_s, 'o'}, {u"entries"_s, 'a'}}), QString());
    QCOMPARE(log[u"version"_s].toString(), u"1.2"_s);
    QCOMPARE(fault(log[u"creator"_s], {{u"name"_s, 's'}, {u"version"_s, 's'}}), QString());
    for (const QJsonValue &entry : entries()) {
        QCOMPARE(fault(entry, {{u"startedDateTime"_s, 's'},
                               {u"time"_s, 'n'},
                               {u"request"_s, 'o'},
                               {u"response"_s, 'o'},
                               {u"cache"_s, 'o'},
                               {u"timings"_s, 'o'}}),
                 QString());
        QVERIFY(QDateTime::fromString(entry[u"startedDateTime"_s].toString(), Qt::ISODateWithMs).isValid());
        QCOMPARE(fault(entry[u"request"_s], {{u"method"_s, 's'},
                                             {u"url"_s, 's'},
                                             {u"httpVersion"_s, 's'},
                                             {u"cookies"_s, 'a'},
                                             {u"headers"_s, 'a'},
                                             {u"queryString"_s, 'a'},
                                             {u"headersSize"_s, 'n'},
                                             {u"bodySize"_s, 'n'}}),
                 QString());
        QCOMPARE(fault(entry[u"response"_s], {{u"status"_s, 'n'},
                                              {u"statusText"_s, 's'},
                                              {u"httpVersion"_s, 's'},
                                              {u"cookies"_s, 'a'},
                                              {u"headers"_s, 'a'},
                                              {u"content"_s, 'o'},
                                              {u"redirectURL"_s, 's'},
                                              {u"headersSize"_s, 'n'},
                                              {u"bodySize"_s, 'n'}}),
                 QString());
        QCOMPARE(fault(entry[u"response"_s][u"content"_s], {{u"size"_s, 'n'}, {u"mimeType"_s, 's'}}),
                 QString());
        QCOMPARE(fault(entry[u"timings"_s], {{u"blocked"_s, 'n'},
                                             {u"dns"_s, 'n'},
                                             {u"connect"_s, 'n'},
                                             {u"ssl"_s, 'n'},
                                             {u"send"_s, 'n'},
                                             {u"wait"_s, 'n'},
                                             {u"receive"_s, 'n'}}),
                 QString());
        double sum = 0;
        for (const QJsonValue &part : entry[u"timings"_s].toObject()) {
            QVERIFY(part.toDouble() == -1 || part.toDouble() >= 0);
            sum += std::max(0.0, part.toDouble());
        }
        QVERIFY(std::abs(sum - entry[u"time"_s].toDouble()) < 0.01);
    }
}

void TestRequestsExport::harHoldsTheTable()
{
    const auto stored = rows();
    const QJsonArray har = entries();
    // Two of /busy and /reset, the redirect and its target, one each of the rest.
    QStringList urls;
    for (const table::Cells &row : stored)
        urls << text(row, RequestColumn::Url).section(u'/', 3) + u' ' + text(row, RequestColumn::Attempt);
    QVERIFY2(stored.size() == 9, qPrintable(urls.join(u"; ")));
    QCOMPARE(har.size(), qsizetype(stored.size()));
    double held = 0;
    for (qsizetype i = 0; i < har.size(); ++i) {
        const table::Cells &row = stored[size_t(i)];
        const QJsonValue entry = har[i];
        const auto milliseconds = [&](RequestColumn column) { return text(row, column).toDouble() * 1000; };
        QCOMPARE(entry[u"request"_s][u"url"_s].toString(), text(row, RequestColumn::Url));
        QCOMPARE(entry[u"request"_s][u"method"_s].toString(), text(row, RequestColumn::Method));
        QCOMPARE(entry[u"response"_s][u"status"_s].toInt(), text(row, RequestColumn::Status).toInt());
        QCOMPARE(entry[u"response"_s][u"bodySize"_s].toInt(), text(row, RequestColumn::Bytes).toInt());
        QCOMPARE(entry[u"_started"_s].toString(), text(row, RequestColumn::Started));
        QCOMPARE(entry[u"_reason"_s].toString(), text(row, RequestColumn::Reason));
        QCOMPARE(entry[u"_attempt"_s].toInt(), text(row, RequestColumn::Attempt).toInt());
        QCOMPARE(entry[u"_elapsed"_s].toDouble(), milliseconds(RequestColumn::Seconds));
        QCOMPARE(entry[u"_waited"_s].toDouble(), milliseconds(RequestColumn::Waited));
        QCOMPARE(entry[u"_limited"_s].toDouble(), milliseconds(RequestColumn::Limited));
        QCOMPARE(entry[u"_paused"_s].toDouble(), milliseconds(RequestColumn::Paused));
        // The limiter's part is a part of the wait, and a pause comes before a retry only.
        const double limited = milliseconds(RequestColumn::Limited);
        QVERIFY(limited <= milliseconds(RequestColumn::Waited));
        held += limited;
        QCOMPARE(milliseconds(RequestColumn::Paused) > 0, text(row, RequestColumn::Attempt) != u"1");
        const QJsonValue timings = entry[u"timings"_s];
        if (!text(row, RequestColumn::Answer).isEmpty())
            QCOMPARE(timings[u"wait"_s].toDouble(), milliseconds(RequestColumn::Answer));
        if (!text(row, RequestColumn::Body).isEmpty())
            QCOMPARE(timings[u"receive"_s].toDouble(), milliseconds(RequestColumn::Body));
        const bool connected = !text(row, RequestColumn::Connect).isEmpty();
        QCOMPARE(timings[u"connect"_s].toDouble(), connected ? milliseconds(RequestColumn::Connect) : -1);
    }
    QVERIFY(held > 0);
}

/// What an earlier version has written is read, without what it did not know.
void TestRequestsExport::olderProject()
{
    QVERIFY(QFile::copy(m_cli.path(u"p.linnet"_s), m_cli.path(u"old.linnet"_s)));
    auto database = store::Database::open(m_cli.path(u"old.linnet"_s), store::Database::Mode::Write);
    QVERIFY(database->exec("DROP TABLE memo; DROP VIEW v_attempt; ALTER TABLE attempt DROP COLUMN limited_us;"
                           "ALTER TABLE attempt DROP COLUMN paused_us; ALTER TABLE work DROP COLUMN "
                           "failed_at; PRAGMA user_version = 3"));
    database->close();
    const auto result =
        m_cli.run({u"export"_s, u"old.linnet"_s, u"--table"_s, u"requests"_s, u"-o"_s, u"old.har"_s});
    QVERIFY2(result.status == 0, result.err);
    const QJsonArray older =
        QJsonDocument::fromJson(m_cli.read(u"old.har"_s))[u"log"_s][u"entries"_s].toArray();
    QCOMPARE(older.size(), entries().size());
    for (qsizetype i = 0; i < older.size(); ++i) {
        QVERIFY(older[i][u"_limited"_s].isNull() && older[i][u"_paused"_s].isNull());
        QCOMPARE(older[i][u"timings"_s], entries()[i][u"timings"_s]);
    }
}

void TestRequestsExport::csvHoldsTheTable()
{
    const QJsonArray json = QJsonDocument::fromJson(m_cli.read(u"out.json"_s)).array();
    const auto stored = rows();
    QCOMPARE(json.size(), qsizetype(stored.size()));
    for (qsizetype i = 0; i < json.size(); ++i) {
        QCOMPARE(json[i][u"url"_s].toString(), text(stored[size_t(i)], RequestColumn::Url));
        QCOMPARE(json[i][u"seconds"_s].toDouble(),
                 text(stored[size_t(i)], RequestColumn::Seconds).toDouble());
    }
}

void TestRequestsExport::noSecrets()
{
    for (const QString &file : {u"out.har"_s, u"out.json"_s}) {
        const QByteArray bytes = m_cli.read(file);
        QVERIFY(bytes.contains("/login"));
        QVERIFY(bytes.contains("token"));
        QVERIFY(!bytes.contains("hidden"));
    }
}

void TestRequestsExport::otherTablesAreNoHar()
{
    QCOMPARE(m_cli.run({u"export"_s, u"p.linnet"_s, u"--table"_s, u"checks"_s, u"-o"_s, u"no.har"_s}).status,
             2);
}

QTEST_GUILESS_MAIN(TestRequestsExport)
#include "tst_requestsexport.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/bigsite.h"
#include "store/read/rowreader.h"
#include "support/clirunner.h"
#include "support/nginxserver.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <set>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;

/// linnet-cli crawl as scripts use it, on a small site that nginx serves.
class TestCrawlCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void depths_data();
    void depths();
    void limits();
    void redirects();
    void robots();
    void sitemap();
    void external();
    void badInput_data();
    void badInput();
    void badLines();
    void oddPages();
    void files();
    void exportsBothTables();
    void killedCrawlsGoOn();

private:
    struct Outcome
    {
        int status;
        QByteArray err;
        QJsonObject summary;
        QMap<QString, QString> pages; ///< path: status
        QStringList links;            ///< "path element path"
    };
    QMap<QByteArray, int> asked() const;
    std::multiset<QString> rows(const QString &project, const table::Schema &schema, int columns) const;
    Outcome crawl(const QStringList &args, const QString &start = u"/index.html"_s);
    QString path(const QString &url) const;

    test::NginxServer m_server;
    test::CliRunner m_cli{QStringLiteral(LINNET_BIN_DIR)};
};

namespace {

QList<QStringList> csv(const QByteArray &bytes)
{
    QList<QStringList> rows;
    for (const QByteArray &line : bytes.split('\n')) {
        if (!line.trimmed().isEmpty())
            rows.append(QString::fromUtf8(line.trimmed()).split(u','));
    }
    return rows.mid(1);
}

constexpr int ManyPages = 3000;

QByteArray page(const QByteArray &body)
{
    return "<!doctype html><title>t</title>" + body;
}

} // namespace

void TestCrawlCommand::initTestCase()
{
    if (!test::NginxServer::isInstalled())
        QSKIP("nginx is not installed");
    m_server.addFile(u"index.html"_s,
                     page("<a href=a.html>A</a> <a href=a.html#x>again</a> <a href=gone.html>no</a>"
                          "<img src=i.png><a href=http://other.invalid/>o</a>"
                          "<a href=mailto:x@y.example>m</a><a href=ftp://f.example/>f</a>"));
    m_server.addFile(u"a.html"_s, page("<a href=b.html>B</a><a href=/index.html>home</a>"));
    m_server.addFile(u"b.html"_s, page("<a href=c.html>C</a><form action=/f.html></form>"));
    m_server.addFile(u"c.html"_s, page("the end"));
    m_server.addFile(u"f.html"_s, page("a form's"));
    m_server.addFile(u"i.png"_s, "png");
    m_server.addFile(u"closed/1.html"_s, page("secret"));
    m_server.addFile(u"door.html"_s, page("<a href=closed/1.html>in</a>"));
    m_server.addFile(u"robots.txt"_s, "User-agent: *\nDisallow: /closed/\n");
    m_server.addFile(
        u"sitemap.xml"_s,
        "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>HOST/a.html</loc></url>"
        "<url><loc>HOST/lonely.html</loc></url></urlset>");
    m_server.addFile(u"lonely.html"_s, page("nobody links here"));
    m_server.addFile(u"deep.html"_s, page(QByteArray("<div>").repeated(50'000) + "<a href=a.html>deep</a>"));
    m_server.addFile(u"nul.html"_s, page(QByteArray("<a href=a.html>n\0l</a>", 22)));
    m_server.addFile(u"text.txt"_s, "<a href=b.html>no link in a text</a>");
    m_server.addFile(u"huge.html"_s, page(QByteArray(40 * 1024 * 1024, ' ')));
    // Links of the practice server's large site, as far as they go.
    for (int number = 0; number < ManyPages; ++number) {
        QByteArray links;
        for (const int link : practice::BigSite::linksOf(number))
            links += "<a href=" + QByteArray::number(link % ManyPages) + ".html>x</a>";
        m_server.addFile(u"many/%1.html"_s.arg(number), page(links));
    }
    QVERIFY2(m_server.start("location /many/ { access_log " + m_cli.path(u"many.log"_s).toUtf8() +
                            " address; }"
                            "location = /go { return 302 /go2; } location = /go2 { return 301 /c.html; }"
                            "location = /loop { return 302 /loop2; } location = /loop2 { return 302 /loop; }"
                            "location = /file { return 302 file:///etc/passwd; }"
                            "location = /maps { default_type text/html; return 200 '<html>'; }"),
             qPrintable(m_server.errorText()));
}

QString TestCrawlCommand::path(const QString &url) const
{
    const QString root = m_server.url().toString(QUrl::StripTrailingSlash | QUrl::RemovePath);
    return url.startsWith(root) ? url.mid(root.size()) : url;
}

TestCrawlCommand::Outcome TestCrawlCommand::crawl(const QStringList &args, const QString &start)
{
    const QString root = m_server.url().toString(QUrl::StripTrailingSlash | QUrl::RemovePath);
    QStringList all{u"crawl"_s,     u"-d"_s,      u"0"_s,         u"--proxy"_s,
                    u"none"_s,      u"--quiet"_s, u"-o"_s,        u"l.csv"_s,
                    u"--pages"_s,   u"p.csv"_s,   u"--summary"_s, u"s.json"_s,
                    u"--retries"_s, u"0"_s,       u"--columns"_s, u"source_url,element,parsed_url"_s};
    if (!start.isEmpty())
        all.append(root + start);
    const auto result = m_cli.run(all + args);
    Outcome outcome{
        result.status, result.err, QJsonDocument::fromJson(m_cli.read(u"s.json"_s)).object(), {}, {}};
    for (const QStringList &row : csv(m_cli.read(u"p.csv"_s)))
        outcome.pages.insert(path(row[0]), row[2]);
    for (const QStringList &row : csv(m_cli.read(u"l.csv"_s)))
        outcome.links.append(path(row[0]) + u' ' + row[1] + u' ' + path(row[2]));
    return outcome;
}

void TestCrawlCommand::depths_data()
{
    QTest::addColumn<int>("depth");
    QTest::addColumn<QStringList>("asked");
    QTest::addColumn<int>("links");
    QTest::addRow("0") << 0 << QStringList{u"/index.html"_s} << 7;
    QTest::addRow("1") << 1 << QStringList{u"/a.html"_s, u"/gone.html"_s, u"/i.png"_s, u"/index.html"_s} << 9;
    QTest::addRow("99") << 99 << QStringList{u"/a.html"_s,    u"/b.html"_s, u"/c.html"_s,
                                             u"/gone.html"_s, u"/i.png"_s,  u"/index.html"_s}
                        << 11;
}

void TestCrawlCommand::depths()
{
    QFETCH(const int, depth);
    QFETCH(const QStringList, asked);
    for (int i = 0; i < 2; ++i) {
        const Outcome outcome = crawl({u"--depth"_s, QString::number(depth)});
        QVERIFY2(outcome.status == (depth > 0 ? 1 : 0), outcome.err);
        QCOMPARE(outcome.pages.keys(), asked);
        QTEST(int(outcome.links.size()), "links");
        QVERIFY(outcome.links.contains(u"/index.html a /a.html"_s));
        QVERIFY(outcome.links.contains(u"/index.html img /i.png"_s));
        QVERIFY(outcome.links.contains(u"/index.html a http://other.invalid/"_s));
        QVERIFY(outcome.links.contains(u"/index.html a mailto:x@y.example"_s));
        QCOMPARE(outcome.summary[u"pages"_s].toInt(), int(asked.size()));
        QCOMPARE(outcome.summary[u"rows"_s].toInt(), int(outcome.links.size()));
        QCOMPARE(outcome.summary[u"failed"_s].toInt(), depth > 0 ? 1 : 0);
        QVERIFY(outcome.summary[u"stopped_by"_s].isNull());
    }
}

void TestCrawlCommand::limits()
{
    const Outcome outcome = crawl({u"--depth"_s, u"99"_s, u"--max-pages"_s, u"3"_s});
    QCOMPARE(outcome.pages.size(), 3);
    QCOMPARE(outcome.summary[u"stopped_by"_s].toString(), u"limit"_s);
    const Outcome excluded = crawl({u"--depth"_s, u"99"_s, u"--exclude"_s, u"b\\.html"_s});
    QVERIFY(!excluded.pages.contains(u"/b.html"_s) && !excluded.pages.contains(u"/c.html"_s));
    const Outcome included = crawl({u"--depth"_s, u"99"_s, u"--include"_s, u"/[ab]\\."_s});
    QCOMPARE(included.pages.keys(), (QStringList{u"/a.html"_s, u"/b.html"_s, u"/index.html"_s}));
}

void TestCrawlCommand::redirects()
{
    const Outcome chain = crawl({}, u"/go"_s);
    QCOMPARE(chain.pages,
             (QMap<QString, QString>{{u"/go"_s, u"302"_s}, {u"/go2"_s, u"301"_s}, {u"/c.html"_s, u"200"_s}}));
    QCOMPARE(chain.status, 0);
    const Outcome loop = crawl({}, u"/loop"_s);
    QCOMPARE(loop.pages.size(), 2);
    QCOMPARE(loop.status, 3);
    QCOMPARE(loop.summary[u"failures"_s][0][u"reason"_s].toString(), u"redirect_loop"_s);
    const Outcome file = crawl({}, u"/file"_s);
    QCOMPARE(file.summary[u"failures"_s][0][u"reason"_s].toString(), u"foreign_scheme"_s);
}

void TestCrawlCommand::robots()
{
    const Outcome obeyed = crawl({u"--depth"_s, u"9"_s}, u"/door.html"_s);
    QCOMPARE(obeyed.pages.keys(), QStringList{u"/door.html"_s});
    QCOMPARE(obeyed.status, 0);
    const Outcome mine = crawl({u"--depth"_s, u"9"_s, u"--ignore-robots"_s}, u"/door.html"_s);
    QCOMPARE(mine.pages.keys(), (QStringList{u"/closed/1.html"_s, u"/door.html"_s}));
}

void TestCrawlCommand::sitemap()
{
    const QByteArray root = m_server.url().toString(QUrl::StripTrailingSlash | QUrl::RemovePath).toUtf8();
    m_server.addFile(u"sitemap.xml"_s,
                     "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>" + root +
                         "/a.html</loc></url><url><loc>" + root + "/lonely.html</loc></url></urlset>");
    const Outcome outcome = crawl({u"--depth"_s, u"99"_s, u"--sitemap"_s, u"--project"_s, u"map.linnet"_s});
    QVERIFY(outcome.pages.contains(u"/lonely.html"_s));
    QCOMPARE(outcome.pages.size(), 7);
    const auto orphans =
        m_cli.run({u"export"_s, u"map.linnet"_s, u"--table"_s, u"pages"_s, u"--where"_s, u"orphan = true"_s,
                   u"--columns"_s, u"url,in_sitemap"_s, u"-o"_s, u"-"_s});
    QCOMPARE(orphans.status, 0);
    QVERIFY2(orphans.out.contains("/lonely.html,true") && !orphans.out.contains("/a.html"), orphans.out);
}

void TestCrawlCommand::external()
{
    const Outcome outcome = crawl({u"--external"_s});
    QVERIFY(outcome.pages.contains(u"http://other.invalid/"_s));
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.summary[u"failures"_s][0][u"reason"_s].toString(), u"dns"_s);
}

void TestCrawlCommand::badInput_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QByteArray>("told");
    QTest::addRow("nothing") << QStringList{} << QByteArray("URL");
    QTest::addRow("no scheme") << QStringList{u"example.org"_s} << QByteArray("https://example.org");
    QTest::addRow("ftp") << QStringList{u"ftp://example.org/"_s} << QByteArray("ftp");
    QTest::addRow("depth") << QStringList{u"http://127.0.0.1/"_s, u"--depth"_s, u"x"_s}
                           << QByteArray("--depth");
    QTest::addRow("scope") << QStringList{u"http://127.0.0.1/"_s, u"--scope"_s, u"x"_s}
                           << QByteArray("--scope");
    QTest::addRow("pattern") << QStringList{u"http://127.0.0.1/"_s, u"--include"_s, u"a("_s}
                             << QByteArray("a(");
    QTest::addRow("pages") << QStringList{u"http://127.0.0.1/"_s, u"--pages"_s, u"p.doc"_s}
                           << QByteArray("--pages");
    QTest::addRow("same file") << QStringList{u"http://127.0.0.1/"_s, u"--pages"_s, u"x.csv"_s, u"-o"_s,
                                              u"x.csv"_s}
                               << QByteArray("--pages");
}

void TestCrawlCommand::badInput()
{
    QFETCH(const QStringList, args);
    QFETCH(const QByteArray, told);
    const auto result = m_cli.run(QStringList{u"crawl"_s} + args);
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.contains(told), result.err);
}

void TestCrawlCommand::badLines()
{
    QFile list(m_cli.path(u"list.txt"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    const QByteArray root = m_server.url().toString(QUrl::StripTrailingSlash | QUrl::RemovePath).toUtf8();
    list.write(root + "/c.html\nnot an address\nfile:///etc/passwd\n" + root + "/a.html\n");
    list.close();
    const Outcome outcome = crawl({u"--file"_s, u"list.txt"_s}, {});
    QCOMPARE(outcome.status, 1);
    QCOMPARE(outcome.pages.keys(), (QStringList{u"/a.html"_s, u"/c.html"_s}));
    QCOMPARE(outcome.summary[u"failed"_s].toInt(), 2);
    QSet<int> lines;
    for (const QJsonValue &failure : outcome.summary[u"failures"_s].toArray())
        lines.insert(failure[u"line"_s].toInt());
    QCOMPARE(lines, (QSet<int>{2, 3}));
}

void TestCrawlCommand::oddPages()
{
    QCOMPARE(crawl({}, u"/deep.html"_s).links, QStringList{u"/deep.html a /a.html"_s});
    QCOMPARE(crawl({}, u"/nul.html"_s).links, QStringList{u"/nul.html a /a.html"_s});
    QVERIFY(crawl({}, u"/text.txt"_s).links.isEmpty());
    const Outcome huge = crawl({}, u"/huge.html"_s);
    QCOMPARE(huge.status, 3);
    QCOMPARE(huge.summary[u"failures"_s][0][u"reason"_s].toString(), u"too_large"_s);
}

void TestCrawlCommand::files()
{
    const Outcome outcome = crawl({u"--depth"_s, u"99"_s});
    const QByteArray header = m_cli.read(u"p.csv"_s).split('\n').front();
    QVERIFY2(header.startsWith("url,final_url,status,reason,type,size,"), header);
    QCOMPARE(outcome.pages[u"/gone.html"_s], u"404"_s);
}

void TestCrawlCommand::exportsBothTables()
{
    crawl({u"--depth"_s, u"99"_s, u"--project"_s, u"both.linnet"_s});
    const auto links = m_cli.run({u"export"_s, u"both.linnet"_s, u"--table"_s, u"links"_s, u"--where"_s,
                                  u"target_status = 404"_s, u"-o"_s, u"-"_s});
    QCOMPARE(links.status, 0);
    QVERIFY2(links.out.contains("/gone.html,a,no,"), links.out);
    const auto pages =
        m_cli.run({u"export"_s, u"both.linnet"_s, u"--table"_s, u"pages"_s, u"--where"_s,
                   u"why_not_fetched = out_of_scope"_s, u"--columns"_s, u"url"_s, u"-o"_s, u"-"_s});
    QCOMPARE(pages.out.trimmed(), QByteArray("url\r\nhttp://other.invalid/"));
}

/// The requests that the server noted for each address of the large site.
QMap<QByteArray, int> TestCrawlCommand::asked() const
{
    QMap<QByteArray, int> result;
    QFile log(m_cli.path(u"many.log"_s));
    if (log.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : log.readAll().split('\n')) {
            if (!line.isEmpty())
                ++result[line];
        }
    }
    return result;
}

std::multiset<QString> TestCrawlCommand::rows(const QString &project, const table::Schema &schema,
                                              int columns) const
{
    std::multiset<QString> result;
    const auto reader = store::RowReader::open(m_cli.path(project));
    const auto ids = reader ? (*reader)->ids({&schema, {}, {}, {}}) : Result<store::IdVector>();
    const auto found = reader ? (*reader)->rows(schema, ids.value_or(store::IdVector()))
                              : Result<std::vector<table::Cells>>();
    for (const table::Cells &cells : found.value_or(std::vector<table::Cells>())) {
        QStringList texts;
        for (int i = 0; i < columns; ++i)
            texts.append(table::toText(cells[size_t(i)]));
        result.insert(texts.join(u' '));
    }
    return result;
}

// What was stored is neither lost, nor stored twice, nor asked again; only what was not stored yet is.
void TestCrawlCommand::killedCrawlsGoOn()
{
    const QString start = m_server.url().resolved(QUrl(u"/many/0.html"_s)).toString();
    const QStringList args{u"crawl"_s,   start,     u"--depth"_s, u"99"_s, u"-d"_s,    u"0"_s,
                           u"--proxy"_s, u"none"_s, u"--quiet"_s, u"-o"_s, u"o.csv"_s, u"--project"_s};
    QCOMPARE(m_cli.run(args + QStringList{u"whole.linnet"_s}).status, 0);
    const auto links = rows(u"whole.linnet"_s, table::linkSchema(), 5);
    const auto pages = rows(u"whole.linnet"_s, table::pageSchema(), 3);
    QCOMPARE(int(links.size()), ManyPages * 10);
    QCOMPARE(int(pages.size()), ManyPages);
    for (int round = 1; round <= 5; ++round) {
        QVERIFY(QFile::resize(m_cli.path(u"many.log"_s), 0));
        const QString project = u"killed%1.linnet"_s.arg(round);
        QProcess process;
        m_cli.start(process, args + QStringList{project});
        QTRY_VERIFY_WITH_TIMEOUT(
            asked().size() >= ManyPages * round / 6 || process.state() == QProcess::NotRunning, 60'000);
        process.kill();
        process.waitForFinished();
        const auto stored = rows(project, table::pageSchema(), 3);
        const auto resumed = m_cli.run({u"resume"_s, project, u"--proxy"_s, u"none"_s, u"--quiet"_s});
        if (resumed.status == 2)
            continue; // killed before the run was stored, or after its end
        QVERIFY2(resumed.status == 0, resumed.err);
        QVERIFY(std::ranges::includes(pages, stored));
        QVERIFY(rows(project, table::linkSchema(), 5) == links);
        QVERIFY(rows(project, table::pageSchema(), 3) == pages);
        const auto requests = asked();
        QCOMPARE(requests.size(), ManyPages);
        for (const QString &row : stored) {
            const QByteArray address = QUrl(row.section(u' ', 0, 0)).path().toUtf8();
            QVERIFY2(requests.value(address) == 1, address);
        }
        for (auto address = requests.cbegin(); address != requests.cend(); ++address)
            QVERIFY2(address.value() <= 2, address.key());
    }
}

QTEST_GUILESS_MAIN(TestCrawlCommand)
#include "tst_crawlcommand.moc"

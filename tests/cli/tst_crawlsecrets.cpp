// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

#ifdef Q_OS_LINUX
#include <csignal>
#endif

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;
using test::Seen;

/// Logins, cookies, headers and tokens of linnet-cli, whatever the way they come in: they are used, each at
/// its own place, and written nowhere.
class TestCrawlSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void logins_data();
    void logins();
    void foreignLogins();
    void oneRow();
    void loginFiles_data();
    void loginFiles();
    void badLoginFiles();
    void resumedRunsNeedTheirLogin();
    void headers();
    void refusedHeaders_data();
    void refusedHeaders();
    void cookieFiles_data();
    void cookieFiles();
    void everyWayIn_data();
    void everyWayIn();
    void noCoreDump();

private:
    struct Outcome
    {
        test::CliResult run;
        QJsonObject summary;
    };
    Outcome crawl(const QStringList &args);
    QByteArrayList written() const;
    void findsNoSecret(const test::CliResult &run) const;
    QString withLogin(const QString &path, int port = 0) const;
    QList<QByteArray> sent(const QByteArray &header, int port = 0) const;

    std::unique_ptr<test::CliRunner> m_cli;
    std::unique_ptr<test::FaultServer> m_server;
};

namespace {

const QByteArray Secret = "s3cr%21tZebra";
const QByteArray Basic = "Basic " + QByteArray("ann:s3cr!tZebra").toBase64();

Answer page(const QByteArray &body)
{
    return Answer::status(200, {{"Content-Type", "text/html"}}, "<!doctype html><title>t</title>" + body);
}

} // namespace

void TestCrawlSecrets::init()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_server = std::make_unique<test::FaultServer>(2);
    m_server->setHandler([](const Seen &) { return page("nothing"); });
}

QString TestCrawlSecrets::withLogin(const QString &path, int port) const
{
    return u"http://ann:"_s + QString::fromLatin1(Secret) + u'@' + m_server->host(port) + path;
}

TestCrawlSecrets::Outcome TestCrawlSecrets::crawl(const QStringList &args)
{
    QStringList all{u"crawl"_s,
                    u"--proxy"_s,
                    u"none"_s,
                    u"-d"_s,
                    u"0"_s,
                    u"--depth"_s,
                    u"1"_s,
                    u"--retries"_s,
                    u"0"_s,
                    u"--project"_s,
                    m_cli->path(u"p.linnet"_s)};
    for (const auto &[option, file] :
         {std::pair(u"--links"_s, u"l.csv"_s), std::pair(u"--pages"_s, u"p.csv"_s),
          std::pair(u"--graph"_s, u"g.gexf"_s), std::pair(u"--summary"_s, u"s.json"_s),
          std::pair(u"--log"_s, u"log.txt"_s)})
        all << option << m_cli->path(file);
    Outcome outcome;
    outcome.run = m_cli->run(all + args);
    outcome.summary = QJsonDocument::fromJson(m_cli->read(u"s.json"_s)).object();
    return outcome;
}

QByteArrayList TestCrawlSecrets::written() const
{
    QByteArrayList files;
    QDirIterator it(m_cli->path(u"."_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        if (const QString name = it.next(); !name.endsWith(u".given"_s))
            files.append(m_cli->read(QDir(m_cli->path(u"."_s)).relativeFilePath(name)));
    }
    return files;
}

/// Everything that the run left and said.
void TestCrawlSecrets::findsNoSecret(const test::CliResult &run) const
{
    QByteArrayList places = written();
    QVERIFY(places.size() >= 5);
    places << run.out << run.err;
    for (const QByteArray &bytes : std::as_const(places)) {
        for (const char *secret : {"Zebra", "YW5uOn", "s3cr"})
            QVERIFY2(!bytes.contains(secret),
                     bytes.mid(std::max(qsizetype(0), bytes.indexOf(secret) - 100), 200));
    }
}

/// What requests to a port carried, by "path: value".
QList<QByteArray> TestCrawlSecrets::sent(const QByteArray &header, int port) const
{
    QList<QByteArray> values;
    for (const Seen &seen : m_server->seen()) {
        if (seen.port == quint16(m_server->url({}, port).port()))
            values.append(seen.target + ": " + seen.header(header));
    }
    std::ranges::sort(values);
    return values;
}

void TestCrawlSecrets::logins_data()
{
    QTest::addColumn<QString>("place");
    for (const char *place : {"start", "link", "redirect", "picture", "broken link"})
        QTest::newRow(place) << QString::fromLatin1(place);
}

void TestCrawlSecrets::logins()
{
    QFETCH(const QString, place);
    const QByteArray login = withLogin(u"/in"_s).toLatin1();
    QString start = m_server->url().toString();
    if (place == u"start")
        start = withLogin(u"/"_s);
    m_server->script("/",
                     {place == u"redirect"  ? Answer::redirect(login)
                      : place == u"start"   ? page("<a href=/in>x</a><a href=/gone>x</a>")
                      : place == u"picture" ? page("<img src='" + login + "'><a href=/gone>x</a>")
                      : place == u"broken link"
                          ? page("<a href='" + withLogin(u"/gone"_s).toLatin1() + "'>x</a>")
                          : page("<a href='" + login + "'>x</a><link rel=canonical href='" + login + "'>")});
    m_server->script("/gone", {Answer::status(404)});
    const Outcome outcome = crawl({start});
    QVERIFY(outcome.run.status == 0 || outcome.run.status == 1);
    findsNoSecret(outcome.run);
    const QList<QByteArray> sent = this->sent("Authorization");
    QVERIFY2(sent.join('\n').contains(": " + Basic), sent.join('\n'));
    if (place == u"start")
        QVERIFY(sent.contains("/in: " + Basic) && sent.contains("/robots.txt: " + Basic));
}

/// What a page says about another site is nothing that the crawl tells there.
void TestCrawlSecrets::foreignLogins()
{
    const QByteArray other = withLogin(u"/else"_s, 1).toLatin1();
    m_server->script("/",
                     {page("<a href='" + other + "'>x</a><a href='/go'>y</a><a href=ftp://ann:" + Secret +
                           "@f.example/>f</a><a href='http://ann:" + Secret + "@[bad/'>b</a>")});
    m_server->script("/go", {Answer::redirect("http://ann:" + Secret + "@[bad/")});
    const Outcome outcome = crawl({m_server->url().toString(), u"--external"_s});
    QCOMPARE(outcome.run.status, 1);
    findsNoSecret(outcome.run);
    QVERIFY(!sent("Authorization", 1).isEmpty());
    for (const QByteArray &value : sent("Authorization", 0) + sent("Authorization", 1))
        QVERIFY2(value.endsWith(": "), value);
    QVERIFY(m_cli->read(u"l.csv"_s).contains("ftp://f.example/"));
}

void TestCrawlSecrets::oneRow()
{
    m_server->script("/", {page("<a href='" + withLogin(u"/in"_s).toLatin1() + "'>x</a><a href=/in>y</a>")});
    crawl({m_server->url().toString(), withLogin(u"/"_s)});
    QCOMPARE(m_server->seen("/in").size(), 1);
    QCOMPARE(m_cli->read(u"p.csv"_s).count("/in"), 2); // url and final_url of one row
}

void TestCrawlSecrets::loginFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("login alone") << QByteArray("# mine\nann:s3cr!tZebra\n");
    QTest::newRow("address") << QByteArray("http://ann:s3cr%21tZebra@HOST/\r\n");
    QTest::newRow("origin and login") << QByteArray("http://HOST ann:s3cr!tZebra");
    QTest::newRow("host and two words") << QByteArray("HOST\tann  s3cr!tZebra");
    QTest::newRow("netrc") << QByteArray("machine HOST\n  login ann\n  password s3cr!tZebra\n");
    QTest::newRow("several") << QByteArray("https://x:y@other.example/\nann:s3cr!tZebra\n");
}

void TestCrawlSecrets::loginFiles()
{
    QFETCH(QByteArray, text);
    m_cli->write(u"l.given"_s, text.replace("HOST", m_server->host().toLatin1()));
    m_server->script("/",
                     {page("<a href=/in>x</a><a href='" + m_server->url(u"/"_s, 1).toEncoded() + "'>o</a>")});
    const Outcome outcome =
        crawl({m_server->url().toString(), u"--external"_s, u"--login-file"_s, m_cli->path(u"l.given"_s)});
    QCOMPARE(outcome.run.status, 0);
    findsNoSecret(outcome.run);
    QCOMPARE(sent("Authorization"),
             (QList<QByteArray>{"/: " + Basic, "/in: " + Basic, "/robots.txt: " + Basic}));
    for (const QByteArray &value : sent("Authorization", 1))
        QVERIFY2(value.endsWith(": "), value);
}

void TestCrawlSecrets::badLoginFiles()
{
    for (const char *text :
         {"", "nothing", "ann:s3cr\001tZebra", "http://ann@/", "ftp://h ann:s3cretZebra"}) {
        m_cli->write(u"l.given"_s, text);
        const test::CliResult run = m_cli->run(
            {u"crawl"_s, m_server->url().toString(), u"--login-file"_s, m_cli->path(u"l.given"_s)});
        QCOMPARE(run.status, 2);
        QVERIFY(run.err.contains("login-file") && !run.err.contains("Zebra"));
    }
    QVERIFY(m_server->seen().isEmpty());
}

/// A run that was left asks for its login; with it, it goes on.
void TestCrawlSecrets::resumedRunsNeedTheirLogin()
{
    m_server->script("/", {page("<a href=/1>1</a><a href=/2>2</a><a href=/3>3</a>")});
    crawl({withLogin(u"/"_s), u"--max-pages"_s, u"2"_s});
    const qsizetype before = m_server->seen().size();
    const QString project = m_cli->path(u"p.linnet"_s);
    const QString summary = m_cli->path(u"s.json"_s);
    const test::CliResult without =
        m_cli->run({u"resume"_s, project, u"--proxy"_s, u"none"_s, u"--summary"_s, summary});
    QVERIFY(without.status != 0);
    QVERIFY2(without.err.contains("login"), without.err);
    QCOMPARE(m_server->seen().size(), before);
    QCOMPARE(QJsonDocument::fromJson(m_cli->read(u"s.json"_s)).object()[u"stopped_by"_s].toString(),
             u"auth"_s);
    m_cli->write(u"l.given"_s, "ann:s3cr!tZebra\n");
    const test::CliResult with = m_cli->run(
        {u"resume"_s, project, u"--proxy"_s, u"none"_s, u"--login-file"_s, m_cli->path(u"l.given"_s)});
    findsNoSecret(with);
    for (const QByteArray &value : sent("Authorization"))
        QVERIFY2(value.endsWith(Basic), value);
}

void TestCrawlSecrets::headers()
{
    m_cli->write(u"h.given"_s, "# comment\nX-Key: Zebra key\nAuthorization: Bearer Zebra\nCookie: z=Zebra\n");
    m_server->script("/",
                     {page("<a href=/in>x</a><a href='" + m_server->url(u"/"_s, 1).toEncoded() + "'>o</a>")});
    const Outcome outcome =
        crawl({m_server->url().toString(), u"--external"_s, u"--headers-file"_s, m_cli->path(u"h.given"_s),
               u"--header"_s, u"X-Team: blue: 1"_s, u"--header"_s, u"Accept-Language: ru"_s});
    QCOMPARE(outcome.run.status, 0);
    findsNoSecret(outcome.run);
    for (const auto &[name, value] : {std::pair(QByteArray("X-Key"), QByteArray("Zebra key")),
                                      std::pair(QByteArray("X-Team"), QByteArray("blue: 1")),
                                      std::pair(QByteArray("Authorization"), QByteArray("Bearer Zebra")),
                                      std::pair(QByteArray("Cookie"), QByteArray("z=Zebra")),
                                      std::pair(QByteArray("Accept-Language"), QByteArray("ru"))}) {
        QVERIFY2(sent(name).contains("/in: " + value), name);
        QVERIFY2(!sent(name, 1).join().contains(value), name);
    }
}

void TestCrawlSecrets::refusedHeaders_data()
{
    QTest::addColumn<QString>("header");
    for (const char *header :
         {"Authorization: Basic Zebra", "cookie: a=Zebra", "no colon", ": empty", "Sp ace: x",
          "X-A: a\nX-B: b: \001", "Host: other.example", "Content-Length: 3", "Proxy-Authorization: Zebra",
          "Transfer-Encoding: chunked"})
        QTest::newRow(header) << QString::fromLatin1(header);
}

void TestCrawlSecrets::refusedHeaders()
{
    QFETCH(const QString, header);
    const test::CliResult run = m_cli->run({u"crawl"_s, m_server->url().toString(), u"--header"_s, header});
    QCOMPARE(run.status, 2);
    QVERIFY(run.err.contains("--header") && !run.err.contains("Zebra"));
    QVERIFY(m_server->seen().isEmpty());
}

void TestCrawlSecrets::cookieFiles_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("sent");
    QTest::newRow("browser's")
        << QByteArray("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tid\tZebra1\n"
                      "#HttpOnly_127.0.0.1\tFALSE\t/\tFALSE\t4102444800\th\tZebra2\n"
                      "other.example\tFALSE\t/\tFALSE\t0\tno\tZebra3\n"
                      "127.0.0.1\tFALSE\t/\tTRUE\t0\tsecure\tZebra4\n"
                      "127.0.0.1\tFALSE\t/\tFALSE\t1\told\tZebra5\n")
        << QByteArray("h=Zebra2; id=Zebra1");
    QTest::newRow("pairs") << QByteArray("a=Zebra1\nb=Zebra2") << QByteArray("a=Zebra1; b=Zebra2");
    QTest::newRow("header") << QByteArray("Cookie: a=Zebra1; b=2\r\n") << QByteArray("a=Zebra1; b=2");
}

void TestCrawlSecrets::cookieFiles()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, sent);
    m_cli->write(u"c.given"_s, text);
    m_server->script("/", {page("<a href=/in>x</a>")});
    const Outcome outcome = crawl({m_server->url().toString(), u"--cookies"_s, m_cli->path(u"c.given"_s)});
    QCOMPARE(outcome.run.status, 0);
    findsNoSecret(outcome.run);
    QList<QByteArray> pairs = m_server->seen("/in").value(0).header("Cookie").split(';');
    for (QByteArray &pair : pairs)
        pair = pair.trimmed();
    std::ranges::sort(pairs);
    QCOMPARE(pairs.join("; "), sent);
}

void TestCrawlSecrets::everyWayIn_data()
{
    // HOST is the server, LOGIN@ is the login in an address, all words but the last of a variable are its
    // name.
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("given");    ///< what stands in the file that is given
    QTest::addColumn<QString>("variable"); ///< of the environment
    QTest::addColumn<QByteArray>("header");
    const QString none;
    const QString hh = u"vacancies --base-url http://HOST/hh --field any"_s;
    const QByteArray login = "Authorization";
    const QByteArray proxy = "Proxy-Authorization";
    QTest::newRow("address") << u"check http://LOGIN@HOST/a http://LOGIN@HOST/gone"_s << none << none
                             << login;
    QTest::newRow("refused address")
        << u"check http://HOST/a ftp://LOGIN@f.example/ http://LOGIN@[bad/ LOGIN@f.example"_s << none << none
        << QByteArray();
    QTest::newRow("line") << u"check --file l.given"_s
                          << u"http://LOGIN@HOST/a\nhttp://LOGIN@HOST/gone\nftp://LOGIN@f.example\nLOGIN@x"_s
                          << none << login;
    QTest::newRow("cell") << u"check --file l.given"_s
                          << u"name;site\na;http://LOGIN@HOST/a\nb;http://LOGIN@[bad/\nc;LOGIN@x"_s << none
                          << login;
    QTest::newRow("line of a crawl") << u"crawl --file l.given"_s
                                     << u"http://LOGIN@HOST/a\nftp://LOGIN@f.example\nLOGIN@x"_s << none
                                     << login;
    QTest::newRow("token's variable") << hh << none << u"LINNET_HH_TOKEN tokenZebra"_s << login;
    QTest::newRow("token's file") << hh + u" --token-file l.given"_s << u"tokenZebra"_s << none << login;
    QTest::newRow("refused token") << u"vacancies --base-url http://HOST/forbidden --field any"_s << none
                                   << u"LINNET_HH_TOKEN tokenZebra"_s << login;
    QTest::newRow("token of two lines")
        << hh + u" --token-file l.given"_s << u"tokenZebra\nZebra"_s << none << QByteArray();
    const QString superjob = u"vacancies --source superjob --field any --base-url http://HOST"_s;
    QTest::newRow("key's variable") << superjob + u"/sj"_s << none << u"LINNET_SUPERJOB_TOKEN keyZebra"_s
                                    << QByteArray("X-Api-App-Id");
    QTest::newRow("key's file") << superjob + u"/sj --token-file l.given"_s << u"keyZebra"_s << none
                                << QByteArray("X-Api-App-Id");
    QTest::newRow("refused key") << superjob + u"/forbidden"_s << none << u"LINNET_SUPERJOB_TOKEN keyZebra"_s
                                 << QByteArray("X-Api-App-Id");
    QTest::newRow("root of an API") << u"vacancies --base-url http://LOGIN@HOST/hh --field any"_s << none
                                    << u"LINNET_HH_TOKEN other"_s << QByteArray();
    QTest::newRow("proxy's variable")
        << u"check http://site.example/a"_s << none << u"LINNET_PROXY http://LOGIN@HOST"_s << proxy;
    QTest::newRow("system's proxy") << u"check http://site.example/a"_s << none
                                    << u"http_proxy http://LOGIN@HOST"_s << proxy;
    QTest::newRow("list of proxies") << u"check http://site.example/a --proxies l.given"_s
                                     << u"http://LOGIN@HOST\nann:s3crZebra@bad host\nann:8675309:x!:1"_s
                                     << none << proxy;
    QTest::newRow("proxy as an argument")
        << u"check http://site.example/a --proxy http://LOGIN@HOST"_s << none << none << QByteArray();
    QTest::newRow("tested proxies")
        << u"proxies check --file l.given --judge http://HOST/judge"_s
        << u"http://LOGIN@HOST\nann:s3crZebra@bad host\n[{\"ip\":\"x\",\"password\":\"Zebra\"}]"_s << none
        << proxy;
    QTest::newRow("judge") << u"proxies check 127.0.0.1:1 --judge http://LOGIN@HOST/judge"_s << none << none
                           << QByteArray();
    QTest::newRow("page with proxies")
        << u"proxies fetch http://LOGIN@HOST/list http://LOGIN@HOST/gone"_s << none << none << QByteArray();
}

/// Everything that a command and those that follow it write and say.
void TestCrawlSecrets::everyWayIn()
{
    QFETCH(QString, command);
    QFETCH(QString, given);
    QFETCH(const QString, variable);
    QFETCH(const QByteArray, header);
    m_server->setHandler([this](const Seen &seen) {
        if (seen.target.startsWith("http://") && seen.header("Proxy-Authorization").isEmpty())
            return Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}});
        if (seen.target.contains("gone"))
            return Answer::status(404);
        if (seen.target.contains("/forbidden/"))
            return Answer::status(403, {}, R"({"errors":[{"type":"oauth","value":"bad_authorization"}]})");
        if (const qsizetype mark = seen.target.indexOf("judge?linnet="); mark >= 0)
            return Answer::text(R"({"origin":"127.0.0.1","headers":{"X-Linnet-Marker":")" +
                                seen.header("X-Linnet-Marker") + R"("},"args":{"linnet":")" +
                                seen.target.sliced(mark + 13) + "\"}}");
        if (seen.target.endsWith("/list"))
            return Answer::text("http://" + withLogin({}).toLatin1().sliced(7) +
                                "\nann:s3crZebra@bad host\n");
        if (seen.target.contains("/hh/vacancies?"))
            return Answer::text(
                R"({"items":[{"id":"1","name":"a"},{"id":"gone","name":"b"}],"pages":1,"found":2})");
        if (seen.target.contains("/sj/vacancies/?"))
            return Answer::text(R"({"objects":[{"id":1,"profession":"a"}],"total":1,"more":false})");
        return seen.target.contains("/hh/") ? Answer::text(R"({"id":"1","name":"a"})") : page("fine");
    });
    const auto filled = [this](QString text) {
        const QString host = m_server->host();
        return text.replace(u"LOGIN"_s, u"ann:"_s + QString::fromLatin1(Secret)).replace(u"HOST"_s, host);
    };
    if (!given.isEmpty())
        m_cli->write(u"l.given"_s, filled(given).toUtf8());
    if (!variable.isEmpty())
        m_cli->setEnvironment(variable.section(u' ', 0, 0), filled(variable.section(u' ', 1)));
    QStringList args = filled(command).split(u' ');
    const bool isProxied = command.contains(u"--prox"_s) || variable.contains(u"roxy"_s, Qt::CaseInsensitive);
    if (!isProxied)
        args << u"--proxy"_s << u"none"_s;
    const test::CliResult run =
        m_cli->run(args + QStringList{u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s, u"--timeout"_s, u"5"_s,
                                      u"--project"_s, u"p.linnet"_s, u"--summary"_s, u"s.json"_s, u"--log"_s,
                                      u"log.txt"_s, u"-o"_s, u"o.csv"_s});
    QVERIFY2(run.status >= 0 && run.status <= 3, run.err);
    if (!header.isEmpty()) {
        const auto carries = [&](const Seen &seen) { return !seen.header(header).isEmpty(); };
        const QList<Seen> seen = m_server->seen();
        QVERIFY(std::ranges::any_of(seen, carries));
    }
    QByteArray told = run.out + run.err;
    for (const QString &table :
         {u"vacancies"_s, u"pages"_s, u"links"_s, u"checks"_s, u"proxies"_s, u"requests"_s}) {
        for (const QString &ending : {u"csv"_s, u"jsonl"_s, u"har"_s})
            told += m_cli
                        ->run({u"export"_s, u"p.linnet"_s, u"--table"_s, table, u"--run"_s, u"all"_s, u"-o"_s,
                               table + u'.' + ending})
                        .err;
    }
    told += m_cli->run({u"resume"_s, u"p.linnet"_s, u"--failed"_s, u"--log"_s, u"log2.txt"_s}).err;
    for (const QByteArray &bytes : written())
        told += bytes;
    for (const char *secret : {"Zebra", "YW5uOn", "s3cr", "8675309"})
        QVERIFY2(!told.contains(secret), told.mid(std::max(qsizetype(0), told.indexOf(secret) - 200), 400));
}

/// Memory has them; an image of it is not left behind.
void TestCrawlSecrets::noCoreDump()
{
#ifdef Q_OS_LINUX
    m_server->setHandler([](const Seen &) { return page("slow").after(20'000); });
    QProcess process;
    m_cli->start(process, {u"check"_s, withLogin(u"/"_s), u"--proxy"_s, u"none"_s, u"--log"_s, u"log.txt"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!m_server->seen().isEmpty(), 20'000);
    QFile limits(u"/proc/%1/limits"_s.arg(process.processId()));
    QVERIFY(limits.open(QIODevice::ReadOnly));
    const QByteArrayList lines = limits.readAll().split('\n');
    const auto core =
        std::ranges::find_if(lines, [](const QByteArray &line) { return line.startsWith("Max core"); });
    QVERIFY(core != lines.end());
    QCOMPARE(core->simplified().split(' ').value(4), "0");
    QCOMPARE(::kill(pid_t(process.processId()), SIGABRT), 0);
    QVERIFY(process.waitForFinished());
    for (const QByteArray &bytes : written())
        QVERIFY(!bytes.contains("Zebra"));
#endif
}

QTEST_GUILESS_MAIN(TestCrawlSecrets)
#include "tst_crawlsecrets.moc"

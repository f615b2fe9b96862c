// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/crawlaudit.h"
#include "audit/run/findingrows.h"
#include "session/runparams.h"
#include "session/session.h"
#include "support/localauthority.h"
#include "support/nginxserver.h"
#include "support/proxystub.h"

#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The rules of an audit that the practice site cannot try, because they need https, http beside it, or
/// several names: a site that a proxy on this computer carries to a real server has each on its pages only.
class TestAuditSafety : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void onlyTheirPages_data();
    void onlyTheirPages();

private:
    using Pages = QSet<QString>;

    LocalAuthority m_authority;
    NginxServer m_nginx;
    ProxyStub m_proxy;
    QTemporaryDir m_folder;
    QHash<QString, Pages> m_found;
};

namespace {

/// Words that make a page of it.
QByteArray page(const QByteArray &name, const QByteArray &more = {})
{
    return "<!doctype html><html lang=en><head><meta charset=utf-8><title>The page " + name +
           " of several</title></head><body><h1>" + name + "</h1><p>Words of the page called " + name + " " +
           more;
}

QByteArray answer(const QByteArray &body, const QByteArray &status = "200 OK",
                  const QByteArray &type = "text/html; charset=utf-8")
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type +
           "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// http: what the proxy has itself. https: a tunnel.
ProxyStub::Reply reply(const QByteArray &message)
{
    const QByteArray line = message.left(message.indexOf("\r\n"));
    if (line.startsWith("CONNECT "))
        return {"HTTP/1.1 200 OK\r\n\r\n", line.contains(":443")};
    QByteArray body = answer({}, "404 Not Found");
    if (line.contains("/both.html"))
        body = answer(page("both.html"));
    else if (line.contains(".js"))
        body = answer("1;", "200 OK", "text/javascript");
    else if (line.contains(".png"))
        body = answer("\x89PNG\r\n\x1a\n", "200 OK", "image/png");
    return {line.startsWith("HEAD ") ? body.first(body.indexOf("\r\n\r\n") + 4) : body};
}

constexpr auto Secure = "https://site.example/"_L1;
constexpr auto Plain = "http://site.example/"_L1;

} // namespace

void TestAuditSafety::initTestCase()
{
    if (!NginxServer::isInstalled() || !LocalAuthority::isInstalled())
        QSKIP("nginx or openssl is not installed");
    QVERIFY(m_authority.make(u"DNS:site.example,DNS:www.site.example"_s));
    quint16 port = 0;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::LocalHost));
        port = probe.serverPort();
    }
    QByteArray links;
    for (const char *name :
         {"sound", "both", "nohsts", "shorthsts", "active", "passive", "form", "tohttp", "www"}) {
        const QByteArray file = name + QByteArray(".html");
        links += "<a href=/" + file + ">" + file + "</a> ";
        QByteArray more = "<img src=/own.png alt=own width=1 height=1><script src=/own.js></script>";
        if (file.startsWith("active"))
            more = "<script src=http://site.example/part.js></script>";
        else if (file.startsWith("passive"))
            more = "<img src=http://site.example/part.png alt=part width=1 height=1>";
        else if (file.startsWith("form"))
            more = "<form action=http://site.example/send><input name=a></form>";
        else if (file.startsWith("tohttp"))
            more = "<a href=http://site.example/both.html>both</a>";
        QVERIFY(m_nginx.addFile(QString::fromLatin1(file), page(file, more)));
    }
    links += "<a href=https://www.site.example/www.html>www</a> <a href=https://bad.site.example/>bad</a>";
    QVERIFY(m_nginx.addFile(u"index.html"_s, page("index.html", links)));
    QVERIFY(m_nginx.addFile(u"own.js"_s, "1;"));
    QVERIFY(m_nginx.addFile(u"own.png"_s, "\x89PNG\r\n\x1a\n"));
    const QString lines =
        u"listen 127.0.0.1:%1 ssl; ssl_certificate %2; ssl_certificate_key %3; "
        "add_header Strict-Transport-Security max-age=63072000; "
        "location = /nohsts.html { add_header X-Other 1; } "
        "location = /shorthsts.html { add_header Strict-Transport-Security max-age=600; }"_s;
    QVERIFY2(m_nginx.start(lines.arg(port).arg(m_authority.certificate(), m_authority.key()).toUtf8()),
             qPrintable(m_nginx.errorText()));
    QVERIFY(m_proxy.start(port, &reply));
    session::Session session(m_folder.path());
    session.network().setCaFile(m_authority.authority());
    QVERIFY(session.projectSlot().open(m_folder.filePath(u"crawl.linnet"_s)));
    links::CrawlSpec spec;
    spec.start = {QString(Secure)};
    spec.depth = 9;
    spec.scope = links::CrawlScope::Kind::Domain;
    spec.ignoreRobots = true;
    jobs::RequestSpec requests;
    requests.pace.delay = std::chrono::nanoseconds(0);
    requests.retries = 0;
    requests.proxy.mode = jobs::ProxyChoice::Mode::List;
    requests.proxy.keys = {u"http://"_s + m_proxy.address()};
    session::RunHandle *run = session.start(session::RunParams::of(spec, requests));
    QSignalSpy ended(run, &session::RunHandle::ended);
    QVERIFY(ended.wait(120'000));
    const auto reader = session.project().reader();
    QVERIFY(reader);
    const auto findings =
        audit::auditCrawl(**reader, {.run = run->id(), .throughProxy = true, .pages = {}}, audit::RuleSet());
    QVERIFY(findings);
    const auto read =
        audit::eachFindingRow(**reader, run->id(), *findings, [&](const table::Cells &row) -> Result<void> {
            m_found[table::toText(row[0])].insert(table::toText(row[2]));
            return {};
        });
    QVERIFY(read);
}

void TestAuditSafety::onlyTheirPages_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<Pages>("pages");
    const auto secure = [](const char *name) { return QString(Secure) + QString::fromLatin1(name); };
    const QString plain = QString(Plain) + u"both.html"_s;
    const QString www = u"https://www.site.example/www.html"_s;
    QTest::newRow("http_page") << u"http_page"_s << Pages{plain};
    QTest::newRow("certificate") << u"certificate"_s << Pages{u"https://bad.site.example/"_s};
    QTest::newRow("mixed_active") << u"mixed_active"_s << Pages{secure("active.html")};
    QTest::newRow("mixed_passive") << u"mixed_passive"_s << Pages{secure("passive.html")};
    QTest::newRow("form_http") << u"form_http"_s << Pages{secure("form.html")};
    QTest::newRow("link_http") << u"link_http"_s << Pages{secure("tohttp.html")};
    QTest::newRow("hsts_missing") << u"hsts_missing"_s << Pages{secure("nohsts.html")};
    QTest::newRow("hsts_short") << u"hsts_short"_s << Pages{secure("shorthsts.html")};
    QTest::newRow("http_twin") << u"http_twin"_s << Pages{plain, secure("both.html")};
    QTest::newRow("www_twin") << u"www_twin"_s << Pages{www, secure("www.html")};
}

void TestAuditSafety::onlyTheirPages()
{
    QFETCH(const QString, rule);
    QFETCH(const Pages, pages);
    const QStringList found = m_found.value(rule).values();
    QVERIFY2(m_found.value(rule) == pages, qPrintable(u"finds "_s + found.join(u", "_s)));
}

QTEST_GUILESS_MAIN(TestAuditSafety)
#include "tst_auditsafety.moc"

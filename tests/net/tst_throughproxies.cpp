// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxyline.h"
#include "session/runparams.h"
#include "session/session.h"
#include "store/read/rowreader.h"
#include "support/countedpractice.h"
#include "support/freeport.h"
#include "support/localauthority.h"
#include "support/nginxserver.h"
#include "support/realproxy.h"
#include "table/checkschema.h"
#include "table/pageschema.h"

#include <QFile>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <map>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

using Kind = RealProxy::Kind;

/// Searches, crawls and checks through every kind of proxy server, to an origin that speaks http and https
/// with a certificate of an authority that only the setting makes known. The origin is nginx, which writes
/// down who came, before the practice server.
class TestThroughProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void vacancies_data() { rows(); }
    void vacancies();
    void crawl_data() { rows(); }
    void crawl();
    void check_data() { rows(); }
    void check();
    void whatTheProxyDenies_data();
    void whatTheProxyDenies();
    void unknownAuthority();

private:
    void rows();
    RealProxy *proxy();
    void use(const RealProxy &proxy);
    QUrl origin(const QString &path = {}) const;
    jobs::Progress run(const session::RunParams &params);
    QHash<QString, QString> cells(const table::Schema &schema, auto key, auto value) const;
    QList<QByteArray> visits() const;
    void onlyTheProxyCame(const jobs::Progress &last) const;

    static constexpr QLatin1StringView Behind{"127.0.0.63"}; ///< where nginx comes from
    static constexpr QLatin1StringView Denied{"127.0.0.62"};

    test::CountedPractice m_practice;
    LocalAuthority m_authority;
    NginxServer m_nginx;
    QTemporaryDir m_logs;
    quint16 m_tlsPort = 0;
    quint16 m_deniedPort = 0;
    std::map<QString, std::unique_ptr<RealProxy>> m_proxies;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<session::Session> m_session;
    jobs::RequestSpec m_requests;
    qsizetype m_before = 0; ///< visits when the run began
};

namespace {

struct Server
{
    const char *name;
    RealProxy::Setup setup;
};

const QList<Server> &servers()
{
    static const QList<Server> list{
        {"squid", {Kind::Squid, u"127.0.0.71"_s, {}, {}, false, {}}},
        {"squid, login", {Kind::Squid, u"127.0.0.72"_s, u"me"_s, u"s3cret"_s, false, {}}},
        {"squid, deny rules", {Kind::Squid, u"127.0.0.73"_s, {}, {}, false, u"127.0.0.62"_s}},
        {"tinyproxy", {Kind::Tinyproxy, u"127.0.0.74"_s, {}, {}, false, {}}},
        {"tinyproxy, login", {Kind::Tinyproxy, u"127.0.0.75"_s, u"me"_s, u"s3cret"_s, false, {}}},
        {"microsocks", {Kind::Microsocks, u"127.0.0.76"_s, {}, {}, false, {}}},
        {"microsocks, login", {Kind::Microsocks, u"127.0.0.77"_s, u"me"_s, u"s3cret"_s, false, {}}},
        {"dante, deny rules", {Kind::Dante, u"127.0.0.78"_s, {}, {}, false, u"127.0.0.62"_s}},
    };
    return list;
}

const RealProxy::Setup &setupOf(const QString &name)
{
    return std::ranges::find_if(servers(),
                                [&](const Server &one) { return QLatin1StringView(one.name) == name; })
        ->setup;
}

const char *whySkipped()
{
    QFETCH(const QString, server);
    return RealProxy::whySkipped(setupOf(server).kind);
}

} // namespace

void TestThroughProxies::initTestCase()
{
    if (!NginxServer::isInstalled() || !LocalAuthority::isInstalled())
        QSKIP("nginx or openssl is not installed");
    const auto practice = m_practice.start();
    QVERIFY(practice);
    QVERIFY(m_authority.make(u"IP:127.0.0.1,IP:127.0.0.62"_s));
    m_tlsPort = freePort();
    m_deniedPort = freePort();
    const QString config = u"listen 127.0.0.1:%1 ssl; listen %2:%1 ssl; listen %2:%3; ssl_certificate %4; "
                           u"ssl_certificate_key %5;"
                           "access_log %6/access.log;"
                           "location / { proxy_pass %7; proxy_bind %8; proxy_set_header Host $http_host;"
                           " proxy_http_version 1.1; }"_s;
    const QString filled =
        config.arg(m_tlsPort)
            .arg(Denied)
            .arg(m_deniedPort)
            .arg(m_authority.certificate(), m_authority.key(), m_logs.path(), practice->toString(), Behind);
    QVERIFY2(m_nginx.start(filled.toUtf8()), qPrintable(m_nginx.errorText()));
}

void TestThroughProxies::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_session = std::make_unique<session::Session>(m_folder->path());
    QVERIFY(m_session->projectSlot().open(m_folder->filePath(u"p.linnet"_s)));
    m_requests = {};
    m_requests.pace.delay = std::chrono::nanoseconds(0);
    m_requests.timeout = std::chrono::seconds(20);
    m_session->network().setCaFile(m_authority.authority());
}

void TestThroughProxies::rows()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("scheme");
    for (const Server &server : servers()) {
        for (const char *scheme : {"http", "https"})
            QTest::addRow("%s, %s", server.name, scheme)
                << QString::fromLatin1(server.name) << QString::fromLatin1(scheme);
    }
}

/// Null when it is not installed.
RealProxy *TestThroughProxies::proxy()
{
    QFETCH(const QString, server);
    const RealProxy::Setup &setup = setupOf(server);
    if (!RealProxy::isInstalled(setup.kind))
        return nullptr;
    auto &known = m_proxies[server];
    if (!known) {
        known = std::make_unique<RealProxy>(setup);
        if (!known->start())
            qWarning("%s: %s", qPrintable(server), qPrintable(known->errorText()));
    }
    return known.get();
}

void TestThroughProxies::use(const RealProxy &proxy)
{
    const proxies::LineReading reading = proxies::readProxyLine(proxy.address(), proxies::ProxyScheme::Http);
    QCOMPARE(reading.proxies.size(), 1);
    m_session->network().addProxies(reading.proxies);
    m_requests.proxy.mode = jobs::ProxyChoice::Mode::List;
    m_requests.proxy.keys = {reading.proxies.first().key()};
}

QUrl TestThroughProxies::origin(const QString &path) const
{
    QFETCH(const QString, scheme);
    QUrl url = m_nginx.url();
    if (scheme == u"https") {
        url.setScheme(scheme);
        url.setPort(m_tlsPort);
    }
    url.setPath(path);
    return url;
}

/// One line for each request that the origin answered.
QList<QByteArray> TestThroughProxies::visits() const
{
    QFile log(m_logs.filePath(u"access.log"_s));
    if (!log.open(QIODevice::ReadOnly))
        return {};
    QList<QByteArray> lines = log.readAll().split('\n');
    lines.removeLast();
    return lines;
}

jobs::Progress TestThroughProxies::run(const session::RunParams &params)
{
    m_before = visits().size();
    session::RunHandle *handle = m_session->start(params);
    QSignalSpy ended(handle, &session::RunHandle::ended);
    if (!ended.wait(120'000))
        qWarning("the run did not end");
    return handle->progress();
}

void TestThroughProxies::onlyTheProxyCame(const jobs::Progress &last) const
{
    QFETCH(const QString, server);
    const QByteArray address = setupOf(server).outgoing.toLatin1();
    QVERIFY(last.requests > 0);
    // It writes a line when the answer is out, so the last one may still be missing.
    QTRY_VERIFY_WITH_TIMEOUT(visits().size() >= m_before + last.requests, 10'000);
    for (const QByteArray &line : visits().mid(m_before))
        QVERIFY2(line.startsWith(address + ' '), line);
    // Nobody came to the practice server past nginx.
    for (const QString &peer : m_practice.peers().keys())
        QCOMPARE(peer, QString(Behind));
}

QHash<QString, QString> TestThroughProxies::cells(const table::Schema &schema, auto key, auto value) const
{
    const auto reader = m_session->project().reader();
    const auto ids = (*reader)->ids({&schema, {}, {}, {}});
    QHash<QString, QString> result;
    for (const table::Cells &row : (*reader)->rows(schema, *ids).value_or(std::vector<table::Cells>()))
        result.insert(table::toText(row[size_t(key)]), table::toText(row[size_t(value)]));
    return result;
}

void TestThroughProxies::vacancies()
{
    const RealProxy *through = proxy();
    if (!through)
        QSKIP(whySkipped());
    use(*through);
    vacancies::SearchSpec spec;
    vacancies::Query query;
    query.pages = 1;
    spec.sources = {{u"hh"_s, query, origin()}};
    spec.day = QDate::currentDate();
    const jobs::Progress last = run(session::RunParams::of(spec, m_requests));
    QCOMPARE(last.state, store::RunState::Finished);
    QCOMPARE(last.failed, 0);
    QCOMPARE(last.rows, 100);
    onlyTheProxyCame(last);
}

void TestThroughProxies::crawl()
{
    const RealProxy *through = proxy();
    if (!through)
        QSKIP(whySkipped());
    use(*through);
    links::CrawlSpec spec;
    spec.start = {origin(u"/site/guide/"_s).toString()};
    spec.depth = 1;
    const jobs::Progress last = run(session::RunParams::of(spec, m_requests));
    QCOMPARE(last.state, store::RunState::Finished);
    const auto pages = cells(table::pageSchema(), table::PageColumn::Url, table::PageColumn::Status);
    QCOMPARE(pages.value(origin(u"/site/guide/"_s).toString()), u"200"_s);
    QCOMPARE(pages.value(origin(u"/site/guide/start.html"_s).toString()), u"200"_s);
    QCOMPARE(pages.value(origin(u"/site/missing.html"_s).toString()), u"404"_s);
    onlyTheProxyCame(last);
}

void TestThroughProxies::check()
{
    const RealProxy *through = proxy();
    if (!through)
        QSKIP(whySkipped());
    use(*through);
    const checks::CheckSpec spec;
    const std::vector<checks::CheckAddress> list{{origin(u"/site/guide/"_s), 1},
                                                 {origin(u"/site/missing.html"_s), 2},
                                                 {origin(u"/site/guide/start.html"_s), 3}};
    const jobs::Progress last = run(session::RunParams::of(spec, m_requests, firstWork(spec, list, {})));
    QCOMPARE(last.rows, 3);
    QCOMPARE(last.failed, 1);
    const auto statuses = cells(table::checkSchema(), table::CheckColumn::Url, table::CheckColumn::Status);
    QCOMPARE(statuses.value(list[0].address.url().toString()), u"200"_s);
    QCOMPARE(statuses.value(list[1].address.url().toString()), u"404"_s);
    onlyTheProxyCame(last);
}

void TestThroughProxies::whatTheProxyDenies_data()
{
    QTest::addColumn<QString>("server");
    QTest::addColumn<QString>("scheme");
    for (const char *server : {"squid, deny rules", "dante, deny rules"}) {
        for (const char *scheme : {"http", "https"})
            QTest::addRow("%s, %s", server, scheme)
                << QString::fromLatin1(server) << QString::fromLatin1(scheme);
    }
}

/// It is named as the proxy's doing, nobody goes there directly, and the rest goes on.
void TestThroughProxies::whatTheProxyDenies()
{
    const RealProxy *through = proxy();
    if (!through)
        QSKIP(whySkipped());
    use(*through);
    m_requests.timeout = std::chrono::seconds(3);
    m_requests.retries = 0;
    QUrl denied = origin(u"/site/guide/"_s);
    denied.setHost(Denied);
    if (denied.scheme() == u"http")
        denied.setPort(m_deniedPort);
    const checks::CheckSpec spec;
    const std::vector<checks::CheckAddress> list{{denied, 1}, {origin(u"/site/guide/start.html"_s), 2}};
    const jobs::Progress last = run(session::RunParams::of(spec, m_requests, firstWork(spec, list, {})));
    QCOMPARE(last.rows, 2);
    QCOMPARE(last.failed, 1);
    const auto reasons = cells(table::checkSchema(), table::CheckColumn::Url, table::CheckColumn::Reason);
    QCOMPARE(reasons.value(list[1].address.url().toString()), QString());
    const QString reason = reasons.value(denied.toString());
    QVERIFY2(reason == reasonCode(Reason::ProxyFailed) || reason == reasonCode(Reason::NoProxy),
             qPrintable(reason));
    for (const QByteArray &line : visits().mid(m_before))
        QVERIFY2(!line.contains("/site/guide/ "), line);
}

/// That the setting is what makes https work here.
void TestThroughProxies::unknownAuthority()
{
    m_session->network().setCaFile({});
    m_requests.proxy.mode = jobs::ProxyChoice::Mode::None;
    QUrl url = m_nginx.url();
    url.setScheme(u"https"_s);
    url.setPort(m_tlsPort);
    url.setPath(u"/site/guide/"_s);
    const checks::CheckSpec spec;
    const jobs::Progress last =
        run(session::RunParams::of(spec, m_requests, firstWork(spec, {{url, 1}}, {})));
    QCOMPARE(last.failed, 1);
    const auto reasons = cells(table::checkSchema(), table::CheckColumn::Url, table::CheckColumn::Reason);
    QCOMPARE(reasons.value(url.toString()), QString(reasonCode(Reason::Tls)));
}

QTEST_GUILESS_MAIN(TestThroughProxies)
#include "tst_throughproxies.moc"

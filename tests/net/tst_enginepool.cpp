// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "proxies/list/proxylistparser.h"
#include "proxies/pool/proxypool.h"
#include "proxies/test/proxytest.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/nginxserver.h"
#include "support/realproxy.h"

#include <QProcess>
#include <QSslCertificate>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::proxies;
using namespace linnet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(linnet::test::RealProxy::Setup)

namespace {

QList<Proxy> proxiesOf(const QString &list)
{
    QList<Proxy> proxies;
    for (const ProxyList::Entry &entry : ProxyListParser::parse(list, ProxyScheme::Http).entries)
        proxies.append(entry.proxy);
    return proxies;
}

/// Answers as a judge, over TLS with a certificate of an authority that nobody knows.
class SecureJudge
{
public:
    bool start()
    {
        QFile::setPermissions(m_folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                                                   QFile::ReadOther | QFile::ExeOther | QFile::ReadGroup |
                                                   QFile::ExeGroup);
        const QString key = m_folder.filePath(u"key.pem"_s);
        certificate = m_folder.filePath(u"cert.pem"_s);
        const int made = QProcess::execute(
            u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s,
                           u"30"_s, u"-subj"_s, u"/CN=Test Authority"_s, u"-addext"_s,
                           u"subjectAltName=IP:127.0.0.1"_s, u"-keyout"_s, key, u"-out"_s, certificate});
        quint16 port = 0;
        {
            QTcpServer probe;
            if (made != 0 || !probe.listen(QHostAddress::LocalHost))
                return false;
            port = probe.serverPort();
        }
        const QString lines = uR"(listen 127.0.0.1:%1 ssl; ssl_certificate %2; ssl_certificate_key %3;
location = /judge { return 200 '{"args":{"linnet":"$arg_linnet"},"headers":{"X-Linnet-Marker":"$http_x_linnet_marker"},"origin":"$remote_addr"}'; })"_s;
        if (!m_nginx.start(lines.arg(port).arg(certificate, key).toUtf8()))
            return false;
        url = QUrl(u"https://127.0.0.1:%1/judge"_s.arg(port));
        return true;
    }

    QUrl url;
    QString certificate;

private:
    QTemporaryDir m_folder;
    NginxServer m_nginx;
};

} // namespace

/// The engine with a pool of proxies: pace, blame, https through real proxy servers.
class TestEnginePool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scaledRate_data();
    void scaledRate();
    void scalingEndsWithARefusal();
    void secureThroughRealProxies_data();
    void secureThroughRealProxies();
    void proxysOwnErrorPages();
    void whoMeetsACaptchaIsLeftOut();
    void faultyProxyIsReplaced_data();
    void faultyProxyIsReplaced();
};

void TestEnginePool::scaledRate_data()
{
    QTest::addColumn<bool>("scaled");
    QTest::newRow("each for itself") << true;
    QTest::newRow("all together") << false;
}

void TestEnginePool::scaledRate()
{
    QFETCH(bool, scaled);
    FaultServer proxy(3);
    QStringList list;
    for (int i = 0; i < 3; ++i)
        list.append(proxy.host(i));
    SystemClock clock;
    ProxyPool pool(clock, proxiesOf(list.join(u'\n')), {});
    EngineRig rig(pool);
    Pace pace;
    pace.delay = 200ms;
    pace.scaledByProxy = scaled;
    rig.engine.setPace(pace);
    for (int i = 0; i < 12; ++i)
        rig.get(QUrl(u"http://origin.invalid/%1"_s.arg(i)));
    QVERIFY(rig.wait(60'000));
    QHash<quint16, QList<qint64>> byProxy;
    QList<qint64> all;
    for (const Seen &seen : proxy.seen()) {
        byProxy[seen.port].append(seen.atNs);
        all.append(seen.atNs);
    }
    QCOMPARE(all.size(), 12);
    QCOMPARE(byProxy.size(), 3);
    const qint64 least = 150'000'000; // arrivals: a busy machine reads some late
    const auto tooClose = [least](QList<qint64> times) {
        std::sort(times.begin(), times.end());
        int count = 0;
        for (qsizetype i = 1; i < times.size(); ++i)
            count += times[i] - times[i - 1] < least ? 1 : 0;
        return count;
    };
    for (const QList<qint64> &times : std::as_const(byProxy)) {
        QCOMPARE(times.size(), 4);
        QCOMPARE(tooClose(times), 0);
    }
    if (scaled)
        QVERIFY(tooClose(all) >= 6);
    else
        QCOMPARE(tooClose(all), 0);
}

void TestEnginePool::scalingEndsWithARefusal()
{
    FaultServer proxy(3);
    proxy.setHandler([](const Seen &seen) { return Answer::status(seen.target.endsWith("/0") ? 403 : 200); });
    QStringList list;
    for (int i = 0; i < 3; ++i)
        list.append(proxy.host(i));
    SystemClock clock;
    ProxyPool pool(clock, proxiesOf(list.join(u'\n')), {});
    EngineRig rig(pool);
    Pace pace;
    pace.delay = 200ms;
    pace.scaledByProxy = true;
    rig.engine.setPace(pace);
    QVERIFY(rig.fetch(QUrl(u"http://origin.invalid/0"_s)));
    for (int i = 1; i < 8; ++i)
        rig.get(QUrl(u"http://origin.invalid/%1"_s.arg(i)));
    QVERIFY(rig.wait(60'000));
    QList<qint64> times;
    for (const Seen &seen : proxy.seen())
        times.append(seen.atNs);
    std::sort(times.begin(), times.end());
    for (qsizetype i = 2; i < times.size(); ++i)
        QVERIFY2(times[i] - times[i - 1] > 150'000'000, qPrintable(QString::number(times[i] - times[i - 1])));
}

void TestEnginePool::secureThroughRealProxies_data()
{
    using Kind = RealProxy::Kind;
    QTest::addColumn<RealProxy::Setup>("setup");
    const auto row = [](const char *name, const RealProxy::Setup &setup) { QTest::newRow(name) << setup; };
    row("squid", {Kind::Squid, u"127.0.0.51"_s, {}, {}, false, {}});
    row("squid, login", {Kind::Squid, u"127.0.0.52"_s, u"me"_s, u"s3cret"_s, false, {}});
    row("tinyproxy", {Kind::Tinyproxy, u"127.0.0.53"_s, {}, {}, false, {}});
    row("microsocks", {Kind::Microsocks, u"127.0.0.54"_s, {}, {}, false, {}});
    row("microsocks, login", {Kind::Microsocks, u"127.0.0.55"_s, u"me"_s, u"s3cret"_s, false, {}});
    row("dante", {Kind::Dante, u"127.0.0.56"_s, {}, {}, false, {}});
}

void TestEnginePool::secureThroughRealProxies()
{
    QFETCH(RealProxy::Setup, setup);
    if (!RealProxy::isInstalled(setup.kind))
        QSKIP(RealProxy::whySkipped(setup.kind));
    if (!NginxServer::isInstalled() || QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("nginx or openssl is not installed");
    RealProxy proxy(setup);
    QVERIFY2(proxy.start(), qPrintable(proxy.errorText()));
    SecureJudge judge;
    QVERIFY(judge.start());

    SystemClock clock;
    ProxyPool pool(clock, proxiesOf(proxy.address()), {});
    EngineRig rig(pool);
    QVERIFY(rig.engine.setCaFile(judge.certificate));
    const auto result = rig.fetch(judge.url);
    QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
    QVERIFY2(result->body.contains(setup.outgoing.toLatin1()), result->body);

    // With the authority the tunnel's TLS is intact, without it somebody stands in between.
    TestRules rules;
    JudgeAnswer baseline;
    baseline.exitAddress = u"127.0.0.1"_s;
    rules.secure = TestRules::Judge{judge.url, baseline};
    rules.samples = 2;
    for (const bool known : {true, false}) {
        rules.tls.reset();
        if (known)
            rules.tls = rig.engine.tls();
        ProxyTest exam(clock, rules, pool.members().front().proxy(), nullptr);
        std::optional<TestResult> found;
        connect(&exam, &ProxyTest::wantsJudge, this, [](ProxyProbe *probe) { probe->proceed(); });
        connect(&exam, &ProxyTest::done, this, [&found](const TestResult &got) { found = got; });
        exam.start();
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 60'000);
        QCOMPARE(found->tls, std::optional(known));
        QCOMPARE(found->tunnel, std::optional(true));
        QCOMPARE(found->alive, known);
        QCOMPARE(found->fault, known ? ProxyFault::None : ProxyFault::Tls);
        if (known)
            QCOMPARE(found->exitAddress, setup.outgoing);
    }
}

/// A proxy that cannot reach the origin says so with a page of its own; the origin never hears of it.
void TestEnginePool::proxysOwnErrorPages()
{
    FaultServer broken;
    FaultServer good;
    broken.setHandler([](const Seen &) {
        return Answer::status(503, {{"X-Squid-Error", "ERR_CANNOT_FORWARD 0"}});
    });
    SystemClock clock;
    ProxyPool pool(clock, proxiesOf(broken.host() + u'\n' + good.host()), {});
    EngineRig rig(pool);
    for (int i = 0; i < 6; ++i) {
        const auto result = rig.fetch(requestFor(QUrl(u"http://origin.invalid/%1"_s.arg(i)), 0));
        QVERIFY(result);
        QCOMPARE(result->status, 200);
    }
    QCOMPARE(broken.seen().size(), 1);
    QCOMPARE(good.seen().size(), 6);
}

void TestEnginePool::whoMeetsACaptchaIsLeftOut()
{
    FaultServer proxy(2);
    const quint16 unwelcome = quint16(proxy.host(0).section(u':', 1).toInt());
    proxy.setHandler([unwelcome](const Seen &seen) {
        return seen.port == unwelcome ? Answer::text("captcha", 200) : Answer::text("page");
    });
    SystemClock clock;
    ProxyPool pool(clock, proxiesOf(proxy.host(0) + u'\n' + proxy.host(1)), {});
    EngineRig rig(pool);
    rig.engine.setPace({.delay = 0ns});
    int captchas = 0;
    for (int i = 0; i < 12; ++i) {
        Request request = requestFor(QUrl(u"http://origin.invalid/%1"_s.arg(i)));
        request.read = [](const Response &response) {
            return Reading{{}, {}, response.body.startsWith("captcha")};
        };
        const auto result = rig.fetch(request);
        QVERIFY(result);
        captchas += result->body.startsWith("captcha") ? 1 : 0;
    }
    QCOMPARE(captchas, 1);
    // Not wanted at this host only.
    for (int i = 0; i < 2; ++i)
        QVERIFY(rig.fetch(QUrl(u"http://other.invalid/%1"_s.arg(i))));
    QCOMPARE(std::ranges::count(proxy.seen(), unwelcome, &Seen::port), 2);
}

void TestEnginePool::faultyProxyIsReplaced_data()
{
    using End = Answer::End;
    QTest::addColumn<bool>("down");
    QTest::addColumn<Answer>("answer");
    const Answer wantsLogin = Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}});
    QTest::newRow("down") << true << Answer();
    QTest::newRow("407") << false << wantsLogin;
    QTest::newRow("401") << false << Answer::status(401, {{"Server", "tinyproxy/1.11.1"}});
    QTest::newRow("502") << false << Answer::status(502);
    QTest::newRow("429") << false << Answer::status(429);
    QTest::newRow("garbage") << false << Answer::raw("garbage\r\n\r\n", End::Close);
    QTest::newRow("garbage in the tunnel")
        << false << Answer::raw("HTTP/1.1 200 OK\r\n\r\nfar from any TLS", End::KeepAlive);
}

/// A tunnel that one proxy does not give is had through the other one. The origin is not blamed and, though
/// it could be reached, never asked directly.
void TestEnginePool::faultyProxyIsReplaced()
{
    QFETCH(bool, down);
    QFETCH(Answer, answer);
    if (!RealProxy::isInstalled(RealProxy::Kind::Microsocks) || !NginxServer::isInstalled() ||
        QStandardPaths::findExecutable(u"openssl"_s).isEmpty())
        QSKIP("microsocks, nginx or openssl is not installed");
    RealProxy good({RealProxy::Kind::Microsocks, u"127.0.0.57"_s, {}, {}, false, {}});
    QVERIFY2(good.start(), qPrintable(good.errorText()));
    SecureJudge origin;
    QVERIFY(origin.start());
    FaultServer faulty;
    faulty.setHandler([answer](const Seen &) { return answer; });
    if (down)
        faulty.shut();
    SystemClock clock;
    ProxyPool pool(clock, proxiesOf(faulty.host() + u'\n' + good.address()), {});
    EngineRig rig(pool);
    QVERIFY(rig.engine.setCaFile(origin.certificate));
    for (int i = 0; i < 8; ++i) {
        const auto result = rig.fetch(origin.url);
        QVERIFY2(result, qPrintable(result ? QString() : result.error().detail));
        QVERIFY2(result->body.contains("127.0.0.57"), result->body);
    }
    QVERIFY2(faulty.seen().size() <= 3, qPrintable(QString::number(faulty.seen().size())));
    for (const HostState &host : rig.engine.hosts())
        QVERIFY(!host.unreachable);
}

QTEST_GUILESS_MAIN(TestEnginePool)
#include "tst_enginepool.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "net/proxy/fixedproxyselector.h"
#include "net/proxy/switchselector.h"

#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

namespace {

/// Says what it is told.
class PuppetSelector : public ProxySelector
{
public:
    explicit PuppetSelector(Choice first)
        : choice(std::move(first))
    {
    }
    Choice choose(const QUrl &, const Readiness &, Moment) override
    {
        ++asked;
        return choice;
    }
    void committed(const QUrl &, const ProxyKey &key) override { started.append(key.toString()); }
    bool attemptEnded(const QUrl &, const ProxyKey &key, const Error &outcome,
                      std::chrono::nanoseconds) override
    {
        ended.append({key.toString(), outcome});
        return false;
    }

    Choice choice;
    int asked = 0;
    QStringList started;
    QList<QPair<QString, Error>> ended;
};

FixedProxySelector::Use through(const FaultServer &proxy, const QString &login = {})
{
    return *FixedProxySelector::parse(u"http://"_s + login + proxy.host());
}

/// A proxy that lets only "me:secret" pass.
Answer wantsLogin(const Seen &seen)
{
    return seen.header("Proxy-Authorization") == "Basic " + QByteArray("me:secret").toBase64()
               ? Answer::text("in")
               : Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}});
}

} // namespace

class TestEngineProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughTheProxy();
    void hopsStayOnTheProxy();
    void faults_data();
    void faults();
    void manyRefusedTunnels();
    void refusedProxy();
    void loginIsNotRecorded();
    void waitsForTheSelector();
    void noProxyUsable();
    void selectorIsTold();
    void deadProxyIsWaitedFor();
    void hostIsNotBlamedForItsProxy();
    void loginIsAskedForOnce();
    void wrongLoginIsAskedForAgain();
    void refusedLogin();
    void nobodyToAsk();
};

void TestEngineProxy::goesThroughTheProxy()
{
    FaultServer proxy;
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    const auto result = rig.fetch(QUrl(u"http://no-such-host.invalid/a?b"_s));
    QVERIFY(result);
    QCOMPARE(proxy.seen().first().target, "http://no-such-host.invalid/a?b");
    QVERIFY(rig.waitAttempts(1));
    QCOMPARE(rig.attempts().first().proxy.toString(), u"http://"_s + proxy.host());
    QCOMPARE(rig.attempts().first().host.toString(), u"no-such-host.invalid"_s);
}

void TestEngineProxy::hopsStayOnTheProxy()
{
    FaultServer proxy;
    proxy.script("http://a.invalid/", {Answer::redirect("http://b.invalid/")});
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    const auto result = rig.fetch(QUrl(u"http://a.invalid/"_s));
    QVERIFY(result);
    QCOMPARE(result->url, QUrl(u"http://b.invalid/"_s));
    QCOMPARE(proxy.seen().size(), 2);
}

void TestEngineProxy::faults_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<Reason>("reason");
    using End = Answer::End;
    const QString plain = u"http://a.invalid/"_s;
    const QString secure = u"https://a.invalid/"_s;
    const Answer login = Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}});
    QTest::newRow("login, http") << plain << login << Reason::CredentialsNeeded;
    QTest::newRow("login, https") << secure << login << Reason::CredentialsNeeded;
    QTest::newRow("CONNECT forbidden") << secure << Answer::status(403) << Reason::ProxyFailed;
    QTest::newRow("CONNECT 502") << secure << Answer::status(502) << Reason::ProxyFailed;
    QTest::newRow("CONNECT answered with rubbish")
        << secure << Answer::raw("rubbish\r\n\r\n", End::Close) << Reason::ProxyFailed;
    QTest::newRow("rubbish in the tunnel")
        << secure << Answer::raw("HTTP/1.1 200 OK\r\n\r\nthis is no TLS at all, far from it", End::KeepAlive)
        << Reason::Tls;
    QTest::newRow("CONNECT hangs") << secure << Answer::raw({}, End::Hang) << Reason::Deadline;
}

void TestEngineProxy::faults()
{
    QFETCH(QString, target);
    QFETCH(Answer, answer);
    QFETCH(Reason, reason);
    FaultServer proxy;
    proxy.setHandler([answer](const Seen &) { return answer; });
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    Request request = requestFor(QUrl(target), 0);
    request.timeout = 1500ms;
    const auto result = rig.fetch(request);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, reason);
}

/// Whether the proxy keeps the connection or not, hundreds of tunnels that it refuses end one like the other.
void TestEngineProxy::manyRefusedTunnels()
{
    FaultServer proxy;
    std::atomic<int> count = 0;
    proxy.setHandler([&count](const Seen &) {
        const Answer answer = Answer::status(407, {{"Proxy-Authenticate", "Basic realm=\"x\""}});
        return ++count % 2 == 0 ? answer : answer.then(Answer::End::Close);
    });
    const FixedProxySelector::Use use = through(proxy);
    for (int round = 0; round < 50; ++round) {
        FixedProxySelector selector(use);
        EngineRig rig(selector);
        for (int i = 0; i < 6; ++i)
            rig.get(requestFor(QUrl(u"https://%1.invalid/"_s.arg(i)), 0));
        QVERIFY(rig.wait(60'000));
        for (int i = 0; i < 6; ++i)
            QCOMPARE(rig.result(i).error().reason, Reason::CredentialsNeeded);
    }
}

void TestEngineProxy::refusedProxy()
{
    FaultServer proxy;
    FixedProxySelector selector(through(proxy));
    proxy.shut();
    EngineRig rig(selector);
    for (const QString &target : {u"http://a.invalid/"_s, u"https://a.invalid/"_s}) {
        const auto result = rig.fetch(requestFor(QUrl(target), 0));
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::ProxyFailed);
    }
}

void TestEngineProxy::loginIsNotRecorded()
{
    FaultServer proxy;
    proxy.setHandler(wantsLogin);
    FixedProxySelector selector(through(proxy, u"me:secret@"_s));
    EngineRig rig(selector);
    const auto result = rig.fetch(QUrl(u"http://a.invalid/"_s));
    QVERIFY(result);
    QCOMPARE(result->body, "in");
    QVERIFY(rig.waitAttempts(1));
    QVERIFY(!rig.attempts().first().proxy.toString().contains(u"secret"_s));
    QVERIFY(!rig.attempts().first().proxy.toString().contains(u"me"_s));
}

void TestEngineProxy::waitsForTheSelector()
{
    FaultServer server;
    PuppetSelector selector(ProxySelector::Wait{momentAt(std::numeric_limits<qint64>::max() / 2)});
    EngineRig rig(selector);
    rig.get(server.url());
    QVERIFY(!rig.wait(200));
    QCOMPARE(selector.started.size(), 0);
    selector.choice = DirectSelector::direct();
    Q_EMIT selector.changed();
    QVERIFY(rig.wait());
    QVERIFY(rig.result(0));
    QCOMPARE(selector.started, QStringList{u"direct"_s});
}

void TestEngineProxy::noProxyUsable()
{
    FaultServer server;
    PuppetSelector selector(ProxySelector::None{{Reason::NoProxy, 0, u"all are dead"_s}});
    EngineRig rig(selector);
    for (int i = 0; i < 5; ++i)
        rig.get(server.url());
    QVERIFY(rig.wait());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(rig.result(i).error(), (Error{Reason::NoProxy, 0, u"all are dead"_s}));
    QCOMPARE(server.seen().size(), 0);
    QCOMPARE(rig.engine.load(HostKey::restored(server.host())), 0);
}

void TestEngineProxy::selectorIsTold()
{
    FaultServer server;
    server.script("/", {Answer::text("", 503), Answer::text("x")});
    PuppetSelector selector(DirectSelector::direct());
    EngineRig rig(selector);
    QVERIFY(rig.fetch(server.url()));
    QCOMPARE(selector.ended.size(), 2);
    QCOMPARE(selector.ended.first().second, (Error{Reason::None, 503, {}}));
    QCOMPARE(selector.ended.last().second, (Error{Reason::None, 200, {}}));
}

void TestEngineProxy::deadProxyIsWaitedFor()
{
    FaultServer proxy;
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    QVERIFY(rig.fetch(QUrl(u"http://a.invalid/"_s)));
    proxy.shut();
    for (int i = 0; i < 30; ++i)
        rig.get(requestFor(QUrl(u"http://%1.invalid/"_s.arg(i)), 2));
    QVERIFY(QTest::qWaitFor([&] {
        const QList<HostState> hosts = rig.engine.hosts();
        return std::count_if(hosts.begin(), hosts.end(), [](const auto &host) { return host.unreachable; }) >
               20;
    }));
    proxy.open();
    QVERIFY(rig.wait());
    for (int place = 1; place < rig.asked(); ++place)
        QVERIFY2(rig.result(place), qPrintable(QString::number(place)));
}

void TestEngineProxy::hostIsNotBlamedForItsProxy()
{
    FaultServer proxy;
    FaultServer server;
    SwitchSelector selector(std::make_unique<DirectSelector>());
    EngineRig rig(selector);
    QVERIFY(rig.fetch(server.url()));
    selector.use(std::make_unique<FixedProxySelector>(through(proxy)));
    proxy.shut();
    for (int i = 0; i < 60; ++i)
        rig.get(requestFor(server.url(), 0));
    // Those that were unlucky enough to find out end, and what was in flight then; the others wait for the
    // proxy.
    QVERIFY(QTest::qWaitFor([&] { return rig.engine.hosts().value(0).unreachable; }));
    const int before = rig.answered();
    selector.use(std::make_unique<DirectSelector>());
    QVERIFY(rig.wait());
    int failed = 0;
    for (int place = 1; place < rig.asked(); ++place) {
        if (rig.result(place))
            continue;
        ++failed;
        QCOMPARE(rig.result(place).error().reason, Reason::ProxyFailed);
    }
    QVERIFY2(failed <= before + Pace().perHost, qPrintable(QString::number(failed)));
}

void TestEngineProxy::loginIsAskedForOnce()
{
    FaultServer proxy;
    proxy.setHandler(wantsLogin);
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    rig.engine.setAsksProxyLogins(true);
    QList<QPair<QString, bool>> asked;
    connect(&rig.engine, &Engine::proxyLoginWanted, &rig.owner, [&asked](const ProxyKey &key, bool again) {
        asked.append({key.toString(), again});
    });
    for (int i = 0; i < 10; ++i)
        rig.get(requestFor(QUrl(u"http://%1.invalid/"_s.arg(i)), 0));
    QVERIFY(!rig.wait(300));
    QCOMPARE(rig.answered(), 0);
    rig.engine.giveProxyLogin(ProxyKey::restored(u"http://"_s + proxy.host()), u"me"_s, u"secret"_s);
    QVERIFY(rig.wait());
    for (int i = 0; i < 10; ++i)
        QCOMPARE(rig.result(i)->body, "in");
    QCOMPARE(asked, (QList<QPair<QString, bool>>{{u"http://"_s + proxy.host(), false}}));
}

void TestEngineProxy::wrongLoginIsAskedForAgain()
{
    FaultServer proxy;
    proxy.setHandler(wantsLogin);
    FixedProxySelector selector(through(proxy, u"me:wrong@"_s));
    EngineRig rig(selector);
    rig.engine.setAsksProxyLogins(true);
    QList<bool> asked;
    connect(&rig.engine, &Engine::proxyLoginWanted, &rig.owner, [&](const ProxyKey &key, bool again) {
        asked.append(again);
        rig.engine.giveProxyLogin(key, u"me"_s, asked.size() < 3 ? u"also wrong"_s : u"secret"_s);
    });
    const auto result = rig.fetch(QUrl(u"http://a.invalid/"_s));
    QVERIFY(result);
    QCOMPARE(result->body, "in");
    QCOMPARE(asked, (QList<bool>{false, true, true}));
}

void TestEngineProxy::refusedLogin()
{
    FaultServer proxy;
    proxy.setHandler(wantsLogin);
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    rig.engine.setAsksProxyLogins(true);
    connect(&rig.engine, &Engine::proxyLoginWanted, &rig.owner,
            [&](const ProxyKey &key) { rig.engine.refuseProxyLogin(key); });
    for (int i = 0; i < 5; ++i) {
        const auto result = rig.fetch(QUrl(u"http://a.invalid/"_s));
        QVERIFY(!result);
        QCOMPARE(result.error().reason, Reason::CredentialsNeeded);
    }
    QVERIFY(proxy.seen().size() <= 2);
}

void TestEngineProxy::nobodyToAsk()
{
    FaultServer proxy;
    proxy.setHandler(wantsLogin);
    FixedProxySelector selector(through(proxy));
    EngineRig rig(selector);
    const auto result = rig.fetch(requestFor(QUrl(u"http://a.invalid/"_s), 2), 2000);
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::CredentialsNeeded);
}

QTEST_GUILESS_MAIN(TestEngineProxy)
#include "tst_engineproxy.moc"

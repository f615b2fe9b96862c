// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "net/proxy/fixedproxyselector.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/squidserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;

/// Through a proxy that people really use.
class TestSquid : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void loginAskedOnce_data() { schemes(); }
    void loginAskedOnce();
    void wrongLoginAskedAgain_data() { schemes(); }
    void wrongLoginAskedAgain();
    void loginOfTheAddress_data() { schemes(); }
    void loginOfTheAddress();
    void tunnelWithoutLogin_data() { schemes(); }
    void tunnelWithoutLogin();

private:
    static void schemes();
    QUrl target(const QString &scheme = QStringLiteral("http")) const;
    /// The one that wants the login that the test's row says.
    const SquidServer &squid() const;

    FaultServer m_server;
    SquidServer m_basic;
    SquidServer m_digest;
};

void TestSquid::initTestCase()
{
    if (!SquidServer::isInstalled())
        QSKIP("squid is not installed");
    using Scheme = SquidServer::Scheme;
    QVERIFY2(m_basic.start({u"jobs.test"_s}, u"me"_s, u"secret"_s, Scheme::Basic),
             qPrintable(m_basic.errorText()));
    QVERIFY2(m_digest.start({u"jobs.test"_s}, u"me"_s, u"secret"_s, Scheme::Digest),
             qPrintable(m_digest.errorText()));
}

void TestSquid::schemes()
{
    QTest::addColumn<bool>("digest");
    QTest::newRow("Basic") << false;
    QTest::newRow("Digest") << true;
}

const SquidServer &TestSquid::squid() const
{
    QFETCH(bool, digest);
    return digest ? m_digest : m_basic;
}

QUrl TestSquid::target(const QString &scheme) const
{
    QUrl url = m_server.url();
    url.setScheme(scheme);
    url.setHost(u"jobs.test"_s);
    return url;
}

void TestSquid::loginAskedOnce()
{
    FixedProxySelector selector(*FixedProxySelector::parse(squid().address()));
    EngineRig rig(selector);
    rig.engine.setAsksProxyLogins(true);
    int asked = 0;
    connect(&rig.engine, &Engine::proxyLoginWanted, &rig.owner, [&](const ProxyKey &proxy, bool again) {
        QVERIFY(!again);
        QCOMPARE(proxy.toString(), u"http://"_s + squid().address());
        ++asked;
        rig.engine.giveProxyLogin(proxy, u"me"_s, u"secret"_s);
    });
    for (int i = 0; i < 20; ++i)
        rig.get(requestFor(target(), 0));
    QVERIFY(rig.wait());
    for (int i = 0; i < 20; ++i)
        QCOMPARE(rig.result(i)->body, "ok");
    QCOMPARE(asked, 1);
}

void TestSquid::wrongLoginAskedAgain()
{
    FixedProxySelector selector(*FixedProxySelector::parse(squid().address()));
    EngineRig rig(selector);
    rig.engine.setAsksProxyLogins(true);
    QList<bool> asked;
    connect(&rig.engine, &Engine::proxyLoginWanted, &rig.owner, [&](const ProxyKey &proxy, bool again) {
        asked.append(again);
        rig.engine.giveProxyLogin(proxy, u"me"_s, again ? u"secret"_s : u"wrong"_s);
    });
    const auto result = rig.fetch(requestFor(target(), 0));
    QVERIFY(result);
    QCOMPARE(asked, (QList<bool>{false, true}));
}

void TestSquid::loginOfTheAddress()
{
    FixedProxySelector selector(*FixedProxySelector::parse(u"http://me:secret@"_s + squid().address()));
    EngineRig rig(selector);
    const auto result = rig.fetch(target());
    QVERIFY(result);
    QCOMPARE(result->body, "ok");
    // The proxy's login is the proxy's.
    QCOMPARE(m_server.seen().last().header("Proxy-Authorization"), QByteArray());
}

void TestSquid::tunnelWithoutLogin()
{
    FixedProxySelector selector(*FixedProxySelector::parse(squid().address()));
    EngineRig rig(selector);
    const auto result = rig.fetch(requestFor(target(u"https"_s), 0));
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::CredentialsNeeded);
}

QTEST_GUILESS_MAIN(TestSquid)
#include "tst_squid.moc"

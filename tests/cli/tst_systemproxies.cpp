// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/faultserver.h"
#include "support/socksstub.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;

/// Proxies that the environment names: obeyed when the system's proxies are wanted, and only then.
class TestSystemProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void environment_data();
    void environment();
};

void TestSystemProxies::environment_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("scheme"); ///< of the proxy
    QTest::addColumn<QString>("option");
    QTest::addColumn<bool>("byProxy");
    QTest::addColumn<bool>("answers");
    QTest::newRow("http_proxy") << u"http_proxy"_s << u"http"_s << u"system"_s << true << true;
    QTest::newRow("http_proxy, but none is wanted")
        << u"http_proxy"_s << u"http"_s << u"none"_s << false << false;
    QTest::newRow("all_proxy, but none is wanted")
        << u"all_proxy"_s << u"socks5"_s << u"none"_s << false << false;
    QTest::newRow("socks5h") << u"http_proxy"_s << u"socks5h"_s << u"system"_s << true << true;
    QTest::newRow("unknown scheme is refused")
        << u"http_proxy"_s << u"gopher"_s << u"system"_s << false << false;
}

void TestSystemProxies::environment()
{
    QFETCH(QString, variable);
    QFETCH(QString, scheme);
    QFETCH(QString, option);
    QFETCH(bool, byProxy);
    QFETCH(bool, answers);
    test::FaultServer server;
    test::SocksStub socks;
    QVERIFY(socks.start(quint16(server.url().port())));
    const bool isSocks = scheme.startsWith(u"socks"_s);
    test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.setEnvironment(variable, scheme + u"://"_s + (isSocks ? socks.address() : server.host()));
    // A name that nobody but a proxy could know.
    const auto result = cli.run({u"check"_s, u"http://origin.invalid/x"_s, u"--proxy"_s, option, u"-d"_s,
                                 u"0"_s, u"--retries"_s, u"0"_s, u"--quiet"_s, u"-o"_s, u"-"_s});
    const bool served = server.seen().size() == 1;
    QCOMPARE(served, byProxy);
    if (byProxy && isSocks)
        QVERIFY(socks.names().contains("origin.invalid"));
    else if (byProxy)
        QCOMPARE(server.seen().first().target, "http://origin.invalid/x");
    QVERIFY2((result.status == 0) == answers, result.out + result.err);
}

QTEST_GUILESS_MAIN(TestSystemProxies)
#include "tst_systemproxies.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/proxyenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;

class TestProxyEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void choose_data();
    void choose();
    void credentials();
};

void TestProxyEnvironment::choose_data()
{
    QTest::addColumn<QStringList>("variables");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("key"); // "-" = the environment does not say, "!" = cannot be used
    const QStringList both{u"http_proxy=http://p:3128"_s, u"https_proxy=q:8080"_s};
    QTest::newRow("nothing set") << QStringList() << u"http://a/"_s << u"-"_s;
    QTest::newRow("http") << both << u"http://a/"_s << u"http://p:3128"_s;
    QTest::newRow("https, no scheme") << both << u"https://a/"_s << u"http://q:8080"_s;
    QTest::newRow("only for the other scheme") << both.mid(0, 1) << u"https://a/"_s << u"-"_s;
    QTest::newRow("all") << QStringList{u"all_proxy=socks5://s"_s} << u"https://a/"_s << u"socks5://s:1080"_s;
    QTest::newRow("socks5h") << QStringList{u"https_proxy=socks5h://s:9"_s} << u"https://a/"_s
                             << u"socks5://s:9"_s;
    QTest::newRow("upper case") << QStringList{u"HTTP_PROXY=http://P:1"_s} << u"http://a/"_s
                                << u"http://p:1"_s;
    QTest::newRow("lower case wins") << QStringList{u"HTTP_PROXY=http://P:1"_s, u"http_proxy=http://p:2"_s}
                                     << u"http://a/"_s << u"http://p:2"_s;
    QTest::newRow("socks4") << QStringList{u"http_proxy=socks4://s:1"_s} << u"http://a/"_s << u"!"_s;
    QTest::newRow("TLS to the proxy") << QStringList{u"http_proxy=https://s:1"_s} << u"http://a/"_s << u"!"_s;
    QTest::newRow("rubbish") << QStringList{u"http_proxy=:::"_s} << u"http://a/"_s << u"!"_s;
    const auto with = [&](const QString &list) { return both + QStringList{u"no_proxy="_s + list}; };
    QTest::newRow("bypass name") << with(u"x, a"_s) << u"http://a/"_s << u"direct"_s;
    QTest::newRow("bypass subdomain") << with(u"b.org"_s) << u"http://a.b.org/"_s << u"direct"_s;
    QTest::newRow("bypass dotted") << with(u".b.org"_s) << u"http://a.b.org/"_s << u"direct"_s;
    QTest::newRow("no part of a name") << with(u"b.org"_s) << u"http://ab.org/"_s << u"http://p:3128"_s;
    QTest::newRow("bypass all") << with(u"*"_s) << u"https://a/"_s << u"direct"_s;
    QTest::newRow("bypass port") << with(u"a:81"_s) << u"http://a:81/"_s << u"direct"_s;
    QTest::newRow("other port") << with(u"a:81"_s) << u"http://a/"_s << u"http://p:3128"_s;
    QTest::newRow("bypass network") << with(u"10.0.0.0/8"_s) << u"http://10.9.8.7/"_s << u"direct"_s;
    QTest::newRow("other network") << with(u"10.0.0.0/8"_s) << u"http://11.9.8.7/"_s << u"http://p:3128"_s;
    QTest::newRow("bypass IPv6") << with(u"[::5]"_s) << u"http://[::5]/"_s << u"direct"_s;
}

void TestProxyEnvironment::choose()
{
    QFETCH(QStringList, variables);
    QFETCH(QString, url);
    QFETCH(QString, key);
    QProcessEnvironment environment;
    for (const QString &variable : variables)
        environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
    const auto choice = ProxyEnvironment(environment).choose(QUrl(url));
    if (!choice) {
        QCOMPARE(key, u"-"_s);
    } else if (const auto *none = std::get_if<ProxySelector::None>(&*choice)) {
        QCOMPARE(key, u"!"_s);
        QCOMPARE(none->error.reason, Reason::NoProxy);
    } else {
        QCOMPARE(std::get<ProxySelector::Use>(*choice).key.toString(), key);
    }
}

void TestProxyEnvironment::credentials()
{
    QProcessEnvironment environment;
    environment.insert(u"http_proxy"_s, u"http://me:p%40ss@p:3128"_s);
    const auto choice = ProxyEnvironment(environment).choose(QUrl(u"http://a/"_s));
    QVERIFY(choice);
    const auto use = std::get<ProxySelector::Use>(*choice);
    QCOMPARE(use.proxy.user(), u"me"_s);
    QCOMPARE(use.proxy.password(), u"p@ss"_s);
    QCOMPARE(use.key.toString(), u"http://p:3128"_s);
}

QTEST_GUILESS_MAIN(TestProxyEnvironment)
#include "tst_proxyenvironment.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/origin.h"
#include "net/proxykey.h"

#include <QNetworkProxy>
#include <QSet>
#include <QTest>

using namespace linnet::net;
using namespace Qt::StringLiterals;

/// The names of hosts, origins and proxies, and that two spellings of one are one.
class TestHostKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hosts_data();
    void hosts();
    void readBack_data();
    void readBack();
    void loopback_data();
    void loopback();
    void origins();
    void proxies();
};

void TestHostKey::hosts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"http://Example.ORG/a"_s << u"example.org"_s;
    QTest::newRow("usual port") << u"https://example.org:443/"_s << u"example.org"_s;
    QTest::newRow("other port") << u"https://example.org:80/"_s << u"example.org:80"_s;
    QTest::newRow("other letters") << u"http://пример.рф:81/"_s << u"xn--e1afmkfd.xn--p1ai:81"_s;
    QTest::newRow("IPv6") << u"http://[2001:DB8::1]/"_s << u"[2001:db8::1]"_s;
    QTest::newRow("IPv6 with port") << u"http://[::1]:8080/"_s << u"[::1]:8080"_s;
    QTest::newRow("login") << u"http://me:secret@example.org/"_s << u"example.org"_s;
    QTest::newRow("no host") << u"mailto:me@example.org"_s << QString();
}

void TestHostKey::hosts()
{
    QFETCH(const QString, url);
    QFETCH(const QString, text);
    const HostKey key((QUrl(url)));
    QCOMPARE(key.toString(), text);
    QCOMPARE(key.isEmpty(), text.isEmpty());
    QCOMPARE(HostKey::restored(text), key);
    QCOMPARE((QSet{key, HostKey::restored(text)}.size()), 1);
}

void TestHostKey::readBack_data()
{
    QTest::addColumn<QString>("stored");
    QTest::addColumn<QString>("text");
    QTest::newRow("own text") << u"[::1]:8080"_s << u"[::1]:8080"_s;
    QTest::newRow("without brackets") << u"2001:db8::1"_s << u"[2001:db8::1]"_s;
    QTest::newRow("typed") << u"Example.org"_s << u"example.org"_s;
}

void TestHostKey::readBack()
{
    QFETCH(const QString, stored);
    QTEST(HostKey::restored(stored).toString(), "text");
}

void TestHostKey::loopback_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("own");
    QTest::newRow("name") << u"http://localhost:8080"_s << true;
    QTest::newRow("below the name") << u"http://a.localhost"_s << true;
    QTest::newRow("IPv4") << u"https://127.3.2.1:1"_s << true;
    QTest::newRow("IPv6") << u"http://[::1]:8080"_s << true;
    QTest::newRow("IPv6 without port") << u"http://[::1]"_s << true;
    QTest::newRow("another") << u"http://128.0.0.1"_s << false;
    QTest::newRow("IPv6 of another") << u"http://[2001:db8::1]:8080"_s << false;
    QTest::newRow("looks like it") << u"http://localhost.example"_s << false;
}

void TestHostKey::loopback()
{
    QFETCH(const QString, url);
    QTEST(HostKey(QUrl(url)).isLoopback(), "own");
}

void TestHostKey::origins()
{
    const Origin secure(QUrl(u"https://Example.org:443/x"_s));
    QCOMPARE(secure, Origin(QUrl(u"https://example.org/y?z"_s)));
    QCOMPARE(secure.toString(), u"https://example.org"_s);
    QCOMPARE(secure, Origin(HostKey::restored(u"example.org"_s), true));
    QVERIFY(secure.isSecure());
    const Origin plain(QUrl(u"http://example.org:443/"_s));
    QVERIFY(!(plain == secure));
    QVERIFY(plain.host() != secure.host());
    QVERIFY(!(Origin(QUrl(u"http://example.org/"_s)) == secure));
    const Origin six(QUrl(u"http://[::1]:8080/"_s));
    QCOMPARE(six.toString(), u"http://[::1]:8080"_s);
    for (const Origin &origin : {secure, plain, six})
        QCOMPARE(Origin::restored(origin.toString()), std::optional(origin));
    QCOMPARE(Origin::restored(u"ftp://example.org"_s), std::nullopt);
    QCOMPARE(Origin::restored(u"https://"_s), std::nullopt);
}

void TestHostKey::proxies()
{
    const ProxyKey http(
        QNetworkProxy(QNetworkProxy::HttpProxy, u"Proxy.example"_s, 3128, u"me"_s, u"secret"_s));
    QCOMPARE(http.toString(), u"http://proxy.example:3128"_s);
    QCOMPARE(ProxyKey(QNetworkProxy(QNetworkProxy::Socks5Proxy, u"::1"_s, 1080)).toString(),
             u"socks5://[::1]:1080"_s);
    QVERIFY(ProxyKey(QNetworkProxy(QNetworkProxy::NoProxy)).isDirect());
    QCOMPARE(ProxyKey::direct().toString(), u"direct"_s);
    QVERIFY(!http.isDirect());
    QVERIFY(!ProxyKey().isDirect());
    QCOMPARE(ProxyKey::restored(http.toString()), http);
}

QTEST_GUILESS_MAIN(TestHostKey)
#include "tst_hostkey.moc"

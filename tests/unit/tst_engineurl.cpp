// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/engineurl.h"

#include "links/addresskeys.h"
#include "net/engine/engine.h"
#include "url/urlresolver.h"

#include <QTest>

using namespace linnet;
using namespace linnet::url;
using namespace Qt::Literals::StringLiterals;

class TestEngineUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bytesOnTheWire_data();
    void bytesOnTheWire();
    void hosts_data();
    void hosts();
    void refused();
};

// QUrl writes the letters, digits and "-._~" that were percent-encoded as themselves, its hexadecimal digits
// in upper case, and encodes what may not stand in an address by RFC 3986 though browsers send it. What is
// sent is what was written all the same: see net::Address.
void TestEngineUrl::bytesOnTheWire_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QByteArray>("sent");
    for (const char *same :
         {"!",      "$",   "&",   "'",         "(",         ")",   "*",     "+",   ",",     "-",   ".",
          "//",     ":",   ";",   "=",         "@",         "[",   "]",     "_",   "~",     "%00", "%20",
          "%22",    "%27", "%2B", "%2F",       "%3F",       "%5B", "%5C",   "%5E", "%60",   "%7B", "%7C",
          "%D0%B6", "%FF", "%E6", "%EF%BB%BF", "%ED%A0%80", "%25", "%2525", "ж",   "%250a", "[]=1"})
        QTest::newRow(same) << QByteArray(same) << QByteArray();
    const auto row = [](const char *part, const char *sent) {
        QTest::newRow(part) << QByteArray(part) << QByteArray(sent);
    };
    row("%7E", "~");
    row("%41%2d%5f%31", "A-_1");
    row("%2f", "%2F");
    row("%d0%b6", "%D0%B6");
    row("|", "%7C");
    row("^", "%5E");
    row("`", "%60");
    row("{}", "%7B%7D");
    row("%", "%25");
    row("%4", "%254");
    row("%zz", "%25zz");
    row("100%&x=%20", "100%25&x=%20");
}

void TestEngineUrl::bytesOnTheWire()
{
    QFETCH(QByteArray, part);
    QFETCH(QByteArray, sent);
    for (const char *start : {"http://example.org/a", "http://example.org/?a"}) {
        const std::string href = parseUrl((start + part + "/x").toStdString()).href;
        const QByteArray expected = sent.isEmpty() ? QByteArray::fromStdString(href) : start + sent + "/x";
        QCOMPARE(engineUrl(href).toEncoded(QUrl::RemoveFragment | QUrl::RemoveUserInfo | QUrl::FullyEncoded),
                 expected);
    }
}

void TestEngineUrl::hosts_data()
{
    QTest::addColumn<QByteArray>("address");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("originText");
    const auto row = [](const char *address, const QString &key, const QString &origin) {
        QTest::newRow(address) << QByteArray(address) << key << origin;
    };
    row("http://Example.org/x?y", u"example.org"_s, u"http://example.org"_s);
    row("https://example.org:443/", u"example.org"_s, u"https://example.org"_s);
    row("https://example.org:80/", u"example.org:80"_s, u"https://example.org:80"_s);
    row("http://u:p@example.org:8080/@", u"example.org:8080"_s, u"http://example.org:8080"_s);
    row("http://пример.рф/", u"xn--e1afmkfd.xn--p1ai"_s, u"http://xn--e1afmkfd.xn--p1ai"_s);
    row("http://[::1]:8080/", u"[::1]:8080"_s, u"http://[::1]:8080"_s);
    row("http://[2001:DB8::0:1]/", u"[2001:db8::1]"_s, u"http://[2001:db8::1]"_s);
    row("http://[::7f00:1]/", u"[::7f00:1]"_s, u"http://[::7f00:1]"_s);
    row("http://[::ffff:10.0.0.1]:81/", u"[::ffff:a00:1]:81"_s, u"http://[::ffff:a00:1]:81"_s);
    row("http://[64:ff9b::192.0.2.33]/", u"[64:ff9b::c000:221]"_s, u"http://[64:ff9b::c000:221]"_s);
    row("http://0x7f.1/", u"127.0.0.1"_s, u"http://127.0.0.1"_s);
    row("http://a_b.example/", u"a_b.example"_s, u"http://a_b.example"_s);
}

void TestEngineUrl::hosts()
{
    QFETCH(QByteArray, address);
    QFETCH(QString, key);
    const ResolvedUrl url = parseUrl(address.toStdString());
    QCOMPARE(url.kind, UrlKind::Http);
    QCOMPARE(links::hostOf(url.href).toString(), key);
    QTEST(links::originOf(url.href).toString(), "originText");
    QCOMPARE(net::HostKey(engineUrl(url.href)).toString(), key);
}

// Browsers take these names; no public one may look so (RFC 1123 §2.1).
void TestEngineUrl::refused()
{
    for (const char *address : {"http://-a.example/", "http://a~b!.example/"}) {
        const ResolvedUrl url = parseUrl(address);
        QCOMPARE(url.kind, UrlKind::Http);
        QVERIFY(!engineUrl(url.href).isValid());
    }
}

QTEST_GUILESS_MAIN(TestEngineUrl)
#include "tst_engineurl.moc"

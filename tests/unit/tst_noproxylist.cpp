// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/noproxylist.h"

#include <QTest>

using namespace linnet::net;
using namespace Qt::Literals::StringLiterals;

class TestNoProxyList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void problems_data();
    void problems();
};

void TestNoProxyList::matches_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *list, const char *host, int port, bool matches) {
        QTest::addRow("%s, %s:%d", list, host, port)
            << QString::fromUtf8(list) << QString::fromUtf8(host) << port << matches;
    };
    row("", "a.org", 80, false);
    row("*", "a.org", 80, true);
    row("a.org", "a.org", 443, true);
    row("A.Org", "a.oRG", 443, true);
    row("a.org", "b.a.org", 80, true);
    row("a.org", "ba.org", 80, false);
    row(".a.org", "b.a.org", 80, true);
    row("*.a.org", "b.a.org", 80, true);
    row("a.org:8080", "a.org", 80, false);
    row("a.org:8080", "a.org", 8080, true);
    row("x y;z,a.org", "a.org", 80, true);
    row("пример.рф", "xn--e1afmkfd.xn--p1ai", 80, true);
    row("xn--e1afmkfd.xn--p1ai", "пример.рф", 80, true);
    row("my_host", "my_host", 80, true);
    row("10.0.0.1", "10.0.0.1", 80, true);
    row("10.0.0.1", "10.0.0.11", 80, false);
    row("10.0.0.0/8", "10.9.8.7", 80, true);
    row("10.0.0.0/8", "11.0.0.1", 80, false);
    row("10.0.0.0/8", "ten.example", 80, false);
    row("2001:db8::/32", "2001:db8::5", 80, true);
    row("::1", "::1", 80, true);
    row("[::1]:8080", "::1", 8080, true);
    row("[::1]:8080", "::1", 80, false);
    row("0:0:0:0:0:0:0:1", "::1", 80, true);
    // What cannot be read lets nothing past.
    row("a.org:0", "a.org", 80, false);
    row("10.0.0.0/40", "10.0.0.1", 80, false);
    row("http://a.org", "a.org", 80, false);
}

void TestNoProxyList::matches()
{
    QFETCH(QString, list);
    QFETCH(QString, host);
    QFETCH(int, port);
    QTEST(NoProxyList(list).matches(host, port), "matches");
}

void TestNoProxyList::problems_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<QString>("problem");
    QTest::newRow("good") << u"a.org, .b.org 10.0.0.1:80;10.0.0.0/8,[::1]:8080,*"_s << QString();
    QTest::newRow("address of a page") << u"b.org,https://a.org"_s << u"“https://a.org”: only the host"_s;
    QTest::newRow("path") << u"a.org/x"_s << u"“a.org/x”: a network looks like"_s;
    QTest::newRow("too many bits") << u"10.0.0.0/33"_s << u"“10.0.0.0/33”: a network looks like"_s;
    QTest::newRow("port 0") << u"a.org:0"_s << u"“a.org:0”: the port"_s;
    QTest::newRow("port 70000") << u"a.org:70000"_s << u"“a.org:70000”: the port"_s;
    QTest::newRow("port in letters") << u"a.org:http"_s << u"“a.org:http”: the port"_s;
    QTest::newRow("star inside") << u"a*.org"_s << u"“a*.org”: no host"_s;
    QTest::newRow("nothing but dots") << u"..."_s << u"“...”: no host"_s;
    QTest::newRow("broken brackets") << u"[::1"_s << u"“[::1”: "_s;
}

void TestNoProxyList::problems()
{
    QFETCH(QString, list);
    QFETCH(QString, problem);
    const NoProxyList read(list);
    QCOMPARE(read.problems().size(), problem.isEmpty() ? 0 : 1);
    const QString told = read.problems().value(0);
    QVERIFY2(told.startsWith(problem), qPrintable(told));
}

QTEST_GUILESS_MAIN(TestNoProxyList)
#include "tst_noproxylist.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/countedpractice.h"
#include "support/proxystub.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(linnet::test::ProxyStub::Handler)

namespace {

using Reply = ProxyStub::Reply;

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

/// SOCKS5 that chooses this method, answers a login so, and a request so.
ProxyStub::Handler socks(const QByteArray &method, const QByteArray &login, const QByteArray &reply)
{
    return [=](const QByteArray &message) {
        if (message.startsWith('\x01'))
            return Reply{login, false, false};
        if (message.size() > 4 && message[2] == '\0' && message.size() >= 10)
            return Reply{reply, reply.size() > 1 && reply[1] == '\0', false};
        return Reply{method, false, false};
    };
}

/// HTTP that answers CONNECT so and opens the tunnel, and knows nothing else.
ProxyStub::Handler tunnels(const QByteArray &answer)
{
    return [=](const QByteArray &head) {
        return head.startsWith("CONNECT")
                   ? Reply{answer, true, false}
                   : Reply{"HTTP/1.1 405 Only CONNECT\r\nContent-Length: 0\r\n\r\n", false, false};
    };
}

QHash<QString, QString> rowOf(const QByteArray &csv)
{
    const QStringList lines = QString::fromUtf8(csv).split(u"\r\n"_s, Qt::SkipEmptyParts);
    const QStringList names = lines.value(0).split(u',');
    const QStringList cells = lines.value(1).split(u',');
    QHash<QString, QString> row;
    for (qsizetype i = 0; i < names.size(); ++i)
        row.insert(names[i], cells.value(i));
    return row;
}

} // namespace

/// A proxy that the test calls alive can be used, whatever its dialect; else the test says that it cannot.
class TestProxyUse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void testAndUseAgree_data();
    void testAndUseAgree();
    void asManyRequestsAsBefore();
    void stormsAreEnded();

private:
    QHash<QString, QString> check(const QString &proxy, const QStringList &more = {});
    QHash<QString, QString> use(const QString &proxy, const QString &target);

    test::CountedPractice m_practice;
    QUrl m_url;
};

void TestProxyUse::initTestCase()
{
    const auto url = m_practice.start();
    QVERIFY(url);
    m_url = *url;
}

QHash<QString, QString> TestProxyUse::check(const QString &proxy, const QStringList &more)
{
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, proxy.toUtf8());
    const CliResult result = cli.run(QStringList{u"proxies"_s, u"check"_s, u"--file"_s, u"list.txt"_s,
                                                 u"-d"_s, u"0"_s, u"--quiet"_s, u"-o"_s, u"out.csv"_s,
                                                 u"--judge"_s, m_url.toString() + u"/judge"_s} +
                                     more);
    if (result.status != 0)
        qWarning("%s", result.err.constData());
    return rowOf(cli.read(u"out.csv"_s));
}

QHash<QString, QString> TestProxyUse::use(const QString &proxy, const QString &target)
{
    const CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    cli.write(u"list.txt"_s, proxy.toUtf8());
    cli.run({u"check"_s, target, u"--proxies"_s, u"list.txt"_s, u"-d"_s, u"0"_s, u"--retries"_s, u"0"_s,
             u"--timeout"_s, u"2"_s, u"--quiet"_s, u"-o"_s, u"out.csv"_s});
    return rowOf(cli.read(u"out.csv"_s));
}

void TestProxyUse::testAndUseAgree_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("login");
    QTest::addColumn<ProxyStub::Handler>("handler");
    QTest::addColumn<bool>("usable");
    const auto row = [](const char *name, const QString &scheme, const QString &login,
                        const ProxyStub::Handler &handler,
                        bool usable) { QTest::newRow(name) << scheme << login << handler << usable; };
    const QByteArray open = hex("05000001000000000000");
    const QString none;
    const QString login = u"me:pw@"_s;
    row("SOCKS5", u"socks5"_s, none, socks(hex("0500"), {}, open), true);
    row("SOCKS5, login", u"socks5"_s, login, socks(hex("0502"), hex("0100"), open), true);
    row("SOCKS5, IPv6 in the reply", u"socks5"_s, none,
        socks(hex("0500"), {}, hex("05000004000000000000000000000000000000010050")), true);
    row("SOCKS5, name in the reply", u"socks5"_s, none,
        socks(hex("0500"), {}, hex("0500000309") + "localhost" + hex("0050")), false);
    row("SOCKS5, empty name in the reply", u"socks5"_s, none, socks(hex("0500"), {}, hex("05000003000050")),
        false);
    row("SOCKS5, reserved byte", u"socks5"_s, none, socks(hex("0500"), {}, hex("05000101000000000000")),
        false);
    row("SOCKS5, login answered as version 5", u"socks5"_s, login, socks(hex("0502"), hex("0500"), open),
        false);
    row("HTTP", u"http"_s, none, tunnels("HTTP/1.1 200 OK\r\n\r\n"), true);
    row("HTTP/1.0", u"http"_s, none, tunnels("HTTP/1.0 200 Connection established\r\n\r\n"), true);
    row("HTTP, chunked", u"http"_s, none, tunnels("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"),
        true);
    row("HTTP, length", u"http"_s, none, tunnels("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"), false);
    row("HTTP, 201", u"http"_s, none, tunnels("HTTP/1.1 201 Created\r\n\r\n"), false);
    row("HTTP, 204", u"http"_s, none, tunnels("HTTP/1.1 204 Fine\r\n\r\n"), false);
    row("HTTP, 100 before", u"http"_s, none, tunnels("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\n"),
        false);
    row("HTTP, odd header line", u"http"_s, none, tunnels("HTTP/1.1 200 OK\r\nno colon here\r\n\r\n"), true);
}

void TestProxyUse::testAndUseAgree()
{
    QFETCH(const QString, scheme);
    QFETCH(const QString, login);
    QFETCH(const ProxyStub::Handler, handler);
    QFETCH(const bool, usable);
    ProxyStub proxy;
    QVERIFY(proxy.start(quint16(m_url.port()), handler));
    const QString address = scheme + u"://"_s + login + proxy.address();
    const auto row = check(address, {u"--timeout"_s, u"4"_s});
    // What comes out of the tunnel knows no TLS, so that this is as far as https gets.
    const bool isSocks = scheme == u"socks5";
    const auto used = use(address, isSocks ? m_url.toString() + u"/judge"_s : u"https://a.test/"_s);
    const bool worked = isSocks ? used[u"status"_s] == u"200" : used[u"reason"_s] == u"tls";
    const QString both =
        row[u"status"_s] + u' ' + row[u"reason"_s] + u' ' + row[u"detail"_s] + u" / "_s + used[u"reason"_s];
    QCOMPARE(worked, usable);
    QVERIFY2((row[u"status"_s] == u"alive") == usable, qPrintable(both));
    QVERIFY2((row[u"connect"_s] == u"true") == usable, qPrintable(both));
    if (usable)
        return;
    QCOMPARE(row[u"status"_s], u"unsupported"_s);
    QCOMPARE(row[u"reason"_s], u"unsupported"_s);
    QVERIFY2(row[u"detail"_s].contains(u"tunnels"_s), qPrintable(row[u"detail"_s]));
}

/// The tunnel by Qt is one of those that latency is measured with, and for HTTP asks the judge nothing.
void TestProxyUse::asManyRequestsAsBefore()
{
    ProxyStub proxy;
    QVERIFY(proxy.start(quint16(m_url.port()), socks(hex("0500"), {}, hex("05000001000000000000"))));
    QCOMPARE(check(u"socks5://"_s + proxy.address())[u"status"_s], u"alive"_s);
    // Each of the five tells its methods and then what it wants.
    QCOMPARE(proxy.heard().size(), 2 * 5);
}

/// By hand it lets the login in, and Qt it asks again and again.
void TestProxyUse::stormsAreEnded()
{
    ProxyStub proxy;
    const ProxyStub::Handler handler = [](const QByteArray &head) {
        if (head.contains("Mozilla"))
            return Reply{"HTTP/1.1 407 No\r\nProxy-Authenticate: NTLM\r\nContent-Length: 0\r\n\r\n", false,
                         false};
        return head.startsWith("CONNECT")
                   ? Reply{"HTTP/1.1 200 OK\r\n\r\n", true, false}
                   : Reply{"HTTP/1.1 405 Only CONNECT\r\nContent-Length: 0\r\n\r\n", false, false};
    };
    QVERIFY(proxy.start(quint16(m_url.port()), handler));
    const auto row = check(u"http://me:pw@"_s + proxy.address());
    QCOMPARE(row[u"status"_s], u"unsupported"_s);
    QVERIFY2(proxy.heard().size() < 100, qPrintable(QString::number(proxy.heard().size())));
}

QTEST_GUILESS_MAIN(TestProxyUse)
#include "tst_proxyuse.moc"

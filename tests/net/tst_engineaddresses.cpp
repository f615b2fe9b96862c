// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/address.h"
#include "net/engine/engine.h"
#include "net/proxy/fixedproxyselector.h"
#include "url/urlresolver.h"

#include "support/enginerig.h"
#include "support/faultserver.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// What goes over the wire is the address as it was written, byte for byte.
class TestEngineAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asWritten_data();
    void asWritten();
    void twoSpellingsAreTwoAddresses();
    void locations_data();
    void locations();
    void headOfAnOwnTarget();
    void throughAProxy();
    void nextRequestOnTheConnection();
};

namespace {

Request requestOf(const FaultServer &server, const QByteArray &target)
{
    const QByteArray text = "http://" + server.host().toLatin1() + target;
    const std::string href = url::parseUrl(text.toStdString()).href;
    Request request = requestFor(Address::written(href).url());
    request.written = QByteArray::fromStdString(href);
    return request;
}

} // namespace

void TestEngineAddresses::asWritten_data()
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target : {"/",          "/plain?x=1",
                               "/low%d0%b6", "/%7Eann",
                               "/l%65tter",  "/p|q",
                               "/a?b=x|y^z", "/100%",
                               "/a//b",      "//a/b",
                               "///c",       "//",
                               "/a%2fb",     "/?q=100%&y=a%20b%2Fc",
                               "/?b\\s",     "/a;b=c,d",
                               "/[x]",       "/%zz",
                               "/a/?",       "/x?a[]=1",
                               "/%D0%B6",    "/a.b/..c",
                               "/?`{}",      "//host.example/x"})
        QTest::newRow(target) << QByteArray(target);
}

void TestEngineAddresses::asWritten()
{
    QFETCH(QByteArray, target);
    FaultServer server;
    EngineRig rig;
    const auto result = rig.fetch(requestOf(server, target));
    QVERIFY(result);
    QCOMPARE(result->body, "ok");
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(server.seen().first().method, "GET");
    QCOMPARE(server.seen().first().target, target);
    QCOMPARE(server.seen().first().header("Host"), server.host().toLatin1());
    QVERIFY(!server.seen().first().header("User-Agent").isEmpty());
}

void TestEngineAddresses::twoSpellingsAreTwoAddresses()
{
    FaultServer server;
    server.script("/%D0%BF", {Answer::redirect("/%d0%bf", 301)});
    server.script("/%d0%bf", {Answer::text("there")});
    server.script("/~ann", {Answer::redirect("/%7Eann", 301)});
    server.script("/%7Eann", {Answer::text("ann")});
    server.script("/circle", {Answer::redirect("/c%69rcle")});
    server.script("/c%69rcle", {Answer::redirect("/circle")});
    EngineRig rig;
    QCOMPARE(rig.fetch(requestOf(server, "/%D0%BF"))->body, "there");
    QCOMPARE(rig.fetch(requestOf(server, "/~ann"))->body, "ann");
    const auto circle = rig.fetch(requestOf(server, "/circle"));
    QVERIFY(!circle);
    QCOMPARE(circle.error().reason, Reason::RedirectLoop);
}

// URL Standard §4.4, as browsers read the field.
void TestEngineAddresses::locations_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QByteArray>("asked");
    QTest::newRow("Latin-1") << QByteArray("/na\xEFve") << QByteArray("/na%EFve");
    QTest::newRow("UTF-8") << QByteArray("/\xD0\xB6") << QByteArray("/%D0%B6");
    QTest::newRow("stray percent") << QByteArray("/5%/x%20y?z=%2F") << QByteArray("/5%/x%20y?z=%2F");
    QTest::newRow("backslashes") << QByteArray("\\up\\down") << QByteArray("/up/down");
    QTest::newRow("one slash") << QByteArray("http:/one") << QByteArray("/one");
    QTest::newRow("tab") << QByteArray("/le\tft") << QByteArray("/left");
    QTest::newRow("dots") << QByteArray("/a/./b/../c") << QByteArray("/a/c");
}

void TestEngineAddresses::locations()
{
    QFETCH(QByteArray, location);
    QFETCH(QByteArray, asked);
    FaultServer server;
    server.script("/start", {Answer::redirect(location)});
    EngineRig rig;
    const auto result = rig.fetch(server.url(u"/start"_s));
    QVERIFY(result);
    QCOMPARE(server.seen().size(), 2);
    QCOMPARE(server.seen().last().target, asked);
}

void TestEngineAddresses::headOfAnOwnTarget()
{
    FaultServer server;
    server.setHandler([](const Seen &) {
        return Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", Answer::End::KeepAlive);
    });
    EngineRig rig;
    Request request = requestOf(server, "/p|q");
    request.method = Method::Head;
    const auto result = rig.fetch(request, 5000);
    QVERIFY(result);
    QCOMPARE(result->header("Content-Length"), "5000");
    QCOMPARE(server.seen().first().method, "HEAD");
    QCOMPARE(server.seen().first().target, "/p|q");
}

/// RFC 9112 §3.2.2: a proxy is asked for the whole address.
void TestEngineAddresses::throughAProxy()
{
    FaultServer proxy;
    FixedProxySelector selector(*FixedProxySelector::parse(u"http://"_s + proxy.host()));
    EngineRig rig(selector);
    for (const QByteArray href : {"http://far.example/%7Eann?x|y", "http://far.example:81//a//b"}) {
        Request request = requestFor(Address::written(href.toStdString()).url());
        request.written = href;
        QVERIFY(rig.fetch(request));
        QCOMPARE(proxy.seen().last().target, href);
    }
}

void TestEngineAddresses::nextRequestOnTheConnection()
{
    FaultServer server;
    EngineRig rig;
    for (const char *target : {"/a|b", "/plain", "/%7Ec"})
        QVERIFY(rig.fetch(requestOf(server, target)));
    QCOMPARE(server.connections(), 1);
    QCOMPARE(server.seen().at(1).target, "/plain");
    QVERIFY(server.seen().at(1).header("X-Normalized-Target").isNull());
}

QTEST_GUILESS_MAIN(TestEngineAddresses)
#include "tst_engineaddresses.moc"

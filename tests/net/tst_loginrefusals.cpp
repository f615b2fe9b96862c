// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/engine.h"
#include "net/proxy/fixedproxyselector.h"
#include "proxies/pool/proxypool.h"

#include "support/enginerig.h"
#include "support/faultserver.h"
#include "support/proxystub.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace linnet::test;
using namespace std::chrono_literals;

/// Proxies that turn a login down, or want one and are given none, whatever they offer. Qt goes on asking
/// those that offer NTLM as fast as it can.
class TestLoginRefusals : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fewRequests_data();
    void fewRequests();
    void inAPool_data() { offers(); }
    void inAPool();
    void rightLogin_data() { offers(); }
    void rightLogin();
    void firstTunnelsTogether();

private:
    static void offers();
};

namespace {

constexpr int Handful = 5;

/// Takes only "me:secret"; each of the offers is a field of its own.
ProxyStub::Handler proxyOffering(const QByteArrayList &offers, bool closes)
{
    return [offers, closes](const QByteArray &head) {
        const QByteArray field = "proxy-authorization: "; // in whatever letters
        const qsizetype at = head.toLower().indexOf(field);
        const bool isRight =
            at >= 0 &&
            head.sliced(at + field.size()).startsWith("Basic " + QByteArray("me:secret").toBase64());
        if (isRight && head.startsWith("CONNECT"))
            return ProxyStub::Reply{"HTTP/1.1 200 Connection established\r\n\r\n", true, false};
        if (isRight)
            return ProxyStub::Reply{"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nin", false, false};
        QByteArray answer = "HTTP/1.1 407 Who are you?\r\nContent-Length: 0\r\n";
        for (const QByteArray &offer : offers)
            answer += "Proxy-Authenticate: " + offer + "\r\n";
        if (closes)
            answer += "Connection: close\r\n";
        return ProxyStub::Reply{answer + "\r\n", false, closes};
    };
}

} // namespace

void TestLoginRefusals::offers()
{
    QTest::addColumn<QByteArrayList>("offers");
    QTest::addColumn<QString>("scheme");
    const QList<std::pair<const char *, QByteArrayList>> list{
        {"NTLM", {"NTLM"}},
        {"NTLM and Basic", {"NTLM", "Basic realm=\"x\""}},
        {"Basic and NTLM", {"Basic realm=\"x\"", "NTLM"}},
        {"NTLM, Basic on one line", {"NTLM, Basic realm=\"x\""}},
        {"Negotiate, Basic on one line", {"Negotiate, Basic realm=\"x\""}},
        {"Negotiate and NTLM", {"Negotiate", "NTLM"}},
        {"NTLM with a challenge", {"NTLM TlRMTVNTUAACAAAAAAAAADgAAAABAoECASNFZ4mrze8="}},
        {"NTLM and a Digest that Qt does not know",
         {"NTLM", "Digest realm=\"x\", nonce=\"y\", algorithm=SHA-256"}},
        {"an unknown scheme", {"Bearer realm=\"x\""}},
        {"nothing", {}}};
    for (const auto &[name, offers] : list) {
        for (const char *scheme : {"http", "https"})
            QTest::addRow("%s, %s", name, scheme) << offers << QString::fromLatin1(scheme);
    }
}

void TestLoginRefusals::fewRequests_data()
{
    QTest::addColumn<QByteArrayList>("offers");
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("login");
    QTest::addColumn<bool>("closes");
    const QByteArrayList both{"NTLM", "Basic realm=\"x\""};
    for (const QByteArrayList &offers :
         {QByteArrayList{"NTLM"}, both, QByteArrayList{"NTLM, Basic realm=\"x\""},
          QByteArrayList{"Negotiate, Basic realm=\"x\""}, QByteArrayList{"Negotiate", "NTLM"},
          QByteArrayList{"NTLM", "Digest realm=\"x\", nonce=\"y\", algorithm=SHA-256"},
          QByteArrayList{"Digest realm=\"x\", nonce=\"y\""}, QByteArrayList{}}) {
        for (const char *scheme : {"http", "https"}) {
            for (const char *login : {"", "me:wrong@", "DOMAIN\\me:wrong@"}) {
                for (const bool closes : {false, true})
                    QTest::addRow("%s, %s, '%s'%s", offers.join('|').constData(), scheme, login,
                                  closes ? ", closing" : "")
                        << offers << QString::fromLatin1(scheme) << QString::fromLatin1(login) << closes;
            }
        }
    }
}

void TestLoginRefusals::fewRequests()
{
    QFETCH(const QByteArrayList, offers);
    QFETCH(const QString, scheme);
    QFETCH(const QString, login);
    QFETCH(const bool, closes);
    ProxyStub proxy;
    QVERIFY(proxy.start(9, proxyOffering(offers, closes)));
    FixedProxySelector selector(*FixedProxySelector::parse(u"http://"_s + login + proxy.address()));
    EngineRig rig(selector);
    const auto result = rig.fetch(requestFor(QUrl(scheme + u"://a.invalid/"_s), 2));
    QVERIFY(!result);
    QCOMPARE(QString(reasonCode(result.error().reason)), QString(reasonCode(Reason::CredentialsNeeded)));
    QVERIFY2(proxy.heard().size() <= Handful, qPrintable(QString::number(proxy.heard().size())));
}

/// The pool says why it has none, and that is the login.
void TestLoginRefusals::inAPool()
{
    QFETCH(const QByteArrayList, offers);
    QFETCH(const QString, scheme);
    ProxyStub proxy;
    QVERIFY(proxy.start(9, proxyOffering(offers, false)));
    SystemClock clock;
    proxies::PoolRules rules;
    rules.patience = 200ms;
    proxies::Proxy member;
    member.host = proxy.address().section(u':', 0, 0);
    member.port = quint16(proxy.address().section(u':', 1).toUInt());
    member.user = u"me"_s;
    member.password = u"wrong"_s;
    proxies::ProxyPool pool(clock, {member}, rules);
    EngineRig rig(pool);
    const auto result = rig.fetch(requestFor(QUrl(scheme + u"://a.invalid/"_s), 0));
    QVERIFY(!result);
    QCOMPARE(result.error().reason, Reason::NoProxy);
    const QString &detail = result.error().detail;
    QVERIFY2(detail.contains(u"login"_s) || detail.contains(u"authentication"_s), qPrintable(detail));
    QVERIFY2(proxy.heard().size() <= 2 * Handful, qPrintable(QString::number(proxy.heard().size())));
}

void TestLoginRefusals::rightLogin()
{
    QFETCH(const QByteArrayList, offers);
    QFETCH(const QString, scheme);
    FaultServer origin;
    ProxyStub proxy;
    QVERIFY(proxy.start(quint16(origin.url().port()), proxyOffering(offers, false)));
    FixedProxySelector selector(*FixedProxySelector::parse(u"http://me:secret@"_s + proxy.address()));
    EngineRig rig(selector);
    Request request = requestFor(QUrl(scheme + u"://a.invalid/"_s), 0);
    request.timeout = scheme == u"http" ? 20s : 1s;
    const auto result = rig.fetch(request);
    if (scheme == u"http") {
        QVERIFY(result);
        QCOMPARE(result->body, "in");
    } else {
        // The tunnel stands; its end knows no TLS.
        QVERIFY(!result);
        QVERIFY(result.error().reason != Reason::CredentialsNeeded);
        QVERIFY(!origin.seen().isEmpty() || origin.connections() > 0);
    }
    QVERIFY2(proxy.heard().size() <= Handful, qPrintable(QString::number(proxy.heard().size())));
}

/// What starts before the proxy is known asks by hand as well, and all of it ends.
void TestLoginRefusals::firstTunnelsTogether()
{
    ProxyStub proxy;
    QVERIFY(proxy.start(9, proxyOffering({"NTLM"}, false)));
    FixedProxySelector selector(*FixedProxySelector::parse(u"http://me:wrong@"_s + proxy.address()));
    EngineRig rig(selector);
    constexpr int Count = 30;
    for (int i = 0; i < Count; ++i)
        rig.get(requestFor(QUrl(u"https://%1.invalid/"_s.arg(i)), 0));
    QVERIFY(rig.wait());
    for (int i = 0; i < Count; ++i)
        QCOMPARE(rig.result(i).error().reason, Reason::CredentialsNeeded);
    QVERIFY(proxy.heard().size() <= Count);
}

QTEST_GUILESS_MAIN(TestLoginRefusals)
#include "tst_loginrefusals.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/practice.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace linnet;
using namespace linnet::practice;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The practice server's faults, as clients see them.
class TestPracticeFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faultToken();
    void faultUa_data();
    void faultUa();
    void repeatedFault_data();
    void repeatedFault();
    void fault404();
    void faultCut();
    void faultSlow();
    void faultCaptcha();
    void faultNulls();
    void faultDrift();
    void faultHang();
    void faultRedirfile();
    void allFaultsLeaveTheThirdAttempt();
    void realClientSeesBrokenGzip();
};

void TestPracticeFaults::faultToken()
{
    Practice practice(u"token");
    const RawAnswer refused = practice.client.get(listPage(0));
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.headers.value("server"), "ddos-guard");
    QCOMPARE(firstError(refused)["type"_L1].toString(), u"forbidden"_s);
    QCOMPARE(practice.client.get(detailOf(1)).status, 403);
    const QByteArray agent = "User-Agent: test/1.0";
    QCOMPARE(practice.client.get(listPage(0), {agent, "Authorization: Bearer practice"}).status, 200);
    QCOMPARE(practice.client.get(detailOf(1), {agent, "Authorization: Bearer practice"}).status, 200);
    const RawAnswer wrong = practice.client.get(listPage(0), {agent, "Authorization: Bearer other"});
    QCOMPARE(wrong.status, 403);
    QCOMPARE(firstError(wrong)["type"_L1].toString(), u"oauth"_s);
}

void TestPracticeFaults::faultUa_data()
{
    QTest::addColumn<QByteArray>("agent");
    QTest::addColumn<int>("status");
    QTest::newRow("plain") << QByteArray("Linnet/1.0") << 200;
    QTest::newRow("three numbers") << QByteArray("Linnet/0.1.0") << 200;
    QTest::newRow("documented shape") << QByteArray("App/1.0 (mail@example.com)") << 400;
    QTest::newRow("mail") << QByteArray("App/1.0 (me@practice.invalid)") << 400;
    QTest::newRow("example.com") << QByteArray("example.com/1.0") << 400;
    QTest::newRow("no version") << QByteArray("curl") << 400;
}

void TestPracticeFaults::faultUa()
{
    QFETCH(QByteArray, agent);
    QFETCH(int, status);
    Practice practice(u"ua");
    const RawAnswer answer = practice.client.get(listPage(0), {"User-Agent: " + agent});
    QCOMPARE(answer.status, status);
    if (status == 400)
        QCOMPARE(firstError(answer)["value"_L1].toString(), u"blacklisted"_s);
}

void TestPracticeFaults::repeatedFault_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::newRow("429") << u"429:3"_s << 429 << QByteArray("application/json") << QByteArray("1");
    QTest::newRow("429x") << u"429x:3"_s << 429 << QByteArray("application/json") << QByteArray();
    QTest::newRow("503") << u"503:3"_s << 503 << QByteArray("text/html") << QByteArray();
    QTest::newRow("badjson") << u"badjson:3"_s << 200 << QByteArray("text/html") << QByteArray();
}

void TestPracticeFaults::repeatedFault()
{
    QFETCH(QString, fault);
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, retryAfter);
    Practice practice(fault);
    QList<int> hit;
    for (int request = 1; request <= 12; ++request) {
        const RawAnswer answer = practice.client.get(detailOf(1));
        if (answer.headers.value("content-type").startsWith(type) && !answer.json().contains("id"_L1)) {
            hit.append(request);
            QCOMPARE(answer.status, status);
            QCOMPARE(answer.headers.value("retry-after"), retryAfter);
        } else {
            QCOMPARE(answer.status, 200);
        }
    }
    // One address suffers twice at most.
    QCOMPARE(hit, (QList<int>{3, 6}));
    QCOMPARE(practice.server.hits().value(detailOf(1)), 12);
}

void TestPracticeFaults::fault404()
{
    Practice practice(u"404:50");
    for (int attempt = 0; attempt < 4; ++attempt) {
        const RawAnswer gone = practice.client.get(detailOf(50));
        QCOMPARE(gone.status, 404);
        QCOMPARE(firstError(gone)["type"_L1].toString(), u"not_found"_s);
    }
    int missing = 0;
    for (int number = 1; number <= test::CountedPractice::vacancyCount(); ++number)
        missing += practice.client.get(detailOf(number)).status == 404 ? 1 : 0;
    QCOMPARE(missing, test::CountedPractice::vacancyCount() / 50);
    QCOMPARE(practice.client.get(listPage(0)).json()["found"_L1].toInt(),
             test::CountedPractice::vacancyCount());
}

void TestPracticeFaults::faultCut()
{
    Practice practice(u"cut:2");
    const RawAnswer whole = practice.client.get(detailOf(7));
    QVERIFY(whole.complete);
    const RawAnswer cut = practice.client.get(detailOf(7));
    QCOMPARE(cut.status, 200);
    QVERIFY(!cut.complete);
    QCOMPARE(cut.body, whole.body.left(whole.body.size() / 2));
    QVERIFY(practice.client.waitForEnd());
    QCOMPARE(practice.client.get(detailOf(7)).body, whole.body);
}

void TestPracticeFaults::faultSlow()
{
    Practice practice(u"slow:150");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(practice.client.get(detailOf(7)).status, 200);
    QVERIFY(timer.elapsed() >= 150);
    // Delays of different connections run side by side.
    timer.start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 10; ++i) {
        clients.push_back(std::make_unique<RawClient>(practice.url));
        clients.back()->send("GET /vacancies/100000001 HTTP/1.1\r\nUser-Agent: a/1\r\n\r\n");
    }
    for (const auto &client : clients)
        QCOMPARE(client->receive().status, 200);
    QVERIFY(timer.elapsed() < 10 * 150);
}

void TestPracticeFaults::faultCaptcha()
{
    Practice practice(u"captcha:3");
    for (int round = 0; round < 2; ++round) {
        for (int i = 0; i < 3; ++i)
            QCOMPARE(practice.client.get(detailOf(1 + i)).status, 200);
        QUrl captcha;
        for (int i = 0; i < 2; ++i) {
            const RawAnswer refused = practice.client.get(detailOf(9));
            QCOMPARE(refused.status, 403);
            QCOMPARE(firstError(refused)["type"_L1].toString(), u"captcha_required"_s);
            QVERIFY(firstError(refused)["fallback_url"_L1].isNull());
            captcha = QUrl(firstError(refused)["captcha_url"_L1].toString());
        }
        QCOMPARE(captcha.authority(), practice.url.authority());
        const QByteArray target = captcha.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);
        QVERIFY(target.startsWith("/account/captcha?state="));
        const RawAnswer page = practice.client.get(target + "&backurl=javascript:alert(1)");
        QCOMPARE(page.status, 200);
        QVERIFY(page.headers.value("content-type").startsWith("text/html"));
        QVERIFY(!page.body.contains("javascript"));
    }
}

void TestPracticeFaults::faultNulls()
{
    Practice practice(u"nulls");
    QSet<QString> seen;
    int nullEmployers = 0;
    int oddArchived = 0;
    for (int page = 0; page < 7; ++page) {
        for (const QJsonValue &item : practice.client.get(listPage(page)).json()["items"_L1].toArray()) {
            seen.insert(item["id"_L1].toVariant().toString());
            nullEmployers += item["employer"_L1].isNull() ? 1 : 0;
            oddArchived += item["archived"_L1].isString() ? 1 : 0;
            QVERIFY(item["name"_L1].isString());
            QVERIFY(item["url"_L1].isString());
        }
    }
    QCOMPARE(seen.size(), test::CountedPractice::vacancyCount());
    QVERIFY(nullEmployers >= test::CountedPractice::vacancyCount() / 4);
    QCOMPARE(oddArchived, test::CountedPractice::vacancyCount() / 4);
    QVERIFY(!practice.client.get(detailOf(2)).json().contains("key_skills"_L1));
    QVERIFY(practice.client.get(detailOf(4)).json()["key_skills"_L1].isNull());
    const RawAnswer trudvsem = practice.client.get("/api/v1/vacancies?limit=100&offset=1");
    QVERIFY(trudvsem.json()["meta"_L1]["total"_L1].isString());
}

void TestPracticeFaults::faultDrift()
{
    Practice practice(u"drift");
    QStringList all;
    for (int page = 0; page < 7; ++page)
        all += ids(practice.client.get(listPage(page)));
    QCOMPARE(all.size(), test::CountedPractice::vacancyCount() + 1);
    QCOMPARE(all[100], all[99]);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), test::CountedPractice::vacancyCount());
    const RawAnswer later = practice.client.get(listPage(0));
    QCOMPARE(later.json()["found"_L1].toInt(), test::CountedPractice::vacancyCount() + 1);
    QVERIFY(!all.contains(ids(later).first()));
    QCOMPARE(practice.client.get("/vacancies/" + ids(later).first().toLatin1()).status, 200);
}

void TestPracticeFaults::faultHang()
{
    Practice practice(u"hang:2");
    QCOMPARE(practice.client.get(detailOf(1)).status, 200);
    RawClient hanging(practice.url);
    hanging.send("GET " + detailOf(1) + " HTTP/1.1\r\nUser-Agent: a/1\r\n\r\n");
    QTRY_COMPARE(practice.server.hits().value(detailOf(1)), 2);
    // The others are served meanwhile, and this address never hangs again.
    for (int i = 0; i < 6; ++i)
        QCOMPARE(practice.client.get(detailOf(1)).status, 200);
    QCOMPARE(hanging.receive(100).status, 0);
    QVERIFY(hanging.isOpen());
}

void TestPracticeFaults::faultRedirfile()
{
    Practice practice(u"redirfile:1");
    QCOMPARE(practice.client.get(listPage(0)).status, 200);
    for (int i = 0; i < 2; ++i) {
        const RawAnswer answer = practice.client.get(detailOf(1));
        QCOMPARE(answer.status, 302);
        QCOMPARE(answer.headers.value("location"), "file:///etc/passwd");
    }
    QCOMPARE(practice.client.get(detailOf(1)).status, 200);
}

void TestPracticeFaults::allFaultsLeaveTheThirdAttempt()
{
    Practice practice(u"429:3,429x:4,503:5,cut:7,gz:6,badjson:8,404:50,nulls,drift,slow:1");
    const auto usable = [&practice](const QByteArray &target) {
        for (int attempt = 0; attempt < 3; ++attempt) {
            const RawAnswer answer = practice.client.get(target);
            if (!answer.complete) // a connection that was cut is not used again
                practice.client.waitForEnd();
            if (answer.status == 404 || (answer.status == 200 && answer.complete && !answer.json().isEmpty()))
                return answer.status;
        }
        return 0;
    };
    for (int page = 0; page < 7; ++page)
        QCOMPARE(usable(listPage(page)), 200);
    for (int number = 1; number <= 200; ++number)
        QCOMPARE(usable(detailOf(number)), number % 50 == 0 ? 404 : 200);
}

void TestPracticeFaults::realClientSeesBrokenGzip()
{
    Practice practice(u"gz:1");
    QNetworkAccessManager manager;
    QNetworkRequest request(practice.url.resolved(QUrl(QString::fromLatin1(detailOf(1)))));
    request.setHeader(QNetworkRequest::UserAgentHeader, u"test/1.0"_s);
    for (int attempt = 0; attempt < 3; ++attempt) {
        QNetworkReply *reply = manager.get(request);
        QSignalSpy finished(reply, &QNetworkReply::finished);
        QVERIFY(finished.wait());
        if (attempt < 2)
            QVERIFY2(reply->error() != QNetworkReply::NoError, qPrintable(reply->errorString()));
        else
            QCOMPARE(reply->error(), QNetworkReply::NoError);
        reply->deleteLater();
    }
}

QTEST_GUILESS_MAIN(TestPracticeFaults)
#include "tst_practicefaults.moc"

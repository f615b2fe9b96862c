// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/verdict.h"
#include "net/rules/retrypolicy.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace std::chrono_literals;

class TestVerdict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void faults_data();
    void faults();
    void answers_data();
    void answers();
    void retryAfter();
    void tooLongRetryAfter();
    void redirects();
};

namespace {

using Action = Verdict::Action;
const QDateTime Utc(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::utc());

/// A request in the middle of its life.
struct Case
{
    Request request;
    QList<Address> visited{QUrl(u"https://a/x"_s)};
    int charged = 1;
    int freeWaits = 0;

    Verdict::Standing standing() const { return {request, visited, charged, freeWaits, Utc, 0.5, false}; }
    Verdict of(int status, const QList<QPair<QByteArray, QByteArray>> &headers = {}) const
    {
        Response response;
        response.status = status;
        response.headers = headers;
        return Verdict::ofAnswer(response, standing());
    }
};

} // namespace

void TestVerdict::faults_data()
{
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("charged");
    QTest::addColumn<bool>("again");
    QTest::newRow("reset, first") << Reason::Reset << 1 << true;
    QTest::newRow("reset, second") << Reason::Reset << 2 << true;
    QTest::newRow("reset, third") << Reason::Reset << 3 << false;
    QTest::newRow("not its fault") << Reason::Reset << 0 << true;
    QTest::newRow("certificate") << Reason::Tls << 1 << false;
    QTest::newRow("too large") << Reason::TooLarge << 1 << false;
    QTest::newRow("bad body") << Reason::BadBody << 1 << true;
}

void TestVerdict::faults()
{
    QFETCH(Reason, reason);
    QFETCH(int, charged);
    QFETCH(bool, again);
    Case now;
    now.charged = charged;
    const Verdict verdict = Verdict::ofFault({reason, 0, u"d"_s}, now.standing());
    QCOMPARE(verdict.action, again ? Action::Retry : Action::Fail);
    if (!again)
        QCOMPARE(verdict.error, (Error{reason, 0, u"d"_s}));
}

void TestVerdict::answers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("charged");
    QTest::addColumn<Action>("action");
    QTest::newRow("200") << 200 << 1 << Action::Respond;
    QTest::newRow("404") << 404 << 1 << Action::Respond;
    QTest::newRow("500") << 500 << 1 << Action::Retry;
    QTest::newRow("500, third") << 500 << 3 << Action::Respond;
    QTest::newRow("429") << 429 << 2 << Action::Retry;
    QTest::newRow("304") << 304 << 1 << Action::Respond;
}

void TestVerdict::answers()
{
    QFETCH(int, status);
    QFETCH(int, charged);
    Case now;
    now.charged = charged;
    const Verdict verdict = now.of(status);
    QTEST(verdict.action, "action");
    QVERIFY(!verdict.free);
    QCOMPARE(verdict.rest, 0ns);
}

void TestVerdict::retryAfter()
{
    Case now;
    now.charged = 3;
    Verdict verdict = now.of(429, {{"Retry-After", "20"}});
    QCOMPARE(verdict.action, Action::Retry);
    QVERIFY(verdict.free);
    QCOMPARE(verdict.rest, 20s);
    QVERIFY(verdict.wait >= 20s);
    now.freeWaits = RetryPolicy::FreeWaits;
    verdict = now.of(429, {{"Retry-After", "20"}});
    QCOMPARE(verdict.action, Action::Respond);
    QCOMPARE(verdict.rest, 20s);
    now = {};
    now.request.retries = 0;
    QCOMPARE(now.of(429, {{"Retry-After", "20"}}).action, Action::Respond);
    now = {};
    verdict = now.of(503, {{"Retry-After", "0"}});
    QCOMPARE(verdict.action, Action::Retry);
    QVERIFY(!verdict.free);
    QVERIFY(verdict.wait >= 500ms);
}

void TestVerdict::tooLongRetryAfter()
{
    const Verdict verdict = Case().of(429, {{"Retry-After", "100000"}});
    QCOMPARE(verdict.action, Action::Respond);
    QCOMPARE(verdict.rest, RetryPolicy::LongestWait);
}

void TestVerdict::redirects()
{
    Case now;
    Verdict verdict = now.of(302, {{"Location", "/y"}, {"Retry-After", "3"}});
    QCOMPARE(verdict.action, Action::Follow);
    QCOMPARE(verdict.target, QUrl(u"https://a/y"_s));
    QCOMPARE(verdict.rest, 3s);
    QVERIFY(verdict.free);
    verdict = now.of(302, {{"Location", "http://a/y"}});
    QCOMPARE(verdict.action, Action::Fail);
    QCOMPARE(verdict.error.reason, Reason::Downgrade);
    QCOMPARE(now.of(302).action, Action::Respond);
    now.request.redirects = RedirectMode::Report;
    QCOMPARE(now.of(302, {{"Location", "/y"}}).action, Action::Respond);
}

QTEST_GUILESS_MAIN(TestVerdict)
#include "tst_verdict.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/adaptivepace.h"
#include "net/queue/rateadvice.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;

using namespace linnet::net;
using namespace std::chrono_literals;

class TestRateAdvice : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void advice_data();
    void advice();
    void adaptive();
};

using Headers = QList<QPair<QByteArray, QByteArray>>;

void TestRateAdvice::advice_data()
{
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<int>("restMs");
    QTest::addColumn<int>("intervalMs");
    const QByteArray epoch =
        QByteArray::number(QDateTime(QDate(2026, 11, 21), QTime(12, 1), QTimeZone::utc()).toSecsSinceEpoch());
    QTest::newRow("none") << Headers{} << 0 << 0;
    QTest::newRow("plenty left") << Headers{{"RateLimit-Limit", "100"},
                                            {"RateLimit-Remaining", "50"},
                                            {"RateLimit-Reset", "60"}}
                                 << 0 << 0;
    QTest::newRow("nothing left") << Headers{{"ratelimit-remaining", "0"}, {"ratelimit-reset", "7"}} << 7000
                                  << 0;
    QTest::newRow("little left") << Headers{{"RateLimit-Limit", "100"},
                                            {"RateLimit-Remaining", "4"},
                                            {"RateLimit-Reset", "60"}}
                                 << 0 << 15000;
    QTest::newRow("little left, limit unknown")
        << Headers{{"X-RateLimit-Remaining", "5"}, {"X-RateLimit-Reset", "10"}} << 0 << 2000;
    QTest::newRow("epoch seconds") << Headers{{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", epoch}}
                                   << 60000 << 0;
    QTest::newRow("epoch milliseconds")
        << Headers{{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", epoch + "500"}} << 60500 << 0;
    QTest::newRow("structured") << Headers{{"RateLimit", "\"default\";r=0;t=30"}} << 30000 << 0;
    QTest::newRow("structured with policy")
        << Headers{{"RateLimit-Policy", "\"burst\";q=50;w=60"}, {"RateLimit", "\"burst\";r=2;t=20"}} << 0
        << 10000;
    QTest::newRow("no reset") << Headers{{"X-RateLimit-Remaining", "0"}} << 0 << 0;
    QTest::newRow("too long") << Headers{{"X-RateLimit-Remaining", "0"}, {"X-RateLimit-Reset", "86400"}}
                              << 900000 << 0;
    QTest::newRow("rubbish") << Headers{{"X-RateLimit-Remaining", "many"}, {"X-RateLimit-Reset", "soon"}} << 0
                             << 0;
}

void TestRateAdvice::advice()
{
    QFETCH(Headers, headers);
    QFETCH(int, restMs);
    QFETCH(int, intervalMs);
    Response response;
    response.headers = headers;
    const RateAdvice advice =
        RateAdvice::of(response, QDateTime(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::utc()));
    QCOMPARE(advice.rest, std::chrono::nanoseconds(std::chrono::milliseconds(restMs)));
    QCOMPARE(advice.interval, std::chrono::nanoseconds(std::chrono::milliseconds(intervalMs)));
}

void TestRateAdvice::adaptive()
{
    QCOMPARE(AdaptivePace::next(200ms, 1s, true, 200ms), 1s);
    QCOMPARE(AdaptivePace::next(1s, 200ms, true, 200ms), 600ms);
    QCOMPARE(AdaptivePace::next(1s, 200ms, false, 200ms), 1s);
    QCOMPARE(AdaptivePace::next(200ms, 10ms, true, 200ms), 200ms);
    QCOMPARE(AdaptivePace::next(1s, 1000s, true, 200ms), 60s);
    RateLimiter limiter;
    limiter.setInterval(100ms);
    Response response;
    response.status = 200;
    response.untilHeaders = 500ms;
    AdaptivePace::adjust(limiter, {100ms, 6, 64}, HostKey::restored(u"h"_s), response, 1000);
    QCOMPARE(limiter.interval(HostKey::restored(u"h"_s)), 500ms);
    QCOMPARE(limiter.interval(HostKey::restored(u"other"_s)), 100ms);
    limiter.expire(601'000'000'000);
    QCOMPARE(limiter.interval(HostKey::restored(u"h"_s)), 100ms);
}

QTEST_GUILESS_MAIN(TestRateAdvice)
#include "tst_rateadvice.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/retrypolicy.h"

#include <QTest>

using namespace linnet;
using namespace linnet::net;
using namespace std::chrono_literals;

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void statuses();
    void reasons();
    void backoffGrowsAndIsBounded();
    void throttlingKeepsAFloor();
};

void TestRetryPolicy::statuses()
{
    const QSet<int> passing{408, 425, 429, 500, 502, 503, 504};
    for (int status = 100; status < 600; ++status)
        QCOMPARE(RetryPolicy::passes(status), passing.contains(status));
}

void TestRetryPolicy::reasons()
{
    for (const Reason reason :
         {Reason::Dns, Reason::Refused, Reason::Reset, Reason::Truncated, Reason::Deadline,
          Reason::Inactivity, Reason::Undecodable, Reason::BadBody, Reason::Network, Reason::ProxyFailed})
        QVERIFY(RetryPolicy::passes(reason));
    for (const Reason reason :
         {Reason::None, Reason::Tls, Reason::TooLarge, Reason::Bomb, Reason::RedirectLoop, Reason::Downgrade,
          Reason::ForeignScheme, Reason::NoProxy, Reason::Cancelled, Reason::ShutDown})
        QVERIFY(!RetryPolicy::passes(reason));
}

void TestRetryPolicy::backoffGrowsAndIsBounded()
{
    QCOMPARE(RetryPolicy::backoff(1, false, 0), 0ns);
    QCOMPARE(RetryPolicy::backoff(1, false, 0.5), 500ms);
    QCOMPARE(RetryPolicy::backoff(2, false, 0.5), 1s);
    QVERIFY(RetryPolicy::backoff(1, false, 0.999) < 1s);
    QCOMPARE(RetryPolicy::backoff(60, false, 0.5), 15s);
    QVERIFY(RetryPolicy::backoff(0, false, 0.5) <= RetryPolicy::backoff(1, false, 0.5));
}

void TestRetryPolicy::throttlingKeepsAFloor()
{
    for (int retry = 1; retry < 10; ++retry) {
        QVERIFY(RetryPolicy::backoff(retry, true, 0) >= 500ms);
        QVERIFY(RetryPolicy::backoff(retry, true, 0.99) > RetryPolicy::backoff(retry, true, 0));
    }
}

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"

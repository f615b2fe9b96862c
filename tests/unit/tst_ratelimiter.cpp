// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/ratelimiter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet::net;
using namespace std::chrono_literals;

class TestRateLimiter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void firstStartIsFree();
    void noPacing();
    void keepsTheInterval();
    void idleTimeEarnsNothing();
    void lateStartsCostLittle();
    void waitsForTheWire();
    void hostsAreApart();
    void ownIntervalOnlyRaises();
    void changedRateCountsFromTheLastStart();
    void scaledByProxy();
    void sweep();
    void neverMoreThanAllowed_data();
    void neverMoreThanAllowed();
};

namespace {

const HostKey Host = HostKey::restored(u"h"_s);
const ProxyKey Proxy = ProxyKey::restored(u"direct"_s);
constexpr qint64 Ms = 1'000'000;

void start(RateLimiter &limiter, qint64 now, const HostKey &host = Host, const ProxyKey &proxy = Proxy)
{
    limiter.take(host, proxy, now);
    limiter.sent(host, proxy, now);
}

} // namespace

void TestRateLimiter::firstStartIsFree()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    QVERIFY(limiter.readyAt(Host, Proxy) <= 0);
}

void TestRateLimiter::noPacing()
{
    RateLimiter limiter;
    limiter.setInterval(0ms);
    for (int i = 0; i < 1000; ++i)
        start(limiter, 5 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) <= 5 * Ms);
}

void TestRateLimiter::keepsTheInterval()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    qint64 now = 1000 * Ms;
    for (int i = 0; i < 50; ++i) {
        start(limiter, now);
        const qint64 next = limiter.readyAt(Host, Proxy);
        QVERIFY(next - now >= 199 * Ms);
        QVERIFY(next - now <= 200 * Ms);
        now = next;
    }
}

void TestRateLimiter::idleTimeEarnsNothing()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    start(limiter, 1000 * Ms);
    start(limiter, 100'000 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) >= 100'199 * Ms);
}

void TestRateLimiter::lateStartsCostLittle()
{
    for (const auto &[interval, most] : {std::pair{10ms, 1.001}, {50ms, 1.01}, {200ms, 1.01}}) {
        RateLimiter limiter;
        limiter.setInterval(interval);
        qint64 now = 1000 * Ms;
        start(limiter, now);
        for (int i = 0; i < 1000; ++i) {
            now = std::max(now, limiter.readyAt(Host, Proxy)) + 300'000;
            start(limiter, now);
        }
        const double ideal = 1000.0 * double(std::chrono::nanoseconds(interval).count());
        QVERIFY(double(now - 1000 * Ms) < most * ideal);
    }
}

void TestRateLimiter::waitsForTheWire()
{
    RateLimiter limiter;
    limiter.setInterval(50ms);
    limiter.take(Host, Proxy, 1000 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) >= 2000 * Ms);
    limiter.sent(Host, Proxy, 1080 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) >= 1129 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) <= 1130 * Ms);
    limiter.take(Host, Proxy, 1130 * Ms);
    limiter.dropped(Host, Proxy);
    QVERIFY(limiter.readyAt(Host, Proxy) <= 1180 * Ms);
}

void TestRateLimiter::hostsAreApart()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    start(limiter, 1000 * Ms);
    QVERIFY(limiter.readyAt(HostKey::restored(u"other"_s), Proxy) <= 1000 * Ms);
}

void TestRateLimiter::ownIntervalOnlyRaises()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    limiter.setHostInterval(Host, 2s);
    QCOMPARE(limiter.interval(Host), 2s);
    limiter.setHostInterval(Host, 1ms);
    QCOMPARE(limiter.interval(Host), 200ms);
    limiter.setHostInterval(Host, 3s);
    limiter.setHostInterval(Host, 0ms);
    QCOMPARE(limiter.interval(Host), 200ms);
    QCOMPARE(limiter.interval(HostKey::restored(u"other"_s)), 200ms);
}

void TestRateLimiter::changedRateCountsFromTheLastStart()
{
    RateLimiter limiter;
    limiter.setInterval(10s);
    start(limiter, 1000 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) > 10'000 * Ms);
    limiter.setInterval(100ms);
    QVERIFY(limiter.readyAt(Host, Proxy) <= 1100 * Ms);
    limiter.setInterval(1s);
    QVERIFY(limiter.readyAt(Host, Proxy) >= 1999 * Ms);
}

void TestRateLimiter::scaledByProxy()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    start(limiter, 1000 * Ms);
    QVERIFY(limiter.readyAt(Host, ProxyKey::restored(u"http://p:1"_s)) >= 1199 * Ms);
    limiter.setScaledByProxy(true);
    start(limiter, 2000 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) >= 2199 * Ms);
    QVERIFY(limiter.readyAt(Host, ProxyKey::restored(u"http://p:1"_s)) <= 2000 * Ms);
    limiter.refuseScaling(Host);
    start(limiter, 3000 * Ms);
    QVERIFY(limiter.readyAt(Host, ProxyKey::restored(u"http://p:1"_s)) >= 3199 * Ms);
}

void TestRateLimiter::sweep()
{
    RateLimiter limiter;
    limiter.setInterval(200ms);
    start(limiter, 1000 * Ms);
    limiter.sweep(1100 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) >= 1199 * Ms);
    limiter.sweep(1300 * Ms);
    QVERIFY(limiter.readyAt(Host, Proxy) <= 0);
}

void TestRateLimiter::neverMoreThanAllowed_data()
{
    QTest::addColumn<int>("intervalMs");
    QTest::addColumn<int>("burst");
    QTest::addColumn<bool>("scaled");
    for (const int interval : {1, 10, 49, 50, 200}) {
        for (const int burst : {1, 3}) {
            QTest::addRow("%d ms, burst %d", interval, burst) << interval << burst << false;
            QTest::addRow("%d ms, burst %d, scaled", interval, burst) << interval << burst << true;
        }
    }
}

void TestRateLimiter::neverMoreThanAllowed()
{
    QFETCH(int, intervalMs);
    QFETCH(int, burst);
    QFETCH(bool, scaled);
    RateLimiter limiter;
    limiter.setInterval(std::chrono::milliseconds(intervalMs));
    limiter.setBurst(burst);
    limiter.setScaledByProxy(scaled);
    QRandomGenerator random(42);
    QHash<QString, QList<qint64>> starts; // by bucket
    qint64 now = 1000 * Ms;
    for (int i = 0; i < 3000; ++i) {
        const QString host = QString::number(random.bounded(3));
        const QString proxy = QString::number(random.bounded(2));
        const HostKey hostKey = HostKey::restored(host);
        const ProxyKey proxyKey = ProxyKey::restored(proxy);
        // Sometimes at once, sometimes late, sometimes after a pause.
        const int mood = random.bounded(10);
        const qint64 late = mood < 5 ? 0 : mood < 9 ? random.bounded(3'000'000) : random.bounded(500) * Ms;
        now = std::max(now, limiter.readyAt(hostKey, proxyKey)) + late;
        start(limiter, now, hostKey, proxyKey);
        starts[scaled ? host + proxy : host].append(now);
    }
    for (auto bucket = starts.cbegin(); bucket != starts.cend(); ++bucket) {
        const double interval = 1e6 * intervalMs;
        const QList<qint64> &times = bucket.value();
        for (int first = 0; first < times.size(); ++first) {
            for (int last = first; last < std::min<int>(first + 60, int(times.size())); ++last) {
                const double window = double(times.at(last) - times.at(first));
                QVERIFY(last - first + 1 <= burst + (window + double(RateCell::Tick.count())) / interval);
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"

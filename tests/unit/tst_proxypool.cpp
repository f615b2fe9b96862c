// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxylistparser.h"
#include "proxies/pool/poolforecast.h"
#include "proxies/pool/proxypool.h"

#include "support/fakeclock.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::proxies;
using namespace linnet::test;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(linnet::proxies::Rotation)

namespace {

constexpr qint64 Second = 1'000'000'000;
const QUrl Site(QStringLiteral("http://site.example/"));
const QUrl Other(QStringLiteral("http://other.example/"));
const QString Three = QStringLiteral("10.0.0.1:80\n10.0.0.2:80\n10.0.0.3:80");

PoolRules refusing()
{
    PoolRules rules;
    rules.banStatuses = {403, 429};
    return rules;
}

/// A pool, a clock, and a limiter that lets everything through unless told otherwise.
struct Rig
{
    explicit Rig(const QString &list = Three, const PoolRules &rules = {})
        : pool(clock, proxiesOf(list), rules)
    {
        pool.seed(1);
    }
    PoolView view(const HostReadiness &readiness = {}) const
    {
        return viewOf(pool, clock.nowNs(), readiness);
    }

    static QList<Proxy> proxiesOf(const QString &list)
    {
        QList<Proxy> proxies;
        for (const ProxyList::Entry &entry : ProxyListParser::parse(list, ProxyScheme::Http).entries)
            proxies.append(entry.proxy);
        return proxies;
    }
    net::ProxySelector::Choice ask(const QUrl &url = Site)
    {
        return pool.choose(
            url, [this](const net::ProxyKey &key) { return momentAt(ready.value(key.toString())); },
            clock.now());
    }
    /// The last number of the chosen proxy's address, 0 = wait, -1 = none, -2 = directly; starts it.
    int start(const QUrl &url = Site)
    {
        const auto choice = ask(url);
        if (std::holds_alternative<net::ProxySelector::Wait>(choice))
            return 0;
        if (std::holds_alternative<net::ProxySelector::None>(choice))
            return -1;
        const auto &use = std::get<net::ProxySelector::Use>(choice);
        if (use.key.isDirect())
            return -2;
        pool.committed(url, use.key);
        return use.proxy.hostName().section(u'.', -1).toInt();
    }
    static net::ProxyKey key(int number)
    {
        return net::ProxyKey::restored(u"http://10.0.0.%1:80"_s.arg(number));
    }
    bool end(int number, const Error &outcome, const QUrl &url = Site, qint64 tookNs = Second / 10)
    {
        return pool.attemptEnded(url, key(number), outcome, std::chrono::nanoseconds(tookNs));
    }
    bool good(int number, const QUrl &url = Site) { return end(number, {Reason::None, 200, {}}, url); }
    bool broken(int number, const QUrl &url = Site)
    {
        return end(number, {Reason::ProxyFailed, 0, u"refused"_s}, url);
    }
    MemberState state(int number) { return pool.members()[size_t(number) - 1].state(clock.nowNs()); }

    FakeClock clock;
    QHash<QString, qint64> ready;
    ProxyPool pool;
};

} // namespace

class TestProxyPool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rotations_data();
    void rotations();
    void fastestPrefersQuickOnes();
    void limiterIsAsked();
    void coolsAndProbesOnce();
    void deadAtLast();
    void wrongLoginIsDead();
    void unclearFailures();
    void twoHostsInARow();
    void originIsNotTheProxysFault();
    void bans();
    void bansNobodyWhenTheHostRefusesAll_data();
    void bansNobodyWhenTheHostRefusesAll();
    void bansOnlyWhatTheTaskSays();
    void captchaBansAtOnce();
    void forecasts();
    void forecastsWithoutTouching();
    void forecastsWithTheLimiter();
    void learnsFromAnother();
    void notFoundIsNoBan();
    void failsClosedAfterPatience();
    void directOnlyWhenAllowed();
    void bypass();
    void secretsOnlyThroughOwn();
    void replaceKeepsWhatIsKnown();
    void switchedOff();
    void unsupportedIsNeverUsed();
    void releasedProbe();
};

void TestProxyPool::rotations_data()
{
    QTest::addColumn<Rotation>("rotation");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("round robin") << Rotation::RoundRobin << QList{1, 2, 3, 1, 2, 3, 1};
    QTest::newRow("sticky") << Rotation::Sticky << QList{1, 1, 1, 1, 1, 1, 1};
    QTest::newRow("every 2") << Rotation::EveryN << QList{1, 1, 2, 2, 3, 3, 1};
    QTest::newRow("pinned") << Rotation::Pinned << QList{1, 1, 1, 1, 1, 1, 1};
}

void TestProxyPool::rotations()
{
    QFETCH(Rotation, rotation);
    QFETCH(QList<int>, expected);
    PoolRules rules;
    rules.rotation = rotation;
    rules.every = 2;
    Rig rig(u"10.0.0.1:80\n10.0.0.2:80\n10.0.0.3:80"_s, rules);
    QList<int> used;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        used.append(rig.start());
        rig.good(used.last());
    }
    QCOMPARE(used, expected);
    QCOMPARE(rotationByName(QString(rotationName(rotation))), std::optional(rotation));
}

void TestProxyPool::fastestPrefersQuickOnes()
{
    PoolRules rules;
    rules.rotation = Rotation::Fastest;
    Rig rig(u"10.0.0.1:80\n10.0.0.2:80\n10.0.0.3:80"_s, rules);
    QHash<int, int> used;
    for (int i = 0; i < 300; ++i) {
        const int number = rig.start();
        ++used[number];
        rig.end(number, {Reason::None, 200, {}}, Site, number * Second);
    }
    QVERIFY(used[1] > used[2]);
    QVERIFY(used[2] > used[3]);
    QVERIFY(used[3] > 0);
}

void TestProxyPool::limiterIsAsked()
{
    Rig rig;
    const qint64 now = rig.clock.nowNs();
    rig.ready = {{u"http://10.0.0.1:80"_s, now + 3 * Second}, {u"http://10.0.0.2:80"_s, now + Second}};
    QCOMPARE(rig.start(), 3);
    QCOMPARE(rig.start(), 3);
    rig.ready[u"http://10.0.0.3:80"_s] = now + 2 * Second;
    // Nobody may start: the one whose turn comes first.
    QCOMPARE(std::get<net::ProxySelector::Use>(rig.ask()).key, Rig::key(2));
}

void TestProxyPool::coolsAndProbesOnce()
{
    Rig rig(u"10.0.0.1:80"_s);
    QCOMPARE(rig.start(), 1);
    QVERIFY(rig.broken(1));
    QCOMPARE(rig.state(1), MemberState::Cooling);
    const auto choice = rig.ask();
    const qint64 until = nsOf(std::get<net::ProxySelector::Wait>(choice).until);
    QVERIFY(until >= rig.clock.nowNs() + 2 * Second);
    QVERIFY(until <= rig.clock.nowNs() + 5 * Second);
    rig.clock.advance(5 * Second);
    QCOMPARE(rig.start(), 1);
    // The others wait for the probe.
    QCOMPARE(rig.start(), 0);
    rig.good(1);
    QCOMPARE(rig.state(1), MemberState::Good);
    QCOMPARE(rig.start(), 1);
    QCOMPARE(rig.start(), 1);
}

void TestProxyPool::deadAtLast()
{
    Rig rig(u"10.0.0.1:80\n10.0.0.2:80"_s);
    for (int i = 0; i < 6; ++i) {
        rig.pool.committed(Site, Rig::key(1));
        rig.broken(1);
        rig.clock.advance(400 * Second);
    }
    QCOMPARE(rig.state(1), MemberState::Dead);
    rig.good(1);
    QCOMPARE(rig.state(1), MemberState::Good);
}

void TestProxyPool::wrongLoginIsDead()
{
    Rig rig;
    rig.start();
    QVERIFY(rig.end(1, {Reason::ProxyFailed, 407, u"login"_s}));
    QCOMPARE(rig.state(1), MemberState::Dead);
    for (int i = 0; i < 6; ++i)
        QVERIFY(rig.start() != 1);
}

void TestProxyPool::unclearFailures()
{
    Rig rig;
    const Error silence{Reason::Deadline, 0, {}};
    // Nobody has reached the site: whose fault it is cannot be said, but another one is tried next.
    QCOMPARE(rig.start(), 1);
    QVERIFY(!rig.end(1, silence));
    QCOMPARE(rig.start(), 2);
    QVERIFY(!rig.good(2));
    QCOMPARE(rig.start(), 3);
    // Now the site is known to answer.
    QVERIFY(rig.end(3, silence));
    QCOMPARE(rig.state(3), MemberState::Cooling);
}

void TestProxyPool::twoHostsInARow()
{
    Rig rig;
    rig.start(QUrl(u"http://third.example/"_s));
    rig.good(2, QUrl(u"http://third.example/"_s));
    const Error silence{Reason::Reset, 0, {}};
    QVERIFY(!rig.end(1, silence, Site));
    QVERIFY(rig.end(1, silence, Other));
}

void TestProxyPool::originIsNotTheProxysFault()
{
    Rig rig;
    for (const int status : {200, 301, 404, 410, 500, 503})
        QVERIFY(!rig.end(1, {Reason::None, status, {}}));
    QVERIFY(!rig.end(1, {Reason::TooLarge, 200, {}}));
    QCOMPARE(rig.state(1), MemberState::Good);
}

void TestProxyPool::bans()
{
    Rig rig(Three, refusing());
    rig.good(2);
    for (int i = 0; i < 3; ++i)
        QVERIFY(!rig.end(1, {Reason::None, 403, {}}));
    for (int i = 0; i < 6; ++i)
        QVERIFY(rig.start(Site) != 1);
    // Only there.
    QList<int> elsewhere;
    for (int i = 0; i < 3; ++i)
        elsewhere.append(rig.start(Other));
    QVERIFY(elsewhere.contains(1));
}

void TestProxyPool::bansNobodyWhenTheHostRefusesAll_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<bool>("welcomeBefore");
    QTest::newRow("one proxy") << u"10.0.0.1:80"_s << false;
    QTest::newRow("three proxies") << Three << false;
    QTest::newRow("three that were welcome") << Three << true;
}

void TestProxyPool::bansNobodyWhenTheHostRefusesAll()
{
    QFETCH(QString, list);
    QFETCH(bool, welcomeBefore);
    Rig rig(list, refusing());
    const int count = int(rig.pool.members().size());
    for (int number = 1; welcomeBefore && number <= count; ++number)
        rig.good(number);
    for (int i = 0; i < 10; ++i) {
        for (int number = 1; number <= count; ++number)
            rig.end(number, {Reason::None, i % 2 ? 429 : 403, {}});
    }
    // Its answers still arrive, whatever they are.
    QVERIFY(rig.start() > 0);
}

void TestProxyPool::bansOnlyWhatTheTaskSays()
{
    PoolRules rules;
    rules.banStatuses = {429};
    Rig rig(Three, rules);
    rig.good(2);
    for (const int status : {403, 404, 410, 451, 503, 403, 404})
        rig.end(1, {Reason::None, status, {}});
    QList<int> used;
    for (int i = 0; i < 3; ++i)
        used.append(rig.start());
    QVERIFY(used.contains(1));
    for (int i = 0; i < 3; ++i)
        rig.end(1, {Reason::None, 429, {}});
    for (int i = 0; i < 6; ++i)
        QVERIFY(rig.start() != 1);
}

void TestProxyPool::captchaBansAtOnce()
{
    Rig rig(u"10.0.0.1:80\n10.0.0.2:80"_s);
    rig.good(1);
    rig.pool.refused(Site, Rig::key(1));
    QCOMPARE(rig.start(), 2);
    QCOMPARE(rig.start(), 2);
    QCOMPARE(rig.start(Other), 1);
    // The last one stays: somebody may solve it.
    rig.pool.refused(Site, Rig::key(2));
    QCOMPARE(rig.start(), 2);
}

void TestProxyPool::forecasts()
{
    Rig rig;
    Forecast next = rig.view().next;
    QCOMPARE(next.way, Forecast::Way::Through);
    QCOMPARE(next.proxy, u"http://10.0.0.1:80"_s);
    QCOMPARE(next.host, QString());
    QVERIFY(rig.view().members.isEmpty());
    rig.start();
    rig.good(1);
    rig.start();
    rig.broken(2);
    next = rig.view().next;
    QCOMPARE(next.host, u"site.example"_s);
    QCOMPARE(next.proxy, u"http://10.0.0.3:80"_s);
    QCOMPARE(next.cooling, 1);
    QCOMPARE(next.usable, 2);
    QCOMPARE(rig.view().members.size(), 2);
    QCOMPARE(rig.view().members[1].state, MemberState::Cooling);
    QVERIFY(rig.view().members[1].waitMs > 2000);
    rig.pool.refused(Site, Rig::key(1));
    QCOMPARE(rig.view().members[0].bans.size(), 1);
    QCOMPARE(rig.view().members[0].bans[0].host, u"site.example"_s);
    rig.pool.setEnabled(u"http://10.0.0.3:80"_s, false);
    next = rig.view().next;
    QCOMPARE(next.way, Forecast::Way::Wait);
    QVERIFY(next.waitMs > 0);
    QCOMPARE(next.off, 1);
    QCOMPARE(next.banned, 1);
    QCOMPARE(Rig(u"socks4://10.0.0.1:80"_s).view().next.way, Forecast::Way::Nothing);
    PoolRules random;
    random.rotation = Rotation::Random;
    QCOMPARE(Rig(Three, random).view().next.way, Forecast::Way::AnyOf);
    random.allowDirect = true;
    QCOMPARE(Rig(u"socks4://10.0.0.1:80"_s, random).view().next.way, Forecast::Way::Direct);
}

void TestProxyPool::forecastsWithoutTouching()
{
    for (const Rotation rotation : {Rotation::RoundRobin, Rotation::Sticky, Rotation::EveryN}) {
        PoolRules rules;
        rules.rotation = rotation;
        rules.every = 2;
        Rig rig(Three, rules);
        for (int i = 0; i < 8; ++i) {
            const QString told = rig.view().next.proxy;
            QCOMPARE(rig.view().next.proxy, told);
            const int number = rig.start();
            QCOMPARE(told, u"http://10.0.0.%1:80"_s.arg(number));
            rig.good(number);
        }
    }
}

void TestProxyPool::learnsFromAnother()
{
    Rig rig;
    rig.start();
    rig.broken(1);
    rig.start();
    ProxyPool next(rig.clock, Rig::proxiesOf(Three), {});
    next.replace(Rig::proxiesOf(Three), {u"http://10.0.0.3:80"_s});
    next.learnFrom(rig.pool);
    QCOMPARE(next.members()[0].state(rig.clock.nowNs()), MemberState::Cooling);
    QCOMPARE(next.members()[1].inFlight(), 0);
    QCOMPARE(next.members()[2].state(rig.clock.nowNs()), MemberState::Off);
}

void TestProxyPool::notFoundIsNoBan()
{
    Rig rig(Three, refusing());
    rig.good(2);
    for (int i = 0; i < 10; ++i)
        rig.end(1, {Reason::None, i % 2 ? 404 : 410, {}});
    QList<int> used;
    for (int i = 0; i < 3; ++i)
        used.append(rig.start());
    QVERIFY(used.contains(1));
}

void TestProxyPool::failsClosedAfterPatience()
{
    PoolRules rules;
    rules.patience = 30s;
    Rig rig(u"10.0.0.1:80\n10.0.0.2:80"_s, rules);
    const qint64 begin = rig.clock.nowNs();
    int answer = rig.start();
    int started = 0;
    while (answer != -1 && rig.clock.nowNs() < begin + 100 * Second) {
        QVERIFY(answer != -2);
        if (answer > 0) {
            ++started;
            rig.broken(answer);
        } else {
            const qint64 until = nsOf(std::get<net::ProxySelector::Wait>(rig.ask()).until);
            rig.clock.advance(std::max<qint64>(1, until - rig.clock.nowNs()));
        }
        answer = rig.start();
    }
    QCOMPARE(answer, -1);
    QVERIFY(rig.clock.nowNs() - begin <= 31 * Second);
    QVERIFY(started >= 2 && started < 30);
    const Error error = std::get<net::ProxySelector::None>(rig.ask()).error;
    QCOMPARE(error.reason, Reason::NoProxy);
    QCOMPARE(error.detail, u"2 proxies: 2 × refused"_s);
}

void TestProxyPool::forecastsWithTheLimiter()
{
    Rig rig;
    QCOMPARE(rig.start(), 1);
    rig.good(1);
    const qint64 now = rig.clock.nowNs();
    const auto forecast = [&] {
        return rig
            .view([&](const QString &host, const QString &key) {
                return host == u"site.example" ? rig.ready.value(key) : PoolMember::Never;
            })
            .next;
    };
    const auto ready = [&](int number, qint64 at) { rig.ready[u"http://10.0.0.%1:80"_s.arg(number)] = at; };
    // The second in turn may not start yet, the third may: as choose() does.
    ready(2, now + 3 * Second);
    QCOMPARE(forecast().proxy, u"http://10.0.0.3:80"_s);
    QCOMPARE(forecast().waitMs, 0);
    QCOMPARE(rig.start(), 3);
    rig.good(3);
    // All have to wait, and the turn is that of the one that may first.
    ready(1, now + 9 * Second);
    ready(3, now + 4 * Second);
    QCOMPARE(forecast().way, Forecast::Way::Through);
    QCOMPARE(forecast().proxy, u"http://10.0.0.2:80"_s);
    QCOMPARE(forecast().waitMs, 3000);
    // Whoever rests now is back when the host may be asked again.
    for (int number = 1; number <= 3; ++number)
        ready(number, 0);
    QCOMPARE(rig.start(), 1);
    rig.broken(1);
    QCOMPARE(forecast().usable, 2);
    for (int number = 1; number <= 3; ++number)
        ready(number, now + 60 * Second);
    QCOMPARE(forecast().usable, 3);
    QCOMPARE(forecast().cooling, 1);
    QCOMPARE(forecast().waitMs, 60'000);
}

void TestProxyPool::directOnlyWhenAllowed()
{
    PoolRules rules;
    rules.allowDirect = true;
    Rig rig(u"10.0.0.1:80"_s, rules);
    QCOMPARE(rig.start(), 1);
    rig.broken(1);
    QCOMPARE(rig.start(), -2);
}

void TestProxyPool::bypass()
{
    PoolRules rules;
    Rig strict(u"10.0.0.1:80"_s, rules);
    QCOMPARE(strict.start(QUrl(u"http://127.0.0.1:8000/"_s)), 1);
    rules.bypass = net::NoProxyList(u"other.example"_s);
    Rig rig(u"10.0.0.1:80"_s, rules);
    QCOMPARE(rig.start(Other), -2);
    QCOMPARE(rig.start(Site), 1);
    const auto secret = rig.pool.chooseForSecret(
        Other, [](const net::ProxyKey &) { return Moment(); }, rig.clock.now());
    QVERIFY(std::holds_alternative<net::ProxySelector::Use>(secret)); // the user named the host
}

void TestProxyPool::secretsOnlyThroughOwn()
{
    QList<Proxy> list = Rig::proxiesOf(u"10.0.0.1:80\n10.0.0.2:80"_s);
    FakeClock clock;
    PoolRules rules;
    rules.allowDirect = true;
    const auto always = [](const net::ProxyKey &) { return Moment(); };
    ProxyPool foreign(clock, list, rules);
    const auto refused = foreign.chooseForSecret(Site, always, clock.now());
    QCOMPARE(std::get<net::ProxySelector::None>(refused).error.reason, Reason::NoProxy);
    list[1].mine = true;
    ProxyPool own(clock, list, rules);
    for (int i = 0; i < 3; ++i) {
        const auto choice = own.chooseForSecret(Site, always, clock.now());
        QCOMPARE(std::get<net::ProxySelector::Use>(choice).key, Rig::key(2));
    }
}

void TestProxyPool::replaceKeepsWhatIsKnown()
{
    Rig rig;
    rig.start();
    rig.broken(1);
    rig.pool.replace(Rig::proxiesOf(u"10.0.0.4:80\n10.0.0.1:80"_s));
    QCOMPARE(rig.pool.members().size(), size_t(2));
    QCOMPARE(rig.pool.members()[1].state(rig.clock.nowNs()), MemberState::Cooling);
    QCOMPARE(rig.start(), 4);
}

void TestProxyPool::switchedOff()
{
    Rig rig;
    rig.pool.setEnabled(u"http://10.0.0.2:80"_s, false);
    QCOMPARE(rig.state(2), MemberState::Off);
    for (int i = 0; i < 6; ++i)
        QVERIFY(rig.start() != 2);
}

void TestProxyPool::unsupportedIsNeverUsed()
{
    Rig rig(u"socks4://10.0.0.1:80\nhttps://10.0.0.2:80"_s);
    QCOMPARE(rig.start(), -1);
    QCOMPARE(std::get<net::ProxySelector::None>(rig.ask()).error.detail, u"2 proxies: 2 × not supported"_s);
}

void TestProxyPool::releasedProbe()
{
    Rig rig(u"10.0.0.1:80"_s);
    rig.start();
    rig.broken(1);
    rig.clock.advance(5 * Second);
    QCOMPARE(rig.start(), 1);
    QCOMPARE(rig.start(), 0);
    rig.pool.released(Rig::key(1));
    QCOMPARE(rig.start(), 1);
}

QTEST_GUILESS_MAIN(TestProxyPool)
#include "tst_proxypool.moc"

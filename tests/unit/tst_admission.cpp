// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/queue/admission.h"

#include <QTest>

using namespace Qt::StringLiterals;

using namespace linnet;
using namespace linnet::net;
using namespace std::chrono_literals;

class TestAdmission : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void paces();
    void inFlightCaps();
    void nothingIsChargedWhileWaiting();
    void selectorSeesEachProxysReadiness();
    void scaledRate();
    void noProxy();
    void rest();
    void heldByTheLimiter();
    void paceIsClamped();
};

namespace {

const HostKey H = HostKey::restored(u"h"_s);
const ProxyKey P = ProxyKey::restored(u"p"_s);
constexpr qint64 Ms = 1'000'000;
constexpr qint64 Begin = 1000 * Ms;

/// Takes the proxy that may start first, and says when when none may.
class EarliestSelector : public ProxySelector
{
public:
    explicit EarliestSelector(const QStringList &list = {u"p"_s})
    {
        for (const QString &key : list)
            keys.append(ProxyKey::restored(key));
    }

    Choice choose(const QUrl &, const Readiness &readiness, Moment now) override
    {
        if (keys.isEmpty())
            return None{{Reason::NoProxy, 0, {}}};
        Moment earliest = Moment::max();
        for (const ProxyKey &key : std::as_const(keys)) {
            const Moment ready = readiness(key);
            if (ready <= now)
                return Use{{}, key};
            earliest = std::min(earliest, ready);
        }
        return Wait{earliest};
    }
    void committed(const QUrl &, const ProxyKey &key) override { used.append(key.toString()); }

    QList<ProxyKey> keys;
    QStringList used;
};

/// Admission over ids whose host is what they were pushed for.
struct Rig
{
    explicit Rig(EarliestSelector &selector)
        : admission(selector, [this](Admission::Id) -> const QUrl & { return url; })
    {
    }
    /// Starts all that may start now; how many.
    int startAll(qint64 now)
    {
        int started = 0;
        for (;;) {
            const Admission::Decision decision = admission.next(now);
            const auto *start = std::get_if<Admission::Start>(&decision);
            if (!start)
                return started;
            admission.sent(H, start->use.key, now);
            ++started;
        }
    }
    /// What the one that starts was held for; -1 when none starts.
    qint64 heldOfNext(qint64 now)
    {
        const Admission::Decision decision = admission.next(now);
        const auto *start = std::get_if<Admission::Start>(&decision);
        if (!start)
            return -1;
        admission.sent(H, start->use.key, now);
        return start->heldNs;
    }
    void push(int count, const QString &host = u"h"_s)
    {
        for (int i = 0; i < count; ++i)
            admission.queues().push(HostKey::restored(host), ++last, 0, 0);
    }

    QUrl url{u"http://h/"_s};
    Admission admission;
    Admission::Id last = 0;
};

} // namespace

void TestAdmission::paces()
{
    EarliestSelector selector;
    Rig rig(selector);
    rig.admission.setPace({100ms, 64, 256});
    rig.push(5);
    QCOMPARE(rig.startAll(Begin), 1);
    const auto due = rig.admission.nextDue();
    QVERIFY(due && *due >= Begin + 99 * Ms && *due <= Begin + 100 * Ms);
    QCOMPARE(rig.startAll(*due - Ms), 0);
    QCOMPARE(rig.startAll(*due), 1);
}

void TestAdmission::inFlightCaps()
{
    EarliestSelector selector;
    Rig rig(selector);
    rig.admission.setPace({0ns, 3, 5});
    rig.push(10);
    QCOMPARE(rig.startAll(Begin), 3);
    rig.push(10, u"other"_s);
    QCOMPARE(rig.startAll(Begin), 2);
    QCOMPARE(rig.admission.inFlight(), 5);
    rig.admission.release(H, P, true);
    QCOMPARE(rig.startAll(Begin), 1);
    QVERIFY(!rig.admission.nextDue());
}

void TestAdmission::nothingIsChargedWhileWaiting()
{
    EarliestSelector selector;
    Rig rig(selector);
    rig.admission.setPace({100ms, 64, 256});
    rig.push(2);
    QCOMPARE(rig.startAll(Begin), 1);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(rig.startAll(Begin + i * Ms), 0);
    QCOMPARE(selector.used.size(), 1);
    QCOMPARE(rig.startAll(Begin + 100 * Ms), 1);
}

void TestAdmission::selectorSeesEachProxysReadiness()
{
    EarliestSelector selector({u"p"_s, u"q"_s});
    Rig rig(selector);
    rig.admission.setPace({.delay = 100ms, .perHost = 64, .total = 256, .scaledByProxy = true});
    rig.push(4);
    QCOMPARE(rig.startAll(Begin), 2);
    QCOMPARE(selector.used, (QStringList{u"p"_s, u"q"_s}));
    QCOMPARE(rig.startAll(Begin + 100 * Ms), 2);
}

void TestAdmission::scaledRate()
{
    EarliestSelector selector({u"p"_s, u"q"_s, u"r"_s});
    for (const bool scaled : {false, true}) {
        Rig rig(selector);
        rig.admission.setPace({.delay = 100ms, .perHost = 64, .total = 256, .scaledByProxy = scaled});
        rig.push(200);
        int started = 0;
        for (int ms = 0; ms <= 1000; ++ms) {
            started += rig.startAll(Begin + ms * Ms);
            while (rig.admission.inFlight() > 0)
                rig.admission.release(H, P, true);
        }
        QCOMPARE(started, scaled ? 33 : 11);
    }
}

void TestAdmission::noProxy()
{
    EarliestSelector selector{QStringList()};
    Rig rig(selector);
    rig.push(2);
    for (int i = 0; i < 2; ++i) {
        const Admission::Decision decision = rig.admission.next(Begin);
        QCOMPARE(std::get<Admission::Refusal>(decision).error.reason, Reason::NoProxy);
    }
    QVERIFY(std::holds_alternative<std::monostate>(rig.admission.next(Begin)));
    QCOMPARE(rig.admission.inFlight(), 0);
}

void TestAdmission::rest()
{
    EarliestSelector selector;
    Rig rig(selector);
    rig.admission.setPace({0ns, 6, 64});
    rig.push(1);
    rig.admission.rest(H, Begin + 500 * Ms);
    rig.admission.rest(H, Begin + 100 * Ms);
    QCOMPARE(rig.startAll(Begin + 499 * Ms), 0);
    QCOMPARE(rig.admission.states(Begin).first().pausedUntil, momentAt(Begin + 500 * Ms));
    QCOMPARE(rig.startAll(Begin + 500 * Ms), 1);
    QCOMPARE(rig.admission.states(Begin + 500 * Ms).first().pausedUntil, Moment());
}

/// The limiter's part of a wait is that of the first in line; turns and caps are no part of it.
void TestAdmission::heldByTheLimiter()
{
    EarliestSelector selector;
    Rig rig(selector);
    rig.admission.setPace({100ms, 2, 256});
    rig.push(4);
    QCOMPARE(rig.heldOfNext(Begin), 0);
    QCOMPARE(rig.heldOfNext(Begin), -1);
    QCOMPARE(rig.heldOfNext(Begin + 40 * Ms), -1);
    QCOMPARE(rig.heldOfNext(Begin + 100 * Ms), 100 * Ms);
    // Two are in flight, the third waits for one of them: the pace is over long before.
    QCOMPARE(rig.heldOfNext(Begin + 110 * Ms), -1);
    rig.admission.release(H, P, true);
    QCOMPARE(rig.heldOfNext(Begin + 300 * Ms), 0);
    // The server asks for rest, and everything in flight keeps the one that waits a little longer still.
    rig.admission.release(H, P, true);
    QCOMPARE(rig.heldOfNext(Begin + 310 * Ms), -1);
    rig.admission.rest(H, Begin + 600 * Ms);
    QCOMPARE(rig.heldOfNext(Begin + 405 * Ms), -1);
    QCOMPARE(rig.heldOfNext(Begin + 900 * Ms), 285 * Ms);
}

void TestAdmission::paceIsClamped()
{
    EarliestSelector selector;
    Rig rig(selector);
    rig.admission.setPace({-5ms, 0, 100'000, 0});
    QCOMPARE(rig.admission.pace(), (Pace{0ns, 1, 256, 1}));
}

QTEST_GUILESS_MAIN(TestAdmission)
#include "tst_admission.moc"

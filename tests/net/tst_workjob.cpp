// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/workjob.h"
#include "support/enginerig.h"
#include "support/fakeclock.h"
#include "support/tempproject.h"
#include "table/checkschema.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Hosts = 5;
constexpr int PerHost = 40; ///< items
constexpr int Room = 12;    ///< items of a host that may be under way

/// How an item is refused.
enum class Refusal
{
    NotYet,
    PutBack,
    PutBackAndPump,
    PostPump,
};

/// A job that begins nothing until it is opened, or ends everything at once.
class GatedJob final : public jobs::WorkJob
{
public:
    GatedJob(jobs::JobContext context, Refusal refusal)
        : WorkJob(context, {}, table::checkSchema(), nullptr)
        , m_refusal(refusal)
    {
    }

    void open()
    {
        m_isOpen = true;
        pump();
    }
    void tell() { pump(); }
    void endAtOnce() { m_endsAtOnce = true; }
    int tries() const { return m_tries; }
    int triesOf(const QString &key) const { return m_triesOf.value(key); }

protected:
    std::vector<store::WorkAdd> firstWork() override
    {
        std::vector<store::WorkAdd> work;
        for (int i = 0; i < Hosts * PerHost; ++i)
            work.push_back({u"item %1"_s.arg(i), u"thing"_s, u"host %1"_s.arg(i % Hosts), {}, 0});
        return work;
    }
    QStringList kindsAt(const QString &) override { return {u"thing"_s}; }
    bool knows(const QString &kind) const override { return kind == u"thing"; }
    Begun beginItem(const store::WorkItem &item) override
    {
        ++m_tries;
        ++m_triesOf[item.key];
        if (m_endsAtOnce) {
            end(item);
            return Begun::Ended;
        }
        if (m_isOpen) {
            QTimer::singleShot(0, this, [this, item] { over(item, [&] { end(item); }); });
            return Begun::Yes;
        }
        return refuse(item);
    }
    void cancelUnderWay() override {}
    int room() const override { return 1000; }
    int roomPerHost() const override { return Room; }

private:
    Begun refuse(const store::WorkItem &item)
    {
        switch (m_refusal) {
        case Refusal::NotYet:
            return Begun::NotYet;
        case Refusal::PutBack:
            break;
        case Refusal::PutBackAndPump:
            pump();
            break;
        case Refusal::PostPump:
            QMetaObject::invokeMethod(
                this, [this] { pump(); }, Qt::QueuedConnection);
            break;
        }
        putBack(item);
        return Begun::Ended; // a lie, which must do no harm
    }
    void end(const store::WorkItem &item)
    {
        store::Unit done = unit();
        done.ended.push_back({item.id, store::WorkState::Done, 1, {}});
        post(std::move(done));
    }

    Refusal m_refusal;
    bool m_isOpen = false;
    bool m_endsAtOnce = false;
    int m_tries = 0;
    QHash<QString, int> m_triesOf;
};

/// A job in a project of its own, and a timer beside it.
struct Rig
{
    explicit Rig(Refusal refusal = Refusal::NotYet)
        : run(temp.writer().postRun(u"checks"_s, {}))
        , job({engine.engine, temp.project(), clock, run}, refusal)
        , ended(&job, &jobs::Job::ended)
    {
        QObject::connect(&timer, &QTimer::timeout, &timer, [this] { ++ticks; });
        timer.start(1);
    }
    bool tickOn(int more)
    {
        const int until = ticks + more;
        return QTest::qWaitFor([&] { return ticks >= until; }, 30'000);
    }

    FakeClock clock; ///< stands still
    TempProject temp;
    EngineRig engine;
    store::RunId run;
    GatedJob job;
    QSignalSpy ended;
    QTimer timer;
    int ticks = 0;
};

} // namespace

Q_DECLARE_METATYPE(Refusal)

/// What WorkJob promises to every kind of job, whatever that does.
class TestWorkJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusedItemsLeaveTheLoopIdle_data();
    void refusedItemsLeaveTheLoopIdle();
    void whatEndsAtOnceLeavesRoomForTimers();
    void refusedItemsStayForLater();
};

void TestWorkJob::refusedItemsLeaveTheLoopIdle_data()
{
    QTest::addColumn<Refusal>("refusal");
    QTest::newRow("not yet") << Refusal::NotYet;
    QTest::newRow("put back") << Refusal::PutBack;
    QTest::newRow("put back and pumped at once") << Refusal::PutBackAndPump;
    QTest::newRow("pumped by a posted call") << Refusal::PostPump;
}

/// A job that refuses everything gets each item once, and nothing again while the clock stands still.
void TestWorkJob::refusedItemsLeaveTheLoopIdle()
{
    QFETCH(const Refusal, refusal);
    Rig rig(refusal);
    rig.job.start();
    QVERIFY(QTest::qWaitFor([&] { return rig.job.tries() > 0; }, 30'000));
    QVERIFY(rig.tickOn(300)); // timers are served
    QVERIFY2(rig.job.tries() <= Hosts * Room, qPrintable(QString::number(rig.job.tries())));
    for (int i = 0; i < Hosts * PerHost; ++i)
        QVERIFY(rig.job.triesOf(u"item %1"_s.arg(i)) <= 1);
    QVERIFY(rig.ended.isEmpty());

    // Later, and when something has happened, they are tried again.
    const int before = rig.job.tries();
    rig.clock.advance(jobs::RefusedItems::WaitNs);
    rig.job.tell();
    QVERIFY(rig.job.tries() > before);
    QVERIFY(rig.job.tries() <= 2 * Hosts * Room);

    rig.clock.advance(jobs::RefusedItems::WaitNs);
    rig.job.open();
    QVERIFY(QTest::qWaitFor(
        [&] {
            rig.clock.advance(1'000'000);
            return !rig.ended.isEmpty();
        },
        60'000));
    const auto last = rig.ended.first().first().value<jobs::Progress>();
    QCOMPARE(last.state, store::RunState::Finished);
    QCOMPARE(last.unitsDone, Hosts * PerHost);
}

void TestWorkJob::whatEndsAtOnceLeavesRoomForTimers()
{
    Rig rig;
    rig.job.endAtOnce();
    rig.job.start();
    QVERIFY(QTest::qWaitFor([&] { return !rig.ended.isEmpty(); }, 60'000));
    QCOMPARE(rig.job.tries(), Hosts * PerHost);
    QVERIFY(rig.ticks > 0);
}

void TestWorkJob::refusedItemsStayForLater()
{
    Rig rig;
    rig.job.start();
    QVERIFY(QTest::qWaitFor([&] { return rig.job.tries() > 0; }, 30'000));
    rig.job.finish();
    QVERIFY(QTest::qWaitFor([&] { return !rig.ended.isEmpty(); }, 30'000));
    QCOMPARE(rig.ended.first().first().value<jobs::Progress>().state, store::RunState::Stopped);
    const auto work = rig.temp.reader()->workCounts(rig.run);
    QVERIFY(work);
    QCOMPARE(work->pending, Hosts * PerHost);
}

QTEST_GUILESS_MAIN(TestWorkJob)
#include "tst_workjob.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/comparison.h"
#include "table/requestschema.h"

#include <QJsonObject>
#include <QTest>

using namespace linnet;
using namespace linnet::checks;
using namespace Qt::Literals::StringLiterals;

class TestComparison : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mediansWithoutTheDisturbed();
    void whatTheLimiterTook();
    void unknown();
    void survivesStorage();
    void phasesOfASpec();

private:
    static PhaseTime time(Phase::Order order, int round, double seconds, double longest,
                          bool disturbed = false)
    {
        PhaseTime time;
        time.phase = {order, round};
        time.seconds = seconds;
        time.longest = longest;
        time.disturbed = disturbed;
        return time;
    }
    static std::vector<PhaseTime> times()
    {
        using Order = Phase::Order;
        return {time(Order::OneByOne, 1, 2.8, 0.8), time(Order::Concurrent, 1, 0.9, 0.8),
                time(Order::OneByOne, 2, 3.2, 0.8), time(Order::Concurrent, 2, 60, 0.8, true),
                time(Order::OneByOne, 3, 3.0, 0.8), time(Order::Concurrent, 3, 1.1, 1.0)};
    }
};

void TestComparison::mediansWithoutTheDisturbed()
{
    const Comparison result(times());
    QCOMPARE(result.sequentialSeconds(), 3.0);
    QCOMPARE(result.concurrentSeconds(), 1.0);
    QVERIFY(qAbs(result.savingPercent() - 100 * (1 - 1.0 / 3.0)) < 1e-9);
    QVERIFY(result.limitedSeconds() < 0);
    QCOMPARE(result.repetitions(), 2);
}

/// How long it held the host that answered last; requests of other hosts went on meanwhile.
void TestComparison::whatTheLimiterTook()
{
    using Column = table::RequestColumn;
    const auto request = [](const QString &host, qint64 startedMs, double seconds, table::Value limited) {
        table::Cells row(size_t(Column::Count));
        row[size_t(Column::Host)] = host;
        row[size_t(Column::StartedMs)] = startedMs;
        row[size_t(Column::Seconds)] = seconds;
        row[size_t(Column::Limited)] = std::move(limited);
        return row;
    };
    std::vector<table::Cells> rows{request(u"a"_s, 1000, 0.5, 0.0), request(u"b"_s, 1000, 0.9, 0.0),
                                   request(u"a"_s, 1200, 0.5, 0.2), request(u"b"_s, 1100, 0.1, 0.1),
                                   request(u"a"_s, 1400, 0.6, 0.2)};
    QVERIFY(qAbs(Comparison::limitedSeconds(rows) - 0.4) < 1e-9);
    rows.push_back(request(u"a"_s, 500, 0.1, {}));
    QCOMPARE(Comparison::limitedSeconds(rows), -1.0);
    QCOMPARE(Comparison::limitedSeconds({}), -1.0);
    std::vector<PhaseTime> parts = times();
    parts[1].limited = 0.1;
    parts[3].limited = 9;
    parts[5].limited = 0.3;
    QVERIFY(qAbs(Comparison(parts).limitedSeconds() - 0.2) < 1e-9);
}

void TestComparison::unknown()
{
    QVERIFY(!Comparison({}).isKnown());
    QVERIFY(!Comparison({times()[0]}).isKnown());
    QCOMPARE(Comparison({}).savingPercent(), 0.0);
}

void TestComparison::survivesStorage()
{
    const Comparison before(times());
    const Comparison after = Comparison::ofCounts({{u"phases"_s, before.toJson()}});
    QCOMPARE(after.times().size(), before.times().size());
    QCOMPARE(after.savingPercent(), before.savingPercent());
    QCOMPARE(after.times()[1].phase, before.times()[1].phase);
}

void TestComparison::phasesOfASpec()
{
    CheckSpec spec;
    QCOMPARE(spec.phases().size(), size_t(1));
    QCOMPARE(spec.phases()[0].kind(), u"check"_s);
    spec.comparisons = 2;
    QCOMPARE(spec.phases().size(), size_t(4));
    const auto work =
        firstWork(spec, {{QUrl(u"http://a.example/"_s), 7}},
                  {{u"junk"_s, 1, {Reason::BadUrl, 0, {}}}, {u"junk"_s, 2, {Reason::BadUrl, 0, {}}}});
    QSet<QString> keys;
    for (const store::WorkAdd &add : work)
        keys.insert(add.key);
    QCOMPARE(keys.size(), 6);
    QCOMPARE(addressOf(work.back().key), u"http://a.example/"_s);
    QCOMPARE(work.back().depth, 7);
    QCOMPARE(refusal(work.front().ref).reason, Reason::BadUrl);
    spec.watchMinutes = 5;
    QVERIFY(!spec.validate());
}

QTEST_GUILESS_MAIN(TestComparison)
#include "tst_comparison.moc"

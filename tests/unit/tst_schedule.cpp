// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/schedule.h"

#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using session::Schedule;

namespace {

Schedule of(const QString &text, const QDateTime &since)
{
    auto schedule = Schedule::fromText(text);
    if (!schedule)
        qFatal("no schedule: %s", qPrintable(text));
    schedule->since = since;
    return *schedule;
}

QDateTime at(const QTimeZone &zone, int year, int month, int day, int hour, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), zone);
}

/// A computer on which Linnet looks at the clock every ten minutes, but for the times in which it is off.
class Year
{
public:
    Year(Schedule schedule, QTimeZone zone)
        : m_schedule(std::move(schedule))
        , m_zone(std::move(zone))
    {
    }

    void pass(const QDateTime &from, const QDateTime &to, qint64 stepSeconds = 600)
    {
        for (qint64 now = from.toSecsSinceEpoch(); now < to.toSecsSinceEpoch(); now += stepSeconds) {
            const QDateTime moment = QDateTime::fromSecsSinceEpoch(now, m_zone);
            const Schedule::Due due =
                m_schedule.due(runs.isEmpty() ? QDateTime() : runs.last(), moment, m_zone);
            if (!due.isDue)
                continue;
            runs.append(moment);
            missed += due.missed;
        }
    }

    QList<QDateTime> runs;
    int missed = 0;

private:
    Schedule m_schedule;
    QTimeZone m_zone;
};

} // namespace

/// When a saved search runs again by itself.
class TestSchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void texts();
    void unusable_data();
    void unusable();
    void everyDayOfAYear();
    void timeThatADayLacks();
    void timeThatADayHasTwice();
    void everyFiveHours();
    void everySevenDays();
    void sleptThroughAWeek();
    void runByHandMovesNothing();
    void clockSetBack();
    void sinceLongAgoOrNever();
};

void TestSchedule::texts()
{
    for (const QString &text : {u"6h"_s, u"1d 09:00"_s, u"7d 18:30"_s, u"168h"_s, u"90d 00:00"_s}) {
        const auto schedule = Schedule::fromText(text);
        QVERIFY2(schedule, qPrintable(text));
        QCOMPARE(schedule->toText(), text);
        auto whole = *schedule;
        whole.since = QDateTime(QDate(2026, 11, 29), QTime(7, 0), QTimeZone::utc());
        const auto read = Schedule::fromJson(whole.toJson());
        QVERIFY(read);
        QCOMPARE(*read, whole);
    }
    QCOMPARE(Schedule::fromText(u"1d"_s)->toText(), u"1d 09:00"_s);
}

void TestSchedule::unusable_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"", "daily", "0h", "169h", "91d 09:00", "1d 24:00", "1d 9", "-1h", "1d 09:00 x", "1.5h"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestSchedule::unusable()
{
    QFETCH(QString, text);
    const auto schedule = Schedule::fromText(text);
    QVERIFY(!schedule);
    QCOMPARE(schedule.error().reason, Reason::BadValue);
}

/// Berlin puts its clocks forward on 29 March 2026 and back on 25 October: each day has its run, at nine.
void TestSchedule::everyDayOfAYear()
{
    const QTimeZone berlin("Europe/Berlin");
    Year year(of(u"1d 09:00"_s, at(berlin, 2026, 1, 1, 8)), berlin);
    year.pass(at(berlin, 2026, 1, 1, 8), at(berlin, 2027, 1, 1, 8));
    QCOMPARE(year.runs.size(), 365);
    QCOMPARE(year.missed, 0);
    for (qsizetype i = 0; i < year.runs.size(); ++i) {
        QCOMPARE(year.runs[i].date(), QDate(2026, 1, 1).addDays(i));
        QCOMPARE(year.runs[i].time(), QTime(9, 0));
    }
}

void TestSchedule::timeThatADayLacks()
{
    const QTimeZone berlin("Europe/Berlin"); // from 2:00 straight to 3:00
    Year days(of(u"1d 02:30"_s, at(berlin, 2026, 3, 27, 12)), berlin);
    days.pass(at(berlin, 2026, 3, 27, 12), at(berlin, 2026, 3, 31, 12));
    QCOMPARE(days.runs.size(), 4);
    QCOMPARE(days.runs[0], at(berlin, 2026, 3, 28, 2, 30));
    QCOMPARE(days.runs[1], at(berlin, 2026, 3, 29, 3, 0));
    QCOMPARE(days.runs[2], at(berlin, 2026, 3, 30, 2, 30));
}

void TestSchedule::timeThatADayHasTwice()
{
    const QTimeZone berlin("Europe/Berlin");
    Year days(of(u"1d 02:30"_s, at(berlin, 2026, 10, 24, 12)), berlin);
    days.pass(at(berlin, 2026, 10, 24, 12), at(berlin, 2026, 10, 27, 12));
    QCOMPARE(days.runs.size(), 3);
    QCOMPARE(days.runs[0].toUTC(), QDateTime(QDate(2026, 10, 25), QTime(0, 30), QTimeZone::utc()));
    QCOMPARE(days.runs[1], at(berlin, 2026, 10, 26, 2, 30));
}

/// Hours that pass, whatever clocks show.
void TestSchedule::everyFiveHours()
{
    const QTimeZone berlin("Europe/Berlin");
    const QDateTime begun = at(berlin, 2026, 1, 1, 0);
    Year year(of(u"5h"_s, begun), berlin);
    year.pass(begun, at(berlin, 2027, 1, 1, 0));
    QCOMPARE(year.runs.size(), (365 * 24 - 1) / 5);
    for (qsizetype i = 0; i < year.runs.size(); ++i)
        QCOMPARE(begun.secsTo(year.runs[i]), (i + 1) * 5 * 3600);
}

void TestSchedule::everySevenDays()
{
    const QTimeZone moscow("Europe/Moscow");
    Year year(of(u"7d 18:30"_s, at(moscow, 2026, 1, 5, 20)), moscow); // too late for that day
    year.pass(at(moscow, 2026, 1, 5, 20), at(moscow, 2027, 1, 5, 20));
    QCOMPARE(year.runs.size(), 53);
    for (qsizetype i = 0; i < year.runs.size(); ++i)
        QCOMPARE(year.runs[i], at(moscow, 2026, 1, 6, 18, 30).addDays(7 * i));
}

void TestSchedule::sleptThroughAWeek()
{
    const QTimeZone moscow("Europe/Moscow");
    Year days(of(u"1d 09:00"_s, at(moscow, 2026, 5, 1, 8)), moscow);
    days.pass(at(moscow, 2026, 5, 1, 8), at(moscow, 2026, 5, 3, 8)); // two runs
    days.pass(at(moscow, 2026, 5, 10, 12), at(moscow, 2026, 5, 12, 8));
    QCOMPARE(days.runs.size(), 4);
    QCOMPARE(days.runs[2], at(moscow, 2026, 5, 10, 12)); // once for the eight of 3 to 10 May
    QCOMPARE(days.missed, 7);
    QCOMPARE(days.runs[3], at(moscow, 2026, 5, 11, 9));
}

void TestSchedule::runByHandMovesNothing()
{
    const QTimeZone zone = QTimeZone::utc();
    const Schedule daily = of(u"1d 09:00"_s, at(zone, 2026, 5, 1, 8));
    QVERIFY(daily.due(at(zone, 2026, 5, 2, 8, 50), at(zone, 2026, 5, 2, 9, 0), zone).isDue);
    QVERIFY(!daily.due(at(zone, 2026, 5, 2, 9, 10), at(zone, 2026, 5, 2, 23, 0), zone).isDue);
}

void TestSchedule::clockSetBack()
{
    const QTimeZone zone = QTimeZone::utc();
    const Schedule hourly = of(u"1h"_s, at(zone, 2026, 5, 1, 8));
    const QDateTime last = at(zone, 2026, 5, 3, 8); // before the clock was set back by two days
    QVERIFY(hourly.due(last, at(zone, 2026, 5, 1, 9, 30), zone).isDue);
    QVERIFY(!hourly.due(at(zone, 2026, 5, 1, 9, 30), at(zone, 2026, 5, 1, 9, 31), zone).isDue);
    QVERIFY(hourly.due(at(zone, 2026, 5, 1, 9, 30), at(zone, 2026, 5, 1, 10, 0), zone).isDue);
    QVERIFY(!hourly.due(last, at(zone, 2026, 4, 1, 9, 30), zone).isDue);
}

/// A project may come from anyone: what it says must not keep the window busy.
void TestSchedule::sinceLongAgoOrNever()
{
    const QTimeZone zone = QTimeZone::utc();
    const QDateTime now = at(zone, 2026, 5, 1, 8);
    QVERIFY(!Schedule().due({}, now, zone).isDue);
    QVERIFY(!Schedule::fromJson({{u"every"_s, u"1d 09:00"_s}}));
    QVERIFY(!Schedule::fromJson({{u"every"_s, u"1h"_s}, {u"since"_s, u"yesterday"_s}}));
    const auto due = of(u"1h"_s, at(zone, 1, 1, 1, 8)).due({}, now, zone);
    QVERIFY(due.isDue);
    QCOMPARE(due.missed, 1000);
}

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/rules/retryafter.h"

#include <QTest>
#include <QTimeZone>

using namespace linnet::net;

class TestRetryAfter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void values_data();
    void values();
    void dates_data();
    void dates();
};

namespace {

const QDateTime Now(QDate(2026, 11, 21), QTime(12, 0), QTimeZone::utc());

} // namespace

void TestRetryAfter::values_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("date");
    QTest::addColumn<int>("seconds"); // -1 = nothing
    const QByteArray noDate;
    QTest::newRow("seconds") << QByteArray("120") << noDate << 120;
    QTest::newRow("zero") << QByteArray("0") << noDate << 0;
    QTest::newRow("spaces") << QByteArray(" 7 ") << noDate << 7;
    QTest::newRow("leading zeros") << QByteArray("007") << noDate << 7;
    QTest::newRow("enormous") << QByteArray("99999999999999999999") << noDate << 2147483647;
    QTest::newRow("negative") << QByteArray("-5") << noDate << -1;
    QTest::newRow("fraction") << QByteArray("1.5") << noDate << 2;
    QTest::newRow("plus") << QByteArray("+5") << noDate << -1;
    QTest::newRow("words") << QByteArray("soon") << noDate << -1;
    QTest::newRow("empty") << QByteArray("") << noDate << -1;
    QTest::newRow("date") << QByteArray("Sat, 21 Nov 2026 12:00:30 GMT") << noDate << 30;
    QTest::newRow("date past") << QByteArray("Sat, 21 Nov 2026 11:00:00 GMT") << noDate << 0;
    QTest::newRow("server's clock is an hour ahead")
        << QByteArray("Sat, 21 Nov 2026 13:00:30 GMT") << QByteArray("Sat, 21 Nov 2026 13:00:00 GMT") << 30;
    QTest::newRow("server's clock is a year behind")
        << QByteArray("Fri, 21 Nov 2025 12:00:10 GMT") << QByteArray("Fri, 21 Nov 2025 12:00:00 GMT") << 10;
    QTest::newRow("bad date field") << QByteArray("Sat, 21 Nov 2026 12:00:30 GMT") << QByteArray("yesterday")
                                    << 30;
    QTest::newRow("date without GMT") << QByteArray("Sat, 21 Nov 2026 12:00:30") << noDate << -1;
}

void TestRetryAfter::values()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, date);
    QFETCH(int, seconds);
    const auto wait = parseRetryAfter(value, date, Now);
    QCOMPARE(wait ? int(wait->count()) : -1, seconds);
}

void TestRetryAfter::dates_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QDateTime>("when");
    const QDateTime classic(QDate(1994, 11, 6), QTime(8, 49, 37), QTimeZone::utc());
    QTest::newRow("IMF-fixdate") << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT") << classic;
    QTest::newRow("RFC 850") << QByteArray("Sunday, 06-Nov-94 08:49:37 GMT") << classic;
    QTest::newRow("asctime") << QByteArray("Sun Nov  6 08:49:37 1994") << classic;
    QTest::newRow("RFC 850, this century")
        << QByteArray("Monday, 06-Nov-28 08:49:37 GMT")
        << QDateTime(QDate(2028, 11, 6), QTime(8, 49, 37), QTimeZone::utc());
    QTest::newRow("wrong weekday") << QByteArray("Mon, 06 Nov 1994 08:49:37 GMT") << classic;
    QTest::newRow("none") << QByteArray("2026-11-21T12:00:00Z") << QDateTime();
    QTest::newRow("empty") << QByteArray() << QDateTime();
    QTest::newRow("impossible") << QByteArray("Sun, 31 Feb 2026 08:49:37 GMT") << QDateTime();
}

void TestRetryAfter::dates()
{
    QFETCH(QByteArray, text);
    QTEST(parseHttpDate(text, Now), "when");
}

QTEST_GUILESS_MAIN(TestRetryAfter)
#include "tst_retryafter.moc"

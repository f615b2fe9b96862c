// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/stats/histogram.h"
#include "analysis/stats/spread.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace linnet;
using analysis::Histogram;
using analysis::Spread;

/// Quantiles as R and NumPy give them, and histograms that lose no number.
class TestSpread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantiles_data();
    void quantiles();
    void meanOfMany();
    void histograms_data();
    void histograms();
};

void TestSpread::quantiles_data()
{
    QTest::addColumn<QList<double>>("numbers");
    QTest::addColumn<QList<double>>("expected"); // p10, p25, median, p75, p90, mean
    // quantile(x, type = 7) of R 4.
    QTest::newRow("one") << QList<double>{7} << QList<double>{7, 7, 7, 7, 7, 7};
    QTest::newRow("two") << QList<double>{20, 10} << QList<double>{11, 12.5, 15, 17.5, 19, 15};
    QTest::newRow("five") << QList<double>{5, 1, 4, 2, 3} << QList<double>{1.4, 2, 3, 4, 4.6, 3};
    QTest::newRow("negative") << QList<double>{-10, 0, 10, 40} << QList<double>{-7, -2.5, 5, 17.5, 31, 10};
    QTest::newRow("equal") << QList<double>{3, 3, 3} << QList<double>{3, 3, 3, 3, 3, 3};
}

void TestSpread::quantiles()
{
    QFETCH(const QList<double>, numbers);
    QFETCH(const QList<double>, expected);
    const auto spread = Spread::of({numbers.begin(), numbers.end()});
    QVERIFY(spread);
    const QList<double> found{spread->p10, spread->p25, spread->median,
                              spread->p75, spread->p90, spread->mean};
    for (qsizetype i = 0; i < found.size(); ++i)
        QVERIFY2(std::abs(found[i] - expected[i]) < 1e-12, qPrintable(QString::number(found[i], 'g', 17)));
    QVERIFY(!Spread::of({}));
}

void TestSpread::meanOfMany()
{
    const std::vector<double> numbers(1'000'000, 0.1);
    QCOMPARE(Spread::of(numbers)->mean, 0.1);
}

void TestSpread::histograms_data()
{
    QTest::addColumn<QList<double>>("numbers");
    QTest::addColumn<double>("width");
    QRandomGenerator random(7);
    QList<double> pay;
    for (int i = 0; i < 5000; ++i)
        pay.append(40000 + random.bounded(200000));
    QTest::newRow("pay") << pay << 10000.0;
    QTest::newRow("pay and a milliard") << pay + QList<double>{1e9, 1e9, -5} << 20000.0;
    QTest::newRow("one number") << QList<double>{120000} << 20000.0;
    QTest::newRow("zeros") << QList<double>{0, 0, 0} << 0.1;
    QTest::newRow("seconds") << QList<double>{0.1, 0.2, 0.25, 0.3, 0.9} << 0.05;
    QTest::newRow("none") << QList<double>{} << 0.0;
}

void TestSpread::histograms()
{
    QFETCH(const QList<double>, numbers);
    QFETCH(const double, width);
    const Histogram histogram = Histogram::of({numbers.begin(), numbers.end()}, 24);
    QCOMPARE(histogram.width, width);
    QVERIFY(histogram.steps.size() <= 50);
    qint64 all = 0;
    for (size_t i = 0; i < histogram.steps.size(); ++i) {
        const Histogram::Step &step = histogram.steps[i];
        all += step.count;
        QVERIFY(step.from < step.to);
        if (i > 0)
            QCOMPARE(step.from, histogram.steps[i - 1].to);
        const auto inside = std::ranges::count_if(
            numbers, [&](double number) { return number >= step.from && number < step.to; });
        // A number that stands on a border may have been counted by a hair's breadth.
        QVERIFY(std::abs(inside - step.count) <= 1);
    }
    QCOMPARE(all, qint64(numbers.size()));
}

QTEST_APPLESS_MAIN(TestSpread)
#include "tst_spread.moc"

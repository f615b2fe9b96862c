// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartnumbers.h"
#include "draw/chart/charttable.h"
#include "draw/chart/chartwords.h"
#include "draw/chart/hatch.h"
#include "draw/chart/scale.h"
#include "draw/chart/textruler.h"
#include "support/inventedcharts.h"

#include <QDate>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTest>
#include <QTextBoundaryFinder>

#include <cmath>
#include <limits>
#include <set>

using namespace linnet;
using namespace linnet::draw;
using namespace Qt::Literals::StringLiterals;

/// What charts say before anything is painted: scales, numbers, words, the table behind them.
class TestChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scales_data();
    void scales();
    void anyScale();
    void numbers();
    void ticksOfOneScaleAreAlike();
    void values();
    void captions();
    void told();
    void tables();
    void tableOfBins();
    void elision();
    void wrapping();
    void textsFromOutside();
    void hatching();
};

void TestChart::scales_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("zero");
    QTest::addColumn<bool>("whole");
    QTest::addColumn<QList<double>>("ticks");
    QTest::newRow("counts") << 3.0 << 18.0 << true << true << QList<double>{0, 5, 10, 15, 20};
    QTest::newRow("few counts") << 0.0 << 2.0 << true << true << QList<double>{0, 1, 2};
    QTest::newRow("salaries") << 61000.0 << 148000.0 << false << false
                              << QList<double>{60000, 80000, 100000, 120000, 140000, 160000};
    QTest::newRow("below zero") << -31.0 << 62.0 << true << false
                                << QList<double>{-40, -20, 0, 20, 40, 60, 80};
    QTest::newRow("only below zero") << -9.0 << -3.0 << true << true << QList<double>{-10, -8, -6, -4, -2, 0};
    QTest::newRow("nothing") << 0.0 << 0.0 << true << true << QList<double>{0, 1};
    QTest::newRow("one value") << 100.0 << 100.0 << false << false
                               << QList<double>{40, 60, 80, 100, 120, 140, 160};
}

void TestChart::scales()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(bool, zero);
    QFETCH(bool, whole);
    QFETCH(QList<double>, ticks);
    const Scale scale(low, high, {zero, whole, 5});
    const std::vector<double> found = scale.ticks();
    QCOMPARE(QList<double>(found.begin(), found.end()), ticks);
    QCOMPARE(scale.low(), ticks.first());
    QCOMPARE(scale.high(), ticks.last());
}

void TestChart::anyScale()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20'000; ++i) {
        const auto value = [&] {
            return (random.generateDouble() - 0.4) * std::pow(10.0, random.bounded(-200, 300));
        };
        const double one = value();
        const double other = random.bounded(4) == 0 ? one * (1 + 1e-15) : value();
        const int wish = random.bounded(1, 13);
        const Scale scale(one, other, {random.bounded(2) == 0, false, wish});
        QVERIFY(std::isfinite(scale.low()) && std::isfinite(scale.high()) && scale.high() > scale.low());
        const double room = (scale.high() - scale.low()) * 1e-6;
        QVERIFY(scale.low() <= std::min(one, other) + room && scale.high() >= std::max(one, other) - room);
        const std::vector<double> ticks = scale.ticks();
        QVERIFY(ticks.size() >= 2 && ticks.size() <= size_t(wish) + 4);
        QVERIFY(std::ranges::is_sorted(ticks));
        QVERIFY(scale.share(one) >= 0 && scale.share(one) <= 1);
    }
}

void TestChart::numbers()
{
    const ChartNumbers english(QLocale(u"en_US"_s));
    const ChartNumbers russian(QLocale(u"ru_RU"_s));
    QCOMPARE(english.text(1234567.0, ValueForm::Count), u"1,234,567"_s);
    QCOMPARE(russian.text(1234567.0, ValueForm::Count), u"1\u00a0234\u00a0567"_s);
    QCOMPARE(english.text(0.353, ValueForm::Share), u"35.3\u00a0%"_s);
    QCOMPARE(russian.text(0.353, ValueForm::Share), u"35,3\u00a0%"_s);
    QCOMPARE(english.text(0.5, ValueForm::Share), u"50\u00a0%"_s);
    QCOMPARE(english.text(12.345, ValueForm::Amount), u"12.35"_s);
    QCOMPARE(english.text(123456.7, ValueForm::Amount), u"123,457"_s);
    QCOMPARE(english.text(-0.3, ValueForm::Count), u"0"_s);
    QCOMPARE(english.text(-1500.0, ValueForm::Amount), u"-1,500"_s);
    QCOMPARE(english.text({}, ValueForm::Amount), u"—"_s);
    QCOMPARE(english.text(std::nan(""), ValueForm::Amount), u"—"_s);
    QCOMPARE(english.text(std::numeric_limits<double>::infinity(), ValueForm::Count), u"—"_s);
    QVERIFY(english.text(1e300, ValueForm::Amount).size() < 12);
    QCOMPARE(english.brief(1'234'567.0, ValueForm::Amount), u"1.2M"_s);
    QCOMPARE(english.brief(987.0, ValueForm::Amount), u"987"_s);
    QCOMPARE(russian.date(double(QDate(2026, 11, 30).toJulianDay())), u"30 нояб. 2026"_s);
    QCOMPARE(english.date(1e300), u"—"_s);
}

void TestChart::ticksOfOneScaleAreAlike()
{
    const ChartNumbers numbers(QLocale(u"en_US"_s));
    const auto texts = [&](const Scale &scale, ValueForm form) {
        QStringList result;
        for (const double tick : scale.ticks())
            result << numbers.tick(tick, scale, form);
        return result;
    };
    QCOMPARE(texts(Scale(0, 1000, {}), ValueForm::Count),
             QStringList({u"0"_s, u"200"_s, u"400"_s, u"600"_s, u"800"_s, u"1,000"_s}));
    QCOMPARE(texts(Scale(0, 12000, {.ticks = 4}), ValueForm::Amount),
             QStringList({u"0"_s, u"5k"_s, u"10k"_s, u"15k"_s}));
    QCOMPARE(texts(Scale(0, 1.2e6, {.ticks = 4}), ValueForm::Amount),
             QStringList({u"0"_s, u"0.5M"_s, u"1.0M"_s, u"1.5M"_s}));
    QCOMPARE(texts(Scale(0, 0.02, {.ticks = 4}), ValueForm::Share),
             QStringList({u"0\u00a0%"_s, u"0.5\u00a0%"_s, u"1\u00a0%"_s, u"1.5\u00a0%"_s, u"2\u00a0%"_s}));
    QRandomGenerator random(11);
    for (int i = 0; i < 3000; ++i) {
        const double high = std::pow(10.0, random.bounded(-3, 200)) * (0.1 + random.generateDouble());
        const QStringList some = texts(Scale(0, high, {.ticks = 5}), ValueForm::Amount);
        QVERIFY2(std::set<QString>(some.begin(), some.end()).size() == size_t(some.size()),
                 qPrintable(some.join(u' ')));
    }
}

void TestChart::values()
{
    Chart chart;
    QVERIFY(chart.isEmpty());
    chart.groups = {{u"a"_s, {}, 0, {}, false, {std::nan(""), std::numeric_limits<double>::infinity()}}};
    QVERIFY(chart.isEmpty());
    QVERIFY(!chart.value(0, 0) && !chart.value(0, 1) && !chart.value(0, 2));
    chart.groups[0].values[0] = 0;
    QVERIFY(!chart.isEmpty());
    chart.kind = ChartKind::Shares;
    QVERIFY(chart.isEmpty());
    chart.groups[0].values[0] = -4;
    QCOMPARE(chart.value(0, 0), 0.0);
    chart.kind = ChartKind::Bars;
    chart.groups[0].values[0] = std::numeric_limits<double>::max();
    QCOMPARE(chart.value(0, 0), 1e300);
}

void TestChart::captions()
{
    const test::InventedCharts charts(false);
    const QLocale english(u"en_US"_s);
    const Chart ranges = charts.ranges();
    QCOMPARE(ChartWords(ranges, english).caption(),
             u"Salary before tax, ₽ a month. n, ads: 1,204 of 3,410, known for 35.3\u00a0%."_s);
    const Chart many = charts.bars(10'000);
    QVERIFY(ChartWords(many, english).caption().endsWith("The first of 10,000 groups are shown."_L1));
    QCOMPARE(ChartWords(many, english).others(9'980).section(u'(', 0, 0).trimmed().contains(u"9,980"_s),
             true);
    QCOMPARE(ChartWords(Chart(), english).caption(), QString());
    const Chart compared = charts.compared();
    QCOMPARE(ChartWords(compared, english).series(1), u"In the office (n = 792)"_s);
}

void TestChart::told()
{
    const test::InventedCharts charts(false);
    const QLocale english(u"en_US"_s);
    const Chart ranges = charts.ranges();
    const QStringList first = ChartWords(ranges, english).told({0, -1});
    QCOMPARE(first,
             QStringList({u"Northern Bakery"_s, u"p10: 57,000"_s, u"p25: 76,000"_s, u"median: 95,000"_s,
                          u"p75: 128,250"_s, u"p90: 180,500"_s, u"n, ads: 210"_s, u"known: 84"_s}));
    const Chart bars = charts.bars();
    QCOMPARE(ChartWords(bars, english).told({1, -1}),
             QStringList({u"Lake & Sons"_s, u"Number of ads: 211 (6.2\u00a0%)"_s}));
    const Chart compared = charts.compared();
    QCOMPARE(ChartWords(compared, english).told({0, 1}).at(1), u"In the office: 48\u00a0%"_s);
    QCOMPARE(ChartWords(compared, english).told({0, 0}).at(1), u"Remote: 62\u00a0%"_s);
    const Chart shares = charts.shares();
    QCOMPARE(ChartWords(shares, english).told({1, 0}).at(1), u"in the list: 1,705 (50\u00a0%)"_s);
    // A group of which too little is known says so instead of numbers.
    Chart silent = charts.ranges(1);
    silent.groups[0].quantiles = {};
    silent.groups[0].note = u"Only 3 are known."_s;
    const QStringList told = ChartWords(silent, english).told({0, -1});
    QCOMPARE(told.at(1), ChartWords::tooFew());
    QCOMPARE(told.last(), u"Only 3 are known."_s);
}

void TestChart::tables()
{
    const test::InventedCharts charts(false);
    const QLocale english(u"en_US"_s);
    for (const auto &[name, chart] : charts.all()) {
        const ChartTable table = chartTable(chart, english);
        QCOMPARE(table.rows.size(), chart.groups.size());
        std::set<QByteArray> keys;
        for (const ChartTable::Column &column : table.columns) {
            QVERIFY2(!column.title.isEmpty(), qPrintable(name));
            keys.insert(column.key);
        }
        QCOMPARE(keys.size(), table.columns.size());
        for (const auto &row : table.rows)
            QCOMPARE(row.size(), table.columns.size());
    }
    const ChartTable ranges = chartTable(charts.ranges(), english);
    QByteArrayList keys;
    for (const ChartTable::Column &column : ranges.columns)
        keys << column.key;
    QCOMPARE(keys.join(','), QByteArray("group,p10,p25,median,p75,p90,n,known,note"));
    QCOMPARE(ranges.rows[0][3].text, u"95,000"_s);
    QCOMPARE(std::get<double>(ranges.rows[0][3].value), 95'000.0);
    // What is kept back is empty, not nought.
    QCOMPARE(ranges.rows[8][1], ChartTable::Cell());
    const ChartTable compared = chartTable(charts.compared(), english);
    QCOMPARE(compared.columns[1].key, QByteArray("remote"));
    QCOMPARE(compared.columns[2].key, QByteArray("office"));
    Chart odd = charts.compared();
    odd.series[0].key = u"по-русски"_s;
    odd.series[1].key = u"value_1"_s;
    const ChartTable named = chartTable(odd, english);
    QCOMPARE(named.columns[1].key, QByteArray("value_1"));
    QCOMPARE(named.columns[2].key, QByteArray("value_1_2"));
}

void TestChart::tableOfBins()
{
    const test::InventedCharts charts(false);
    const QLocale english(u"en_US"_s);
    const ChartTable bins = chartTable(charts.histogram(3), english);
    QCOMPARE(bins.rows[0][0].text, u"20,000 to 32,500"_s);
    QCOMPARE(std::get<double>(bins.rows[0][2].value), 32'500.0);
    QCOMPARE(bins.rows[2][0].text, u"45,000 and more"_s);
    QCOMPARE(bins.rows[2][2], ChartTable::Cell());
    const ChartTable weeks = chartTable(charts.timeline(2), english);
    QCOMPARE(std::get<QString>(weeks.rows[0][1].value), u"2026-03-02"_s);
    QCOMPARE(std::get<QString>(weeks.rows[0][2].value), u"2026-03-08"_s);
}

void TestChart::elision()
{
    const TextRuler ruler(QGuiApplication::font());
    const QString family = u"👩‍👩‍👧‍👦"_s;
    for (const QString &text :
         {u"Institute of Slow Machines"_s, family.repeated(20), u"é́"_s.repeated(40), QString(300, u'Ш')}) {
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
        for (int width = 0; width < 300; width += 7) {
            const QString cut = ruler.elided(text, width);
            QVERIFY2(ruler.width(cut) <= width || cut.isEmpty(), qPrintable(cut));
            if (cut.isEmpty() || cut == text)
                continue;
            QVERIFY(cut.endsWith(u'…'));
            const QString begin = cut.chopped(1);
            QVERIFY(text.startsWith(begin));
            finder.setPosition(begin.size());
            QVERIFY2(finder.isAtBoundary(), qPrintable(cut));
        }
    }
    QCOMPARE(ruler.elided(u"short"_s, 1000), u"short"_s);
}

void TestChart::wrapping()
{
    const TextRuler ruler(QGuiApplication::font());
    const QString text =
        u"What was counted, how many of how many, and for how many of these it is known. "_s.repeated(5);
    for (int most = 1; most < 5; ++most) {
        const QStringList lines = ruler.wrapped(text, 220, most);
        QCOMPARE(lines.size(), most);
        for (const QString &line : lines)
            QVERIFY(ruler.width(line) <= 220);
        QVERIFY(lines.last().endsWith(u'…'));
    }
    QCOMPARE(ruler.wrapped(u"One line."_s, 500, 3), QStringList(u"One line."_s));
    QVERIFY(ruler.wrapped({}, 500, 3).isEmpty());
}

void TestChart::textsFromOutside()
{
    QCOMPARE(TextRuler::oneLine(u"  a\n\tb\u0007  c "_s), u"a b c"_s);
    QCOMPARE(TextRuler::oneLine(u"a\u202egnirts\u2066b\u200f"_s), u"agnirtsb"_s);
    QVERIFY(TextRuler::oneLine(QString(1'000'000, u'x')).size() <= 2000);
}

void TestChart::hatching()
{
    const QRectF area(13.5, 7, 41, 11);
    QVERIFY(hatch(area, 0, 6).isEmpty());
    std::set<QString> looks;
    for (int series = 1; series < 6; ++series) {
        const QPainterPath path = hatch(area, series, 6);
        QVERIFY(!path.isEmpty());
        QVERIFY(area.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(path.boundingRect()));
        QString look;
        for (int i = 0; i < path.elementCount(); ++i)
            look += u"%1,%2 "_s.arg(path.elementAt(i).x).arg(path.elementAt(i).y);
        looks.insert(look);
    }
    QCOMPARE(looks.size(), 5U);
}

QTEST_MAIN(TestChart)
#include "tst_chart.moc"

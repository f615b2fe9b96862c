// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartpainter.h"
#include "support/inventedcharts.h"

#include <QDate>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QTest>

#include <cmath>
#include <limits>
#include <set>

using namespace linnet;
using namespace linnet::draw;
using namespace Qt::Literals::StringLiterals;

/// Where everything of a chart goes, in any size, of any values; and that what is painted is seen there.
class TestChartLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingOverlaps_data();
    void nothingOverlaps();
    void smallFrames();
    void hostileValues();
    void everyRowIsThere();
    void othersAreCounted();
    void barsBeginAtZero();
    void barsAreInProportion();
    void rangesShowWhatIsKnown();
    void partsFillTheWhole();
    void columnsStandOnTheirPlaces();
    void linesAreBrokenAtGaps();
    void datesBelowTheTime();
    void unitsAreOnTheAxes();
    void hits();
    void nothingToDraw();
    void painted_data();
    void painted();
    void fewAreGrey();
};

namespace {

ChartStyle styleOf(double scale, bool dark = false)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(qRound(13 * scale));
    return {dark ? Palette::darkOne() : Palette::light(), font, QLocale(u"en_US"_s)};
}

QStringList textsOf(const ChartLayout &layout, TextRole role)
{
    QStringList result;
    for (const PlacedText &text : layout.texts) {
        if (text.role == role)
            result << text.text;
    }
    return result;
}

/// What is wrong with a layout; "" = nothing.
QString faults(const Chart &chart, const ChartLayout &layout)
{
    const QRectF frame = layout.frame.adjusted(-0.01, -0.01, 0.01, 0.01);
    for (size_t i = 0; i < layout.texts.size(); ++i) {
        const PlacedText &text = layout.texts[i];
        if (!frame.contains(text.place))
            return u"outside: "_s + text.text;
        for (size_t j = i + 1; j < layout.texts.size(); ++j) {
            if (text.place.adjusted(0.01, 0.01, -0.01, -0.01).intersects(layout.texts[j].place))
                return u"%1 lies upon %2"_s.arg(text.text, layout.texts[j].text);
        }
    }
    for (const PlacedShape &shape : layout.shapes) {
        if (!std::isfinite(shape.place.left()) || !std::isfinite(shape.place.width()) ||
            !frame.contains(shape.place.isEmpty() ? QRectF(shape.place.topLeft(), QSizeF(0.001, 0.001))
                                                  : shape.place))
            return u"a shape outside, of group %1"_s.arg(shape.group);
        if (shape.group >= int(chart.groups.size()))
            return u"a shape of no group"_s;
    }
    for (const PlacedLine &line : layout.lines) {
        for (const QPointF &point : line.points) {
            if (!frame.contains(point))
                return u"a line outside"_s;
        }
    }
    return {};
}

} // namespace

void TestChartLayout::nothingOverlaps_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<bool>("russian");
    for (const double scale : {1.0, 2.0}) {
        for (const bool russian : {false, true})
            QTest::addRow("%d, %s", int(scale), russian ? "ru" : "en") << scale << russian;
    }
}

void TestChartLayout::nothingOverlaps()
{
    QFETCH(double, scale);
    QFETCH(bool, russian);
    const ChartStyle style = styleOf(scale);
    for (auto [name, chart] : test::InventedCharts(russian).all()) {
        for (const bool longLabels : {false, true}) {
            for (ChartGroup &group : chart.groups) {
                if (longLabels && chart.hasRows())
                    group.label = group.label.repeated(300).left(300);
            }
            for (int width = 300; width <= 2000; width += 100) {
                const ChartLayout layout =
                    layOut(chart, {0, 0, double(width), chartHeight(chart, width, style)}, style);
                const QString found = faults(chart, layout);
                QVERIFY2(found.isEmpty(), qPrintable(u"%1, %2 wide: %3"_s.arg(name).arg(width).arg(found)));
                QVERIFY2(layout.shownGroups ==
                             std::min(int(chart.groups.size()), chart.hasRows() ? 20 : 1000),
                         qPrintable(name));
                // Of columns there are ticks at both axes.
                QVERIFY2(textsOf(layout, TextRole::Tick).size() >= (chart.hasRows() ? 2 : 4),
                         qPrintable(u"%1, %2 wide"_s.arg(name).arg(width)));
                QVERIFY(!textsOf(layout, TextRole::Title).isEmpty());
                // Nor was anything left out so that it would not lie upon another.
                QVERIFY(!textsOf(layout, TextRole::Caption).isEmpty());
                QVERIFY2(textsOf(layout, TextRole::AxisTitle).size() == (chart.hasRows() ? 1 : 2),
                         qPrintable(name));
                if (chart.hasRows())
                    QCOMPARE(textsOf(layout, TextRole::Label).size(), layout.shownGroups);
                if (chart.hasRows() && chart.valueAxis.form != ValueForm::Count)
                    QVERIFY(textsOf(layout, TextRole::Value).size() >= layout.shownGroups);
                if (chart.seriesCount() > 1)
                    QVERIFY(textsOf(layout, TextRole::Legend).size() >= chart.seriesCount());
                if (chart.median)
                    QCOMPARE(textsOf(layout, TextRole::Label).size(), 1);
            }
        }
    }
}

void TestChartLayout::smallFrames()
{
    for (const auto &[name, chart] : test::InventedCharts(true).all()) {
        for (const double scale : {1.0, 2.0}) {
            const ChartStyle style = styleOf(scale);
            for (int width = 1; width <= 700; width += 33) {
                for (int height = 1; height <= 500; height += 29) {
                    const ChartLayout layout = layOut(chart, {5, 7, double(width), double(height)}, style);
                    for (const PlacedText &text : layout.texts)
                        QVERIFY2(layout.frame.contains(text.place), qPrintable(name + u' ' + text.text));
                }
            }
            // A row and its axis are worth more than the caption.
            const ChartLayout small = layOut(chart, {0, 0, 420 * scale, 210 * scale}, style);
            QVERIFY2(faults(chart, small).isEmpty(), qPrintable(name + u' ' + faults(chart, small)));
            QVERIFY2(small.shownGroups >= 1, qPrintable(name));
            // Nobody could tell the series without it.
            QVERIFY2(chart.seriesCount() == 1 ||
                         textsOf(small, TextRole::Legend).size() >= chart.seriesCount(),
                     qPrintable(name));
        }
    }
}

void TestChartLayout::hostileValues()
{
    const double infinite = std::numeric_limits<double>::infinity();
    const std::vector<std::optional<double>> values{
        {},     0.0,      -0.0,      1.0,          -1.0,   1e300,
        -1e300, infinite, -infinite, std::nan(""), 1e-300, std::numeric_limits<double>::max()};
    const ChartStyle style = styleOf(1);
    for (const ChartKind kind :
         {ChartKind::Bars, ChartKind::Ranges, ChartKind::Histogram, ChartKind::Timeline, ChartKind::Shares}) {
        for (const auto &one : values) {
            for (const auto &other : values) {
                Chart chart;
                chart.kind = kind;
                chart.valueAxis.form = ValueForm::Amount;
                chart.series = {{u"A"_s, {}, 0}, {u"B"_s, {}, 0}};
                for (const auto &[a, b] : {std::pair(one, other), std::pair(other, one)}) {
                    ChartGroup group{u"group"_s, u"key"_s, std::numeric_limits<qint64>::max(),
                                     {},         false,    {a, b}};
                    group.quantiles = {a, b, b, a, one};
                    group.from = a.value_or(0);
                    group.to = b.value_or(1);
                    chart.groups.push_back(group);
                }
                for (const int width : {300, 700}) {
                    const ChartLayout layout =
                        layOut(chart, {0, 0, double(width), chartHeight(chart, width, style)}, style);
                    const QString found = faults(chart, layout);
                    QVERIFY2(found.isEmpty(), qPrintable(u"kind %1, %2 and %3: %4"_s.arg(int(kind))
                                                             .arg(one.value_or(0.5))
                                                             .arg(other.value_or(0.5))
                                                             .arg(found)));
                    QImage image(width, 200, QImage::Format_ARGB32_Premultiplied);
                    QPainter painter(&image);
                    paintChart(painter, chart, layout, style);
                }
            }
        }
    }
}

void TestChartLayout::everyRowIsThere()
{
    const Chart chart = test::InventedCharts(false).bars(9);
    const ChartLayout layout = layOut(chart, {0, 0, 800, chartHeight(chart, 800, styleOf(1))}, styleOf(1));
    const QStringList labels = textsOf(layout, TextRole::Label);
    QCOMPARE(labels.size(), 9);
    QCOMPARE(labels.first(), u"Northern Bakery"_s);
    QVERIFY(labels.at(4).startsWith("The Greatest"_L1) && labels.at(4).endsWith(u'…'));
    QCOMPARE(textsOf(layout, TextRole::Value).first(), u"421"_s);
    QVERIFY(textsOf(layout, TextRole::Note).isEmpty());
}

void TestChartLayout::othersAreCounted()
{
    const Chart chart = test::InventedCharts(false).bars(10'000);
    const ChartStyle style = styleOf(1);
    const ChartLayout whole = layOut(chart, {0, 0, 800, chartHeight(chart, 800, style)}, style);
    QCOMPARE(whole.shownGroups, 20);
    QVERIFY(textsOf(whole, TextRole::Note).constFirst().contains(u"9,980"_s));
    QVERIFY(textsOf(whole, TextRole::Caption).join(u' ').contains(u"of 10,000 groups"_s));
    const ChartLayout low = layOut(chart, {0, 0, 800, chartHeight(chart, 800, style) / 2}, style);
    QVERIFY(low.shownGroups > 3 && low.shownGroups < 12);
    QVERIFY(
        textsOf(low, TextRole::Note).constFirst().contains(style.locale.toString(10'000 - low.shownGroups)));
    const ChartLayout &layout = low;
    QVERIFY(layout.areaOf(low.shownGroups - 1).isValid());
    QVERIFY(layout.areaOf(low.shownGroups).isNull());
}

void TestChartLayout::barsBeginAtZero()
{
    const Chart chart = test::InventedCharts(false).differences();
    const ChartLayout layout = layOut(chart, {0, 0, 900, 400}, styleOf(1));
    const double zero = layout.axes.front().x1();
    int bars = 0;
    for (const PlacedShape &shape : layout.shapes) {
        if (shape.group < 0)
            continue;
        ++bars;
        const bool below = chart.value(shape.group, 0).value_or(0) < 0;
        QVERIFY(std::abs((below ? shape.place.right() : shape.place.left()) - zero) < 0.01);
    }
    QCOMPARE(bars, 4);
    QVERIFY(textsOf(layout, TextRole::Tick).contains(u"0"_s));
    QVERIFY(textsOf(layout, TextRole::Value).contains(u"—"_s));
}

void TestChartLayout::barsAreInProportion()
{
    Chart chart = test::InventedCharts(false).bars(3);
    chart.groups[0].values = {1000.0};
    chart.groups[1].values = {250.0};
    chart.groups[2].values = {0.001};
    const ChartLayout layout = layOut(chart, {0, 0, 900, 300}, styleOf(1));
    std::vector<double> widths;
    for (const PlacedShape &shape : layout.shapes)
        widths.push_back(shape.place.width());
    QCOMPARE(widths.size(), 3U);
    QVERIFY(std::abs(widths[0] / widths[1] - 4) < 0.01);
    QCOMPARE(widths[2], 1.0); // more than nothing is seen
}

void TestChartLayout::rangesShowWhatIsKnown()
{
    using Form = PlacedShape::Form;
    const Chart chart = test::InventedCharts(false).ranges(14);
    const ChartLayout layout = layOut(chart, {0, 0, 900, chartHeight(chart, 900, styleOf(1))}, styleOf(1));
    for (int group = 0; group < int(chart.groups.size()); ++group) {
        std::set<Form> forms;
        std::map<Form, QRectF> places;
        for (const PlacedShape &shape : layout.shapes) {
            if (shape.group == group) {
                forms.insert(shape.form);
                places[shape.form] = shape.place;
            }
        }
        const Quantiles &of = chart.groups[size_t(group)].quantiles;
        QCOMPARE(forms.contains(Form::Span), of.p10.has_value());
        QCOMPARE(forms.contains(Form::Middle), of.median.has_value());
        if (of.p10) {
            QVERIFY(places[Form::Span].left() < places[Form::Box].left());
            QVERIFY(places[Form::Box].right() < places[Form::Span].right());
        }
        if (of.median) {
            QVERIFY(places[Form::Box].left() < places[Form::Middle].left());
            QVERIFY(places[Form::Middle].left() < places[Form::Box].right());
        }
    }
}

void TestChartLayout::partsFillTheWhole()
{
    const Chart chart = test::InventedCharts(false).shares(4);
    const ChartLayout layout = layOut(chart, {0, 0, 900, 400}, styleOf(1));
    for (int group = 0; group < 4; ++group) {
        double whole = 0;
        for (const PlacedShape &shape : layout.shapes)
            whole += shape.group == group ? shape.place.width() : 0;
        QVERIFY(std::abs(whole - layout.plot.width()) < 0.01);
    }
    QVERIFY(textsOf(layout, TextRole::Tick).contains(u"100\u00a0%"_s));
}

void TestChartLayout::columnsStandOnTheirPlaces()
{
    const Chart chart = test::InventedCharts(false).histogram(20);
    const ChartLayout layout = layOut(chart, {0, 0, 900, 400}, styleOf(1));
    QVERIFY(layout.mark.has_value());
    // The median's line stands within its bin.
    for (int group = 0; group < 20; ++group) {
        const ChartGroup &of = chart.groups[size_t(group)];
        const QRectF area = layout.areaOf(group);
        QCOMPARE(area.left() <= layout.mark->x1() && layout.mark->x1() < area.right(),
                 of.from <= *chart.median && *chart.median < of.to);
    }
    QVERIFY(textsOf(layout, TextRole::Label).contains(u"median 118,000"_s));
    for (const PlacedShape &shape : layout.shapes)
        QVERIFY(std::abs(shape.place.bottom() - layout.axes.front().y1()) < 0.01);
    // Open ends have a place, too.
    QVERIFY(layout.areaOf(19).width() > 5);
}

void TestChartLayout::linesAreBrokenAtGaps()
{
    const Chart chart = test::InventedCharts(false).timeline(40, true);
    const ChartLayout layout = layOut(chart, {0, 0, 900, 400}, styleOf(1));
    int first = 0;
    int second = 0;
    for (const PlacedLine &line : layout.lines)
        ++(line.series == 0 ? first : second);
    QCOMPARE(first, 1);
    QCOMPARE(second, 4);
    // So many columns that none could be seen are a line.
    const Chart days = test::InventedCharts(false).timeline(3000);
    QCOMPARE(layOut(days, {0, 0, 900, 400}, styleOf(1)).lines.size(), 1U);
}

void TestChartLayout::datesBelowTheTime()
{
    const ChartStyle style = styleOf(1);
    const auto ticks = [&](int weeks, int width) {
        QStringList dates =
            textsOf(layOut(test::InventedCharts(false).timeline(weeks), {0, 0, double(width), 400}, style),
                    TextRole::Tick);
        // Those of the values are numbers.
        dates.removeIf([](const QString &text) { return text.toInt() > 0 && text.toInt() < 1000; });
        dates.removeAll(u"0"_s);
        return dates;
    };
    QCOMPARE(ticks(3, 900), QStringList({u"2 Mar"_s, u"9 Mar"_s, u"16 Mar"_s}));
    const QStringList months = ticks(30, 700);
    QVERIFY2(months.contains(u"Apr 2026"_s) && months.contains(u"Aug 2026"_s), qPrintable(months.join(u' ')));
    const QStringList years = ticks(500, 700);
    QVERIFY2(years.contains(u"2030"_s), qPrintable(years.join(u' ')));
}

void TestChartLayout::unitsAreOnTheAxes()
{
    const ChartStyle style = styleOf(1);
    for (const auto &[name, chart] : test::InventedCharts(false).all()) {
        const ChartLayout layout = layOut(chart, {0, 0, 1000, chartHeight(chart, 1000, style)}, style);
        const QStringList titles = textsOf(layout, TextRole::AxisTitle);
        QVERIFY2(titles.contains(chart.valueAxis.title), qPrintable(name));
        const bool counts = chart.valueAxis.form == ValueForm::Count;
        if (chart.hasRows() && !counts)
            QVERIFY2(textsOf(layout, TextRole::Heading).contains(u"n, ads"_s), qPrintable(name));
        if (!chart.hasRows())
            QVERIFY2(titles.contains(chart.groupAxis.title), qPrintable(name));
    }
}

void TestChartLayout::hits()
{
    const Chart shares = test::InventedCharts(false).shares(4);
    const ChartLayout layout = layOut(shares, {0, 0, 900, 400}, styleOf(1));
    for (const PlacedShape &shape : layout.shapes) {
        if (shape.group >= 0 && shape.place.width() > 1)
            QCOMPARE(layout.at(shape.place.center()), (ChartPlace{shape.group, shape.series}));
    }
    // A label answers for its group.
    for (const PlacedText &text : layout.texts) {
        if (text.role == TextRole::Label)
            QCOMPARE(layout.at(text.place.center())->series, -1);
    }
    QVERIFY(!layout.at({450, 3}));
    QVERIFY(!layout.at({-5, 200}));
    const Chart columns = test::InventedCharts(false).histogram(20);
    const ChartLayout bins = layOut(columns, {0, 0, 900, 400}, styleOf(1));
    // Above a low column, too.
    QCOMPARE(bins.at({bins.areaOf(19).center().x(), bins.plot.top() + 2})->group, 19);
    const Chart compared = test::InventedCharts(false).compared();
    const ChartLayout pairs = layOut(compared, {0, 0, 900, 500}, styleOf(1));
    QCOMPARE(pairs.at({pairs.plot.center().x(), pairs.areaOf(2).center().y() + 6}), (ChartPlace{2, 1}));
}

void TestChartLayout::nothingToDraw()
{
    for (const ChartKind kind :
         {ChartKind::Bars, ChartKind::Ranges, ChartKind::Histogram, ChartKind::Timeline, ChartKind::Shares}) {
        Chart chart;
        chart.kind = kind;
        chart.title = u"Salary"_s;
        const ChartLayout plain = layOut(chart, {0, 0, 500, 300}, styleOf(1));
        QVERIFY(!textsOf(plain, TextRole::Note).isEmpty());
        chart.whyEmpty = u"No ad of this selection names a salary."_s;
        const ChartLayout layout = layOut(chart, {0, 0, 500, 300}, styleOf(1));
        QCOMPARE(textsOf(layout, TextRole::Note), QStringList(chart.whyEmpty));
        QCOMPARE(textsOf(layout, TextRole::Title), QStringList(u"Salary"_s));
        QVERIFY(layout.shapes.empty() && layout.areas.empty());
        QVERIFY(faults(chart, layout).isEmpty());
    }
}

void TestChartLayout::painted_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

/// Each bar is seen where the layout says, and each series in a look of its own, also without colours.
void TestChartLayout::painted()
{
    QFETCH(bool, dark);
    const ChartStyle style = styleOf(1, dark);
    const Chart chart = test::InventedCharts(false).shares(4);
    const ChartLayout layout = layOut(chart, {0, 0, 900, 400}, style);
    QImage image(900, 400, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    paintChart(painter, chart, layout, style);
    painter.end();
    QCOMPARE(image.pixelColor(2, 2), style.colors.base);
    std::set<std::vector<int>> looks;
    for (const PlacedShape &shape : layout.shapes) {
        if (shape.group != 1)
            continue;
        const QRect piece = shape.place.toRect().adjusted(3, 3, -3, -3);
        QVERIFY(piece.width() > 20);
        int far = 0;
        std::vector<int> look;
        for (int i = 0; i < 12 * 12; ++i) {
            // A square of grey values at the same phase of the hatching.
            const int x = (piece.left() + 11) / 12 * 12 + i % 12;
            const QColor color = image.pixelColor(x, piece.top() + (i / 12) % piece.height());
            far = std::max(far, std::abs(qGray(color.rgb()) - qGray(style.colors.base.rgb())));
            look.push_back(qGray(color.rgb()) / 32);
        }
        QVERIFY(far > 20);
        looks.insert(look);
    }
    QCOMPARE(looks.size(), 4U);
}

void TestChartLayout::fewAreGrey()
{
    const ChartStyle style = styleOf(1);
    Chart chart = test::InventedCharts(false).bars(2);
    chart.groups[1].few = true;
    const ChartLayout layout = layOut(chart, {0, 0, 900, 300}, style);
    QVERIFY(textsOf(layout, TextRole::Legend).size() == 1); // says what grey means
    QImage image(900, 300, QImage::Format_ARGB32_Premultiplied);
    QPainter painter(&image);
    paintChart(painter, chart, layout, style);
    painter.end();
    for (const PlacedShape &shape : layout.shapes) {
        if (shape.group >= 0)
            QCOMPARE(image.pixelColor(shape.place.center().toPoint()),
                     shape.group == 0 ? style.colors.accent : style.few());
    }
}

QTEST_MAIN(TestChartLayout)
#include "tst_chartlayout.moc"

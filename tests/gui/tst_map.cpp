// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartfile.h"
#include "draw/chart/chartlayout.h"
#include "draw/chart/charttable.h"
#include "draw/map/landshapes.h"
#include "draw/map/mercator.h"
#include "models/insight/insightanswer.h"
#include "models/insight/mapfilter.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"

#include <QElapsedTimer>
#include <QFontInfo>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <QTest>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using draw::MapPoint;
using draw::Mercator;

namespace {

constexpr MapPoint Moscow{55.7512, 37.6184};

MapPoint near(const MapPoint &town, double degrees, QRandomGenerator &random)
{
    const double up = random.generateDouble() + random.generateDouble() - 1;
    const double along = random.generateDouble() + random.generateDouble() - 1;
    double longitude = town.longitude + along * degrees;
    longitude += longitude > 180 ? -360 : longitude < -180 ? 360 : 0;
    return {town.latitude + up * degrees, longitude};
}

/// In towns and between them, at both sides of 180 degrees, also at one place.
std::vector<MapPoint> invented(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    const MapPoint towns[] = {
        Moscow,        {59.9386, 30.3141}, {43.1155, 131.8855}, {66.3167, -179.1}, {64.4167, -173.2},
        {-33.9, 151.2}};
    std::vector<MapPoint> points;
    for (int i = 0; i < count; ++i) {
        if (i % 3 == 0)
            points.push_back(towns[i / 3 % std::size(towns)]);
        else if (i % 10 == 1)
            points.push_back({random.generateDouble() * 140 - 60, random.generateDouble() * 360 - 180});
        else
            points.push_back(
                near(towns[size_t(random.bounded(int(std::size(towns))))], i % 2 ? 0.3 : 2.5, random));
    }
    return points;
}

bool isOnLand(const MapPoint &point)
{
    bool result = false;
    const QPointF at = Mercator::point(point.latitude, point.longitude);
    for (const draw::LandShapes::Shape &shape : draw::LandShapes::all().shapes) {
        if (shape.bounds.contains(at) && shape.points.containsPoint(at, Qt::OddEvenFill))
            result = !shape.isWater;
    }
    return result;
}

models::InsightQuestion mapQuestion()
{
    const auto questions = models::InsightQuestion::of(table::vacancySchema());
    return *std::ranges::find(questions, models::InsightQuestion::Kind::Map, &models::InsightQuestion::kind);
}

} // namespace

/// The map of the vacancies, from coordinates to the filter that a click sets.
class TestMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void landIsWhereItIs();
    void landIsCutToTheFrame();
    void eachPointIsInOneBox_data();
    void eachPointIsInOneBox();
    void townIsNotCut();
    void filterGivesWhatTheCircleSays();
    void coordinatesThatAreNone();
    void nothingOverlaps();
    void leavesAsAFile();
    void manyPoints();
};

void TestMap::landIsWhereItIs()
{
    QVERIFY(draw::LandShapes::all().shapes.size() > 1000);
    const std::pair<MapPoint, bool> places[]{
        {Moscow, true},        {{66.5, -172}, true}, {{67, 179}, true},    {{-25, 135}, true},
        {{56, -30}, false},    {{43, 34}, false},    {{42, 50.5}, false},  {{53.3, 107.7}, false},
        {{60.8, 31.5}, false}, {{40, -100}, true},   {{69.5, 25.5}, true}, {{61.5, 180}, false}};
    for (const auto &[point, land] : places)
        QVERIFY2(isOnLand(point) == land, qPrintable(u"%1, %2"_s.arg(point.latitude).arg(point.longitude)));
    for (const draw::LandShapes::Shape &shape : draw::LandShapes::all().shapes)
        QVERIFY(Mercator::world().adjusted(-1, -1, 1, 1).contains(shape.bounds));
    for (const double degrees : {-60.0, -1.5, 0.0, 55.7512, 84.0})
        QVERIFY(std::abs(Mercator::latitude(Mercator::y(degrees)) - degrees) < 1e-9);
    for (const double degrees : {-180.0, -170.0, -168.0, 0.0, 37.6, 180.0}) {
        const double there = Mercator::longitude(Mercator::x(degrees));
        QVERIFY(std::abs(std::remainder(there - degrees, 360)) < 1e-9);
    }
}

void TestMap::landIsCutToTheFrame()
{
    const QRectF part(QPointF(20, Mercator::y(70)), QPointF(60, Mercator::y(40)));
    double area = 0;
    for (const draw::LandShapes::Shape &shape : draw::LandShapes::all().shapes) {
        const QPolygonF piece = draw::clipped(shape.points, part);
        for (const QPointF &point : piece)
            QVERIFY(part.adjusted(-1e-9, -1e-9, 1e-9, 1e-9).contains(point));
        double twice = 0;
        for (qsizetype i = 0; i < piece.size(); ++i) {
            const QPointF &next = piece[(i + 1) % piece.size()];
            twice += piece[i].x() * next.y() - next.x() * piece[i].y();
        }
        area += (shape.isWater ? -1 : 1) * std::abs(twice) / 2;
    }
    // Most of it is Russia, the rest are the Black, White and Barents Seas.
    const double whole = part.width() * part.height();
    QVERIFY2(area > 0.6 * whole && area < 0.9 * whole, qPrintable(QString::number(area / whole)));
}

void TestMap::eachPointIsInOneBox_data()
{
    QTest::addColumn<double>("width"); // degrees that a thousand pixels show
    for (const double width : {360.0, 90.0, 20.0, 3.0, 0.2})
        QTest::addRow("%g degrees", width) << width;
}

void TestMap::eachPointIsInOneBox()
{
    QFETCH(const double, width);
    const std::vector<MapPoint> points = invented(4000, 7);
    const QPointF middle = Mercator::point(66.3167, -179.1);
    const QRectF part =
        QRectF(QPointF(0, 0), QSizeF(width, width / 2)).translated(middle - QPointF(width, width / 2) / 2);
    const auto clusters = draw::mapClusters(points, part, width / 1000);
    QVERIFY(!clusters.empty());
    QCOMPARE(draw::mapClusters(points, part, width / 1000).size(), clusters.size());
    std::vector<int> seen(points.size());
    for (const draw::MapCluster &cluster : clusters) {
        qint64 inBox = 0;
        for (const MapPoint &point : points)
            inBox += cluster.box.contains(point);
        QCOMPARE(inBox, qint64(cluster.points.size()));
        QVERIFY(cluster.box.contains(cluster.middle));
        for (const quint32 point : cluster.points) {
            QVERIFY(cluster.box.contains(points[point]));
            ++seen[point];
        }
    }
    for (size_t i = 0; i < points.size(); ++i) {
        const bool isThere = part.contains(Mercator::point(points[i].latitude, points[i].longitude));
        QVERIFY2(isThere ? seen[i] == 1 : seen[i] <= 1, qPrintable(QString::number(i)));
    }
    QVERIFY(
        std::ranges::is_sorted(clusters, std::greater(), [](const auto &one) { return one.points.size(); }));
}

void TestMap::townIsNotCut()
{
    QRandomGenerator random(3);
    for (int turn = 0; turn < 200; ++turn) {
        const MapPoint town = near(Moscow, 5, random);
        std::vector<MapPoint> points;
        for (int i = 0; i < 500; ++i)
            points.push_back(near(town, 0.3, random)); // three pixels
        const auto clusters = draw::mapClusters(points, Mercator::world(), 0.1);
        QCOMPARE(clusters.size(), size_t(1));
        QCOMPARE(clusters[0].points.size(), points.size());
        // What stands in the filter is short.
        QVERIFY2(QString::number(clusters[0].box.south, 'g', 17).size() <= 6,
                 qPrintable(QString::number(clusters[0].box.south, 'g', 17)));
    }
}

void TestMap::filterGivesWhatTheCircleSays()
{
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    store::Unit unit;
    unit.run = run;
    const std::vector<MapPoint> points = invented(1500, 11);
    for (size_t i = 0; i < points.size() + 500; ++i) {
        store::RowWrite row = vacancyRow(u"hh:%1"_s.arg(i), {{table::VacancyColumn::Vacancy, u"x"_s}});
        if (i < points.size()) {
            row.cells[size_t(table::VacancyColumn::Lat)] = points[i].latitude;
            row.cells[size_t(table::VacancyColumn::Lng)] = points[i].longitude;
            row.cells[size_t(table::VacancyColumn::Area)] = u"Town %1"_s.arg(i % 7);
        }
        unit.rows.push_back(std::move(row));
    }
    project.writer().post(std::move(unit));
    QVERIFY(project.flush());
    const auto reader = project.reader();
    const store::RowQuery rows{&table::vacancySchema(), {run}, {}, {}};
    const auto answer =
        models::answerInsight(*reader, mapQuestion(), {.rows = rows, .locale = QLocale::c()}, {});
    QVERIFY(answer);
    QCOMPARE(answer->chart.n, qint64(points.size()));
    QCOMPARE(answer->chart.total, qint64(points.size() + 500));
    QVERIFY2(answer->sentence.contains(u"1500 of 2000"), qPrintable(answer->sentence));
    qint64 all = 0;
    bool isOverSeam = false;
    for (const draw::ChartGroup &group : answer->chart.groups) {
        const auto box = models::InsightMap::boxOf(group.key);
        QVERIFY(box);
        isOverSeam = isOverSeam || box->west > box->east;
        store::RowQuery chosen = rows;
        chosen.filter = models::MapFilter::with(rows.filter, *box);
        QCOMPARE(models::MapFilter::boxOf(chosen.filter), box);
        QCOMPARE(reader->count(chosen).value_or(-1), group.n);
        QVERIFY(group.label.startsWith(u"Town"));
        all += group.n;
        QVERIFY(models::MapFilter::without(chosen.filter).isEmpty());
    }
    QCOMPARE(all, answer->chart.n);
    QVERIFY(isOverSeam);
    QVERIFY(!models::InsightMap::boxOf(u"1;2"_s));
}

void TestMap::coordinatesThatAreNone()
{
    TempProject project;
    const store::RunId run = project.writer().postRun(u"vacancies"_s, {});
    store::Unit unit;
    unit.run = run;
    const std::pair<table::Value, table::Value> cells[]{{0.0, 0.0}, {91.0, 30.0}, {55.0, 181.0},
                                                        {55.0, {}}, {{}, 30.0},   {{}, {}}};
    for (const auto &[latitude, longitude] : cells)
        unit.rows.push_back(
            vacancyRow(u"hh:%1"_s.arg(unit.rows.size()),
                       {{table::VacancyColumn::Lat, latitude}, {table::VacancyColumn::Lng, longitude}}));
    project.writer().post(std::move(unit));
    QVERIFY(project.flush());
    const auto reader = project.reader();
    const auto answer =
        models::answerInsight(*reader, mapQuestion(),
                              {.rows = {&table::vacancySchema(), {run}, {}, {}}, .locale = QLocale::c()}, {});
    QVERIFY(answer);
    QVERIFY(answer->chart.isEmpty());
    QCOMPARE(answer->chart.total, 6);
    QVERIFY2(answer->chart.whyEmpty.contains(u"Trudvsem"), qPrintable(answer->chart.whyEmpty));
}

namespace {

draw::Chart inventedMap()
{
    draw::Chart chart;
    chart.kind = draw::ChartKind::Map;
    chart.title = u"Where on the map?"_s;
    chart.basis = u"Ads that say where they are; the larger a circle, the more lie there."_s;
    chart.unit = u"ads"_s;
    chart.n = 4000;
    chart.total = 5000;
    chart.groupAxis = {u"Place"_s};
    chart.valueAxis = {u"Ads"_s};
    const std::vector<MapPoint> points = invented(4000, 5);
    chart.part = draw::partWith(points);
    for (const auto &cluster : draw::mapClusters(points, chart.part, chart.part.width() / 900))
        chart.groups.push_back(
            {.label = u"A town with a long name and a number, %1"_s.arg(cluster.points.front()),
             .key = models::InsightMap::keyOf(cluster.box),
             .n = qint64(cluster.points.size()),
             .known = {},
             .values = {double(cluster.points.size())},
             .place = Mercator::point(cluster.middle.latitude, cluster.middle.longitude)});
    return chart;
}

} // namespace

void TestMap::nothingOverlaps()
{
    const draw::Chart chart = inventedMap();
    draw::ChartStyle style;
    style.font = QGuiApplication::font();
    for (const int pixels : {13, 26}) {
        style.font.setPixelSize(pixels);
        for (int width = 60; width <= 2000; width += 97) {
            const QRectF frame(0, 0, width, draw::chartHeight(chart, width, style));
            const draw::ChartLayout layout = draw::layOut(chart, frame, style);
            for (size_t i = 0; i < layout.texts.size(); ++i) {
                QVERIFY(frame.contains(layout.texts[i].place));
                for (size_t j = i + 1; j < layout.texts.size(); ++j)
                    QVERIFY(!layout.texts[i]
                                 .place.adjusted(0.01, 0.01, -0.01, -0.01)
                                 .intersects(layout.texts[j].place));
            }
            const QRectF plot = layout.plot.adjusted(-0.01, -0.01, 0.01, 0.01);
            int circles = 0;
            for (const draw::PlacedShape &shape : layout.shapes) {
                circles += shape.form == draw::PlacedShape::Form::Circle;
                QVERIFY(frame.contains(shape.place));
            }
            for (const draw::PlacedGround &ground : layout.ground) {
                for (const QPointF &point : ground.points)
                    QVERIFY(plot.contains(point));
            }
            QVERIFY(circles == int(chart.groups.size()));
            QVERIFY(width < 300 || layout.ground.size() > 20);
            // The smallest lies on top and answers.
            const QRectF last = layout.areaOf(int(chart.groups.size()) - 1);
            QVERIFY(layout.at(last.center()).has_value());
        }
    }
}

void TestMap::leavesAsAFile()
{
    const draw::Chart chart = inventedMap();
    const draw::ChartFile file(chart, draw::ChartStyle::forPaper(QGuiApplication::font(), QLocale::c()),
                               {900, 0});
    const QByteArray svg = file.svg();
    QVERIFY(svg.contains("Where on the map?") && svg.count("<circle") + svg.count("<path") > 50);
    QVERIFY2(svg.size() < 3'000'000, qPrintable(QString::number(svg.size())));
    const auto png = file.png(1);
    const auto pdf = file.pdf();
    QVERIFY(png && pdf && png->size() > 10'000 && pdf->size() > 10'000);
    const draw::ChartTable table = draw::chartTable(chart, QLocale::c());
    QCOMPARE(table.rows.size(), chart.groups.size());
    QStringList keys;
    for (const auto &column : table.columns)
        keys.append(QString::fromLatin1(column.key));
    QCOMPARE(keys, (QStringList{u"group"_s, u"latitude"_s, u"longitude"_s, u"value"_s, u"n"_s}));
}

void TestMap::manyPoints()
{
    const std::vector<MapPoint> points = invented(500'000, 1);
    for (const double width : {360.0, 60.0, 5.0, 0.1}) {
        const QPointF middle = Mercator::point(Moscow.latitude, Moscow.longitude);
        const QRectF part(middle - QPointF(width, width / 2) / 2, QSizeF(width, width / 2));
        QElapsedTimer timer;
        timer.start();
        const auto clusters = draw::mapClusters(points, part, width / 1300);
        qInfo("500,000 points, %g degrees: %lld ms, %zu circles", width, timer.elapsed(), clusters.size());
        QVERIFY(!clusters.empty() && clusters.size() < 20'000);
        QVERIFY(timer.elapsed() < 20'000);
    }
}

QTEST_MAIN(TestMap)
#include "tst_map.moc"

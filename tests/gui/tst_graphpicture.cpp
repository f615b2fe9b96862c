// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/graph/graphfile.h"
#include "draw/graph/graphpainter.h"
#include "draw/graph/linkraster.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <numeric>

using namespace linnet;
using namespace linnet::draw;
using namespace Qt::Literals::StringLiterals;

/// Graphs as pictures: what is drawn where, names, what the pointer is on, and files.
class TestGraphPicture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholePictureIsSeen();
    void linksAreCounted();
    void hiddenNodesAreNotDrawn();
    void namesDoNotOverlap();
    void pointerFindsNodes();
    void stops();
    void files();
    void hugeSvgIsRefused();

private:
    /// A ring of nodes, each linked to the next.
    static GraphPicture ring(int nodes);
    static int inkIn(const QImage &image, const QRect &part);
    static void readGexf(const QByteArray &bytes, const GraphPicture &picture, const GraphView &view);
};

GraphPicture TestGraphPicture::ring(int nodes)
{
    GraphPicture picture;
    for (int i = 0; i < nodes; ++i) {
        const double angle = 6.283185307 * i / nodes;
        picture.places.emplace_back(100 * std::cos(angle), 100 * std::sin(angle));
        picture.weights.push_back(float(nodes - i) / float(nodes));
        picture.inks.push_back(quint8(GraphPicture::FirstOfKinds + i % 12));
        picture.links.push_back({quint32(i), quint32((i + 1) % nodes)});
        picture.names.append(u"page <%1> & more"_s.arg(i));
    }
    picture.heaviest.resize(size_t(nodes));
    std::iota(picture.heaviest.begin(), picture.heaviest.end(), 0);
    return picture;
}

/// Pixels that are not transparent.
int TestGraphPicture::inkIn(const QImage &image, const QRect &part)
{
    int count = 0;
    for (int y = part.top(); y <= part.bottom(); ++y) {
        for (int x = part.left(); x <= part.right(); ++x)
            count += qAlpha(image.pixel(x, y)) > 0 ? 1 : 0;
    }
    return count;
}

void TestGraphPicture::wholePictureIsSeen()
{
    const GraphPicture picture = ring(40);
    for (const QSizeF size : {QSizeF(800, 300), QSizeF(300, 800), QSizeF(60, 60)}) {
        const GraphView view = GraphView::whole(picture, size);
        for (const QPointF &place : picture.places) {
            QVERIFY(QRectF(QPointF(), size).contains(view.toScreen(place)));
            const QPointF back = view.fromScreen(view.toScreen(place));
            QVERIFY((back - place).manhattanLength() < 1e-6);
        }
    }
    // What is under the pointer stays there.
    const GraphView view = GraphView::whole(picture, {400, 300});
    const QPointF place = view.fromScreen({120, 80});
    QVERIFY((view.zoomed(3, {120, 80}).toScreen(place) - QPointF(120, 80)).manhattanLength() < 1e-6);
    QCOMPARE(GraphView::whole(GraphPicture(), {400, 300}).scale, 1.0);
}

void TestGraphPicture::linksAreCounted()
{
    GraphPicture picture;
    picture.places = {{0, 0}, {100, 0}, {0, 50}, {100, 50}};
    picture.links = {{0, 1}};
    GraphView view;
    view.size = {200, 100};
    view.centre = {50, 25};
    const QImage one = linkRaster(picture, view, 1, Qt::black);
    QCOMPARE(one.size(), QSize(200, 100));
    // From (50, 25) to (150, 25) in pixels, and nowhere else.
    QVERIFY(inkIn(one, {50, 24, 101, 3}) >= 100);
    QCOMPARE(inkIn(one, {0, 0, 200, 22}), 0);
    QCOMPARE(inkIn(one, {0, 30, 200, 70}), 0);
    // Where more links pass, more ink.
    picture.links = {{0, 1}, {0, 1}, {1, 0}, {2, 3}};
    const QImage more = linkRaster(picture, view, 1, Qt::black);
    QVERIFY(qAlpha(more.pixel(100, 25)) > qAlpha(more.pixel(100, 75)));
    QVERIFY(qAlpha(more.pixel(100, 75)) > 0);
    // Ends far outside.
    picture.places[0] = {-1e7, 0};
    picture.places[1] = {1e7, 0};
    picture.links = {{0, 1}};
    QVERIFY(inkIn(linkRaster(picture, view, 2, Qt::black), {0, 48, 400, 5}) >= 400);
}

void TestGraphPicture::hiddenNodesAreNotDrawn()
{
    GraphPicture picture = ring(2);
    const GraphView view = GraphView::whole(picture, {300, 100});
    GraphStyle style;
    const QImage both = GraphPainter(picture, style, view).image(1);
    picture.hidden = {true, false};
    const QImage one = GraphPainter(picture, style, view).image(1);
    const QPoint first = view.toScreen(picture.places[0]).toPoint();
    const QPoint second = view.toScreen(picture.places[1]).toPoint();
    QVERIFY(both.pixelColor(first) != style.colors.base);
    QCOMPARE(one.pixelColor(first), style.colors.base);
    QVERIFY(one.pixelColor(second) != style.colors.base);
    QCOMPARE(one.pixelColor((first + second) / 2), style.colors.base); // the link went with it
    QVERIFY(!nodeAt(picture, view, first, 3));
    QVERIFY(nodeAt(picture, view, second, 3) == 1u);
}

void TestGraphPicture::namesDoNotOverlap()
{
    const GraphPicture picture = ring(400);
    const GraphView view = GraphView::whole(picture, {900, 600});
    const GraphPainter painter(picture, {}, view);
    const QList<GraphLabel> labels = painter.labels(60);
    QVERIFY(labels.size() > 5);
    QCOMPARE(labels.front().node, 0u); // the heaviest has its name
    for (qsizetype i = 0; i < labels.size(); ++i) {
        QVERIFY(QRectF(0, 0, 900, 600).contains(labels[i].place));
        for (qsizetype j = i + 1; j < labels.size(); ++j)
            QVERIFY(!labels[i].place.intersects(labels[j].place));
    }
    QCOMPARE(painter.labels(3).size(), 3);
    QVERIFY(GraphPainter(GraphPicture(), {}, view).labels(5).isEmpty());
}

void TestGraphPicture::pointerFindsNodes()
{
    const GraphPicture picture = ring(30);
    const GraphView view = GraphView::whole(picture, {900, 600});
    for (quint32 node = 0; node < picture.size(); ++node)
        QVERIFY(nodeAt(picture, view, view.toScreen(picture.places[node]), 3) == node);
    QVERIFY(!nodeAt(picture, view, {450, 300}, 3)); // the middle of the ring
    QCOMPARE(nodesIn(picture, view, {0, 0, 900, 600}).size(), size_t(30));
    QCOMPARE(nodesIn(picture, view, {440, 290, 20, 20}).size(), size_t(0));
}

void TestGraphPicture::stops()
{
    const GraphPicture picture = ring(100);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(
        GraphPainter(picture, {}, GraphView::whole(picture, {90, 60})).image(1, stop.get_token()).isNull());
}

void TestGraphPicture::readGexf(const QByteArray &bytes, const GraphPicture &picture, const GraphView &view)
{
    QXmlStreamReader xml(bytes);
    int node = -1;
    int edges = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QXmlStreamAttributes told = xml.attributes();
        if (xml.name() == "node"_L1) {
            ++node;
            QCOMPARE(told.value("id"_L1).toInt(), node);
            QCOMPARE(told.value("label"_L1), picture.names[node]);
        } else if (xml.name() == "position"_L1) {
            QCOMPARE(xml.namespaceUri(), u"http://gexf.net/1.3/viz");
            const QPointF place = view.toScreen(picture.places[size_t(node)]);
            QVERIFY(std::abs(told.value("x"_L1).toDouble() - place.x()) < 0.006);
            QVERIFY(std::abs(told.value("y"_L1).toDouble() + place.y()) < 0.006);
        } else if (xml.name() == "edge"_L1) {
            const GraphPicture::Link &link = picture.links[size_t(edges++)];
            QCOMPARE(told.value("source"_L1).toUInt(), link.from);
            QCOMPARE(told.value("target"_L1).toUInt(), link.to);
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(node + 1, int(picture.size()));
    QCOMPARE(edges, int(picture.links.size()));
}

void TestGraphPicture::files()
{
    const GraphPicture picture = ring(30);
    const GraphFile file(picture, {}, {640, 400});
    const auto svg = file.svg();
    QVERIFY(svg);
    QCOMPARE(*file.svg(), *svg);
    int circles = 0;
    int lines = 0;
    int titles = 0;
    QXmlStreamReader xml(*svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        circles += xml.name() == "circle"_L1 ? 1 : 0;
        lines += xml.name() == "line"_L1 ? 1 : 0;
        titles += xml.name() == "title"_L1 ? 1 : 0;
        if (xml.name() == "circle"_L1)
            QCOMPARE(xml.attributes().value("cx"_L1).split(u'.').last().size(), 2);
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QCOMPARE(circles, 30);
    QCOMPARE(titles, 30);
    QCOMPARE(lines, 30);
    QTemporaryDir folder;
    QVERIFY(file.save(folder.filePath(u"graph.png"_s)));
    QCOMPARE(QImage(folder.filePath(u"graph.png"_s)).size(), QSize(1280, 800));
    QVERIFY(file.save(folder.filePath(u"graph.pdf"_s)));
    QFile pdf(folder.filePath(u"graph.pdf"_s));
    QVERIFY(pdf.open(QIODevice::ReadOnly));
    QVERIFY(pdf.readAll().startsWith("%PDF-"));
    QVERIFY(file.save(folder.filePath(u"graph.svg"_s)));
    QVERIFY(file.save(folder.filePath(u"graph.gexf"_s)));
    readGexf(file.gexf(), picture, GraphView::whole(picture, {640, 400}));
    const auto wrong = file.save(folder.filePath(u"graph.bmp"_s));
    QVERIFY(!wrong && wrong.error().reason == Reason::BadValue);
    const auto nowhere = file.save(folder.filePath(u"none/graph.svg"_s));
    QVERIFY(!nowhere && nowhere.error().reason == Reason::Io);
}

void TestGraphPicture::hugeSvgIsRefused()
{
    const GraphPicture picture = ring(int(GraphFile::MostCircles) + 1);
    const auto svg = GraphFile(picture, {}, {640, 400}).svg();
    QVERIFY(!svg && svg.error().reason == Reason::TooLarge);
    QVERIFY(GraphFile(picture, {}, {640, 400}).png(1));
}

QTEST_MAIN(TestGraphPicture)
#include "tst_graphpicture.moc"

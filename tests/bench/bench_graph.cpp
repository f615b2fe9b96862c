// SPDX-License-Identifier: GPL-3.0-or-later
// How long a graph takes to be laid out and drawn, and how good the layout is; beside igraph's grid
// Fruchterman-Reingold and Graphviz's sfdp, which the smallest graph goes to as well.
//
// bench_graph
#include "analysis/graph/graphlayout.h"
#include "draw/graph/graphpainter.h"
#include "gui/graph/graphcanvas.h"
#include "support/plaingraph.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <numeric>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using analysis::Points;

namespace {

constexpr QSize Window(1366, 700);

double secondsOf(const QElapsedTimer &time)
{
    return double(time.nsecsElapsed()) / 1e9;
}

void tell(const char *name, double seconds, const LinkGraph &graph, const Points &points)
{
    std::printf("  %-34s %7.2f s   stress %.4f   neighbours kept %.3f\n", name, seconds,
                test::sampledStress(graph, points), test::neighboursKept(graph, points));
}

Points readPlaces(const QByteArrayList &lines, qsizetype from, quint32 nodes)
{
    Points points;
    for (qsizetype i = from; i < lines.size() && points.size() < nodes; ++i) {
        const QByteArrayList parts = lines[i].split(' ');
        if (parts.size() == 2)
            points.push_back({parts[0].toFloat(), parts[1].toFloat()});
    }
    return points;
}

void peers(const LinkGraph &graph)
{
    QTemporaryDir folder;
    QFile edges(folder.filePath(u"edges"_s));
    QFile dot(folder.filePath(u"graph.dot"_s));
    if (!edges.open(QIODevice::WriteOnly) || !dot.open(QIODevice::WriteOnly))
        return;
    edges.write(QByteArray::number(graph.size()) + '\n');
    dot.write("graph {\n");
    for (const PlaceLink &link : graph.links()) {
        const QByteArray from = QByteArray::number(link.from);
        const QByteArray to = QByteArray::number(link.to);
        edges.write(from + ' ' + to + '\n');
        dot.write(from + "--" + to + ";\n");
    }
    dot.write("}\n");
    edges.close();
    dot.close();
    QProcess python;
    python.start(u"python3"_s, {QStringLiteral(LINNET_SOURCE_DIR "/tests/bench/plain_graphlayout.py"),
                                edges.fileName(), u"500"_s});
    if (python.waitForFinished(300'000) && python.exitCode() == 0) {
        const QByteArrayList lines = python.readAllStandardOutput().split('\n');
        tell("igraph, Fruchterman-Reingold", lines.first().toDouble(), graph,
             readPlaces(lines, 1, graph.size()));
    } else {
        std::printf("  igraph is not there for Python\n");
    }
    QProcess sfdp;
    QElapsedTimer time;
    time.start();
    sfdp.start(u"sfdp"_s, {u"-Tplain"_s, dot.fileName()});
    if (!sfdp.waitForFinished(300'000) || sfdp.exitCode() != 0) {
        std::printf("  sfdp is not there\n");
        return;
    }
    const double seconds = secondsOf(time);
    Points points(graph.size());
    for (const QByteArray &line : sfdp.readAllStandardOutput().split('\n')) {
        const QByteArrayList parts = line.split(' ');
        if (parts.size() > 3 && parts[0] == "node")
            points[parts[1].toUInt()] = {parts[2].toFloat(), parts[3].toFloat()};
    }
    tell("sfdp", seconds, graph, points);
}

std::shared_ptr<draw::GraphPicture> pictureOf(const LinkGraph &graph, const Points &points)
{
    auto picture = std::make_shared<draw::GraphPicture>();
    for (quint32 node = 0; node < graph.size(); ++node) {
        picture->places.emplace_back(points[node].x, points[node].y);
        picture->weights.push_back(std::min(1.f, float(graph.in(node).size()) / 100));
        picture->inks.push_back(quint8(draw::GraphPicture::FirstOfKinds + node % 12));
        picture->names.append(u"page-%1.html"_s.arg(node));
    }
    for (const PlaceLink &link : graph.links())
        picture->links.push_back({link.from, link.to});
    picture->heaviest.resize(graph.size());
    std::iota(picture->heaviest.begin(), picture->heaviest.end(), 0);
    std::ranges::stable_sort(picture->heaviest, std::greater(),
                             [&picture](quint32 node) { return picture->weights[node]; });
    return picture;
}

void drawing(const std::shared_ptr<draw::GraphPicture> &picture)
{
    const auto view = draw::GraphView::whole(*picture, Window);
    const draw::GraphPainter painter(*picture, {}, view);
    QElapsedTimer time;
    time.start();
    const QImage image = painter.image(1);
    std::printf("  drawn whole, beside the window     %7.3f s   (%d x %d)\n", secondsOf(time), image.width(),
                image.height());

    gui::GraphCanvas canvas;
    canvas.resize(Window);
    canvas.setPicture(picture, false);
    canvas.show();
    if (!QTest::qWaitFor([&canvas] { return canvas.isDrawn(); }, 60'000))
        std::printf("  the canvas was not drawn\n");
    QImage screen(Window, QImage::Format_ARGB32_Premultiplied);
    constexpr int Frames = 60;
    double longest = 0;
    time.start();
    for (int frame = 0; frame < Frames; ++frame) {
        QElapsedTimer one;
        one.start();
        if (frame % 2 == 0)
            canvas.zoom(frame < Frames / 2 ? 1.05 : 1 / 1.05);
        else
            QTest::keyClick(&canvas, Qt::Key_Left);
        canvas.render(&screen);
        longest = std::max(longest, secondsOf(one));
    }
    std::printf("  frames while it is moved           %7.1f a second, the longest %.0f ms\n",
                Frames / secondsOf(time), 1000 * longest);
    time.start();
    if (QTest::qWaitFor([&canvas] { return canvas.isDrawn(); }, 60'000))
        std::printf("  sharp again after                  %7.3f s\n", secondsOf(time));
    canvas.showWhole();
    if (!QTest::qWaitFor([&canvas] { return canvas.isDrawn(); }, 60'000))
        return;
    longest = 0;
    for (int i = 0; i < 20; ++i) {
        const quint32 node = picture->heaviest[size_t(i)];
        QElapsedTimer one;
        one.start();
        QTest::mouseMove(&canvas, canvas.view().toScreen(picture->places[node]).toPoint());
        canvas.render(&screen);
        longest = std::max(longest, secondsOf(one));
    }
    std::printf("  pointer on a node, at most         %7.0f ms\n", 1000 * longest);
}

void one(quint32 nodes, size_t links, bool withPeers)
{
    const LinkGraph graph = test::inventedSite(nodes, links);
    std::printf("%u nodes, %u links, %.1f MB\n", graph.size(), graph.edges(), double(graph.bytes()) / 1e6);
    QElapsedTimer time;
    time.start();
    const auto points = analysis::layOut(graph);
    const double seconds = secondsOf(time);
    tell("laid out", seconds, graph, *points);
    if (withPeers)
        peers(graph);
    drawing(pictureOf(graph, *points));
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    one(10'000, 100'000, true);
    one(100'000, 1'000'000, false);
    one(300'000, 3'000'000, false);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartfile.h"
#include "draw/chart/chartlayout.h"
#include "support/inventedcharts.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <array>

using namespace linnet;
using namespace linnet::draw;
using namespace Qt::Literals::StringLiterals;

/// Charts as files that other programs read.
class TestChartFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void png();
    void svg();
    void svgOfAnyText();
    void svgIsSeen();
    void pdf();
    void saved();
    void refused();
    void paperIsWhite();
};

namespace {

ChartStyle paper()
{
    return ChartStyle::forPaper(QGuiApplication::font(), QLocale(u"en_US"_s));
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestChartFile::png()
{
    const ChartFile file(test::InventedCharts(false).bars(), paper(), {700, 0});
    const auto bytes = file.png(2);
    QVERIFY(bytes.has_value());
    const QImage image = QImage::fromData(*bytes, "PNG");
    QCOMPARE(image.width(), 1400);
    QCOMPARE(image.height(), 2 * int(chartHeight(test::InventedCharts(false).bars(), 700, paper())));
    QCOMPARE(image.text(u"Title"_s), u"Employers with the most ads"_s);
    QVERIFY(image.text(u"Description"_s).contains(u"3,410"_s));
    QCOMPARE(qRound(image.dotsPerMeterX() * 0.0254), 192);
    int accents = 0;
    for (int x = 0; x < image.width(); ++x)
        accents += image.pixelColor(x, image.height() / 2) == Palette::light().accent;
    QVERIFY(accents > 0);
}

/// Valid XML, with every text of the layout as a text.
void TestChartFile::svg()
{
    for (const auto &[name, chart] : test::InventedCharts(true).all()) {
        const ChartFile file(chart, paper(), {800, 0});
        QXmlStreamReader xml(file.svg());
        QStringList texts;
        QString title;
        QString description;
        QString viewBox;
        while (!xml.atEnd()) {
            xml.readNext();
            if (!xml.isStartElement())
                continue;
            if (xml.name() == "svg"_L1)
                viewBox = xml.attributes().value("viewBox"_L1).toString();
            else if (xml.name() == "text"_L1)
                texts << xml.readElementText();
            else if (xml.name() == "title"_L1)
                title = xml.readElementText();
            else if (xml.name() == "desc"_L1)
                description = xml.readElementText();
        }
        QVERIFY2(!xml.hasError(), qPrintable(name + u": "_s + xml.errorString()));
        QCOMPARE(title, chart.title);
        QVERIFY(description.contains(chart.basis));
        const double height = chartHeight(chart, 800, paper());
        QCOMPARE(viewBox, u"0 0 800 %1"_s.arg(height));
        const ChartLayout layout = layOut(chart, {0, 0, 800, height}, paper());
        for (const PlacedText &text : layout.texts)
            QVERIFY2(texts.contains(text.text), qPrintable(name + u": "_s + text.text));
    }
}

void TestChartFile::svgOfAnyText()
{
    Chart chart = test::InventedCharts(false).bars(2);
    chart.title = u"</text><script>\"&\u0001\uffff %1 %5"_s;
    chart.groups[0].label = u"<b>&amp; %1 %2"_s;
    chart.groups[1].label = QString(QChar(0xd800)) + u'x';
    QXmlStreamReader xml(ChartFile(chart, paper(), {600, 300}).svg());
    QStringList texts;
    while (!xml.atEnd()) {
        xml.readNext();
        QVERIFY(!xml.isStartElement() || xml.name() != "script"_L1);
        if (xml.isStartElement() && xml.name() == "text"_L1)
            texts << xml.readElementText();
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
    QVERIFY(texts.contains(u"</text><script>\"& %1 %5"_s));
    QVERIFY(texts.contains(u"<b>&amp; %1 %2"_s));
}

/// Read back and painted, it has the bars where the picture has them.
void TestChartFile::svgIsSeen()
{
    const Chart chart = test::InventedCharts(false).shares(4);
    const ChartFile file(chart, paper(), {800, 400});
    QSvgRenderer renderer;
    QVERIFY(renderer.load(file.svg()));
    QCOMPARE(renderer.viewBoxF(), QRectF(0, 0, 800, 400));
    QImage image(800, 400, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    painter.end();
    QCOMPARE(image.pixelColor(2, 2), QColor(Qt::white));
    for (const PlacedShape &shape : layOut(chart, {0, 0, 800, 400}, paper()).shapes) {
        if (shape.group >= 0 && shape.series == 0)
            QCOMPARE(image.pixelColor(shape.place.center().toPoint()), Palette::light().accent);
    }
}

void TestChartFile::pdf()
{
    const ChartFile file(test::InventedCharts(true).ranges(), paper(), {960, 480});
    const auto bytes = file.pdf();
    QVERIFY(bytes.has_value());
    QVERIFY(bytes->startsWith("%PDF-"));
    QVERIFY(bytes->trimmed().endsWith("%%EOF"));
    QCOMPARE(bytes->count("/Type /Page\n"), 1);
    QVERIFY2(bytes->contains("/MediaBox [0 0 720.000000 360.000000]") ||
                 bytes->contains("/MediaBox [0 0 720 360]"),
             bytes->mid(bytes->indexOf("/MediaBox"), 60).constData());
    QVERIFY(bytes->size() > 3000);
}

void TestChartFile::saved()
{
    const QTemporaryDir folder;
    const ChartFile file(test::InventedCharts(false).histogram(), paper(), {700, 400});
    for (const auto &[name, begin] :
         {std::pair(u"a.png"_s, QByteArray("\x89PNG")), std::pair(u"b.SVG"_s, QByteArray("<?xml")),
          std::pair(u"c.pdf"_s, QByteArray("%PDF-"))}) {
        const QString path = folder.filePath(name);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const Result<void> saved = file.save(path);
        QVERIFY2(saved.has_value(), qPrintable(name));
        QVERIFY(contentOf(path).startsWith(begin));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 3);
}

void TestChartFile::refused()
{
    const QTemporaryDir folder;
    const ChartFile file(test::InventedCharts(false).histogram(), paper(), {700, 400});
    QCOMPARE(file.save(folder.filePath(u"a.gif"_s)).error().reason, Reason::BadValue);
    const QString nowhere = folder.filePath(u"none/a.png"_s);
    const Result<void> lost = file.save(nowhere);
    QCOMPARE(lost.error().reason, Reason::Io);
    QVERIFY(lost.error().detail.contains(nowhere));
    QCOMPARE(file.png(1000).error().reason, Reason::BadValue);
    QCOMPARE(file.png(0).error().reason, Reason::BadValue);
    QCOMPARE(file.png(-1).error().reason, Reason::BadValue);
    // What cannot be written leaves what was there.
    const QString path = folder.filePath(u"folder.svg"_s);
    QVERIFY(QDir().mkpath(path));
    QVERIFY(!file.save(path));
    QVERIFY(QDir(path).exists());
}

void TestChartFile::paperIsWhite()
{
    const auto image = ChartFile(test::InventedCharts(false).bars(3), paper(), {500, 300}).image(1);
    QVERIFY(image.has_value());
    QCOMPARE(image->pixelColor(1, 1), QColor(Qt::white));
}

QTEST_MAIN(TestChartFile)
#include "tst_chartfile.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/exportformat.h"
#include "gui/chart/chartcopy.h"
#include "gui/chart/chartpanel.h"
#include "gui/look/palette.h"
#include "gui/look/theme.h"
#include "support/inventedcharts.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QHelpEvent>
#include <QImage>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSvgRenderer>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolTip>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// A chart in the window: pointed at, walked through, chosen from, copied, saved, and as a table.
class TestChartPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void clicks();
    void clickOnASeries();
    void keys();
    void chosenAreSetOff();
    void hover();
    void markupInLabelsIsText();
    void rowsStreamIn();
    void themes();
    void largerLetters();
    void asTable();
    void told();
    void toldAsATable();
    void copied();
    void dataCopied();
    void copyKey();
    void savedAs();
    void dataSaved();
    void fileNames();
    void smallPlaces();
};

namespace {

void shown(QWidget &widget, QSize size = {800, 500})
{
    widget.resize(size);
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

} // namespace

void TestChartPanel::clicks()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).bars(9));
    shown(panel);
    QSignalSpy chosen(&panel, &ChartPanel::groupChosen);
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, panel.view().groupRect(3).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"employer-3"_s);
    QCOMPARE(chosen[0][1].toString(), QString());
    QCOMPARE(panel.view().current(), 3);
    // Pressed here and let go there is no click, nor is one beside everything.
    QTest::mousePress(&panel.view(), Qt::LeftButton, {}, panel.view().groupRect(3).center());
    QTest::mouseRelease(&panel.view(), Qt::LeftButton, {}, panel.view().groupRect(5).center());
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, {400, 2});
    QTest::mouseClick(&panel.view(), Qt::RightButton, {}, panel.view().groupRect(3).center());
    QCOMPARE(chosen.size(), 1);
    // What has no key cannot be chosen.
    draw::Chart silent = test::InventedCharts(false).bars(9);
    silent.groups[3].key.clear();
    panel.setChart(silent);
    QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, panel.view().groupRect(3).center());
    QCOMPARE(chosen.size(), 1);
}

void TestChartPanel::clickOnASeries()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).compared());
    shown(panel);
    QSignalSpy chosen(&panel, &ChartPanel::groupChosen);
    for (const draw::PlacedShape &shape : panel.view().chartLayout().shapes) {
        if (shape.group != 1)
            continue;
        chosen.clear();
        QTest::mouseClick(&panel.view(), Qt::LeftButton, {}, shape.place.center().toPoint());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toString(), u"skill-1"_s);
        QCOMPARE(chosen[0][1].toString(), shape.series == 0 ? u"remote"_s : u"office"_s);
    }
}

void TestChartPanel::keys()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).bars(45));
    shown(panel, {800, 900});
    ChartView &view = panel.view();
    view.setFocus();
    QSignalSpy chosen(&panel, &ChartPanel::groupChosen);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 0); // nothing is current yet
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), 0);
    QTest::keyClick(&view, Qt::Key_Right);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"employer-1"_s);
    QTest::keyClick(&view, Qt::Key_End);
    QCOMPARE(view.current(), 19); // others are no group
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.current(), 19);
    QTest::keyClick(&view, Qt::Key_Home);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(view.current(), 0);
    QVERIFY(view.accessibleDescription().contains(u"Northern Bakery"_s));
    panel.setChart({});
    QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Return);
    QCOMPARE(view.current(), -1);
    QCOMPARE(chosen.size(), 1);
}

void TestChartPanel::chosenAreSetOff()
{
    ChartView view;
    view.setChart(test::InventedCharts(false).bars(4));
    shown(view);
    const QImage before = view.grab().toImage();
    view.setChosen({u"employer-2"_s});
    const QImage after = view.grab().toImage();
    const double scale = after.devicePixelRatio();
    for (const draw::PlacedShape &shape : view.chartLayout().shapes) {
        const QPoint middle = (shape.place.center() * scale).toPoint();
        QCOMPARE(after.pixelColor(middle) == before.pixelColor(middle), shape.group == 2);
    }
}

void TestChartPanel::hover()
{
    ChartView view;
    view.setChart(test::InventedCharts(false).ranges());
    shown(view);
    const QPoint at = view.groupRect(4).center();
    QHelpEvent help(QEvent::ToolTip, at, view.mapToGlobal(at));
    QApplication::sendEvent(&view, &help);
    // The whole name, however much of it the chart has room for.
    QVERIFY(QToolTip::text().contains(
        u"The Greatest and Oldest Warehouse of Invented Goods in the Whole Region"_s));
    QVERIFY(QToolTip::text().contains(u"n, ads: 42"_s));
    QHelpEvent beside(QEvent::ToolTip, {400, 1}, view.mapToGlobal(QPoint(400, 1)));
    QApplication::sendEvent(&view, &beside);
    QTRY_VERIFY(!QToolTip::isVisible());
    QTest::mouseMove(&view, at);
    QTRY_COMPARE(view.cursor().shape(), Qt::PointingHandCursor);
}

void TestChartPanel::markupInLabelsIsText()
{
    ChartView view;
    draw::Chart chart = test::InventedCharts(false).bars(1);
    chart.groups[0].label = u"<img src='x'><b>Bold</b> & Co"_s;
    view.setChart(chart);
    shown(view);
    const QPoint at = view.groupRect(0).center();
    QHelpEvent help(QEvent::ToolTip, at, view.mapToGlobal(at));
    QApplication::sendEvent(&view, &help);
    QVERIFY(QToolTip::text().contains(u"&lt;img src='x'&gt;&lt;b&gt;Bold&lt;/b&gt; &amp; Co"_s));
}

/// The keys stay at the same group, wherever it goes, and the pointer does not point at what is gone.
void TestChartPanel::rowsStreamIn()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).bars(6));
    shown(panel);
    panel.view().setCurrent(2);
    draw::Chart more = test::InventedCharts(false).bars(300);
    std::swap(more.groups[2], more.groups[4]);
    QTest::mouseMove(&panel.view(), panel.view().groupRect(5).center());
    panel.setChart(more);
    QCOMPARE(panel.view().current(), 4);
    QTest::mousePress(&panel.view(), Qt::LeftButton, {}, panel.view().groupRect(5).center());
    panel.setChart(test::InventedCharts(false).bars(1));
    QTest::mouseRelease(&panel.view(), Qt::LeftButton, {}, {400, 250});
    QCOMPARE(panel.view().current(), -1);
    panel.setChart({});
    QVERIFY(!panel.view().grab().isNull());
    for (int i = 1; i < 60; ++i) {
        panel.setChart(test::InventedCharts(false).bars(i * 40));
        QVERIFY(!panel.view().grab().isNull());
    }
}

void TestChartPanel::themes()
{
    Theme theme(Theme::Choice::Light);
    ChartView view;
    view.setChart(test::InventedCharts(false).bars(3));
    shown(view);
    const QPoint ground(5, 5); // within the frame that shows the focus
    QCOMPARE(view.grab().toImage().pixelColor(ground), Palette::light().base);
    theme.setChoice(Theme::Choice::Dark);
    QTRY_COMPARE(view.grab().toImage().pixelColor(ground), Palette::darkOne().base);
    theme.setChoice(Theme::Choice::Light);
}

/// Larger letters need more room, at once.
void TestChartPanel::largerLetters()
{
    ChartView view;
    view.setChart(test::InventedCharts(false).bars(9));
    shown(view);
    const int before = view.sizeHint().height();
    QFont font = view.font();
    font.setPixelSize(30);
    view.setFont(font);
    QVERIFY(view.sizeHint().height() > before * 3 / 2);
    QCOMPARE(view.look().font.pixelSize(), 30);
}

void TestChartPanel::asTable()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).bars(45));
    const QAbstractItemModelTester tester(panel.table().model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    shown(panel);
    QVERIFY(!panel.isTable());
    panel.view().setFocus();
    panel.findChild<QAction *>(u"asTable"_s)->trigger();
    QVERIFY(panel.isTable());
    QVERIFY(panel.table().isVisible() && panel.table().hasFocus());
    // All groups, not only those with a bar.
    QCOMPARE(panel.table().model()->rowCount(), 45);
    QCOMPARE(panel.table().model()->index(0, 1).data().toString(), u"421"_s);
    QCOMPARE(panel.table().accessibleName(), u"Employers with the most ads"_s);
    QSignalSpy chosen(&panel, &ChartPanel::groupChosen);
    panel.table().setCurrentIndex(panel.table().model()->index(30, 0));
    QTest::keyClick(&panel.table(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].toString(), u"employer-30"_s);
    panel.setChart(test::InventedCharts(false).ranges());
    QCOMPARE(panel.table().model()->rowCount(), 9);
    QCOMPARE(panel.table().model()->headerData(3, Qt::Horizontal).toString(), u"median"_s);
    panel.findChild<QAction *>(u"asTable"_s)->trigger();
    QVERIFY(!panel.isTable());
    QVERIFY(panel.view().hasFocus());
}

void TestChartPanel::told()
{
    ChartView view;
    view.setChart(test::InventedCharts(false).ranges());
    QCOMPARE(view.accessibleName(), u"Salary by employer"_s);
    QVERIFY(view.accessibleDescription().contains(u"1,204 of 3,410"_s));
    shown(view);
    view.setCurrent(0);
    QVERIFY(view.accessibleDescription().contains(u"median: 95,000"_s));
    view.setChart({});
    QVERIFY(!view.accessibleDescription().isEmpty());
}

void TestChartPanel::toldAsATable()
{
    ChartView view;
    view.setChart(test::InventedCharts(false).ranges());
    shown(view);
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&view);
    QVERIFY(interface);
    QCOMPARE(interface->role(), QAccessible::Table);
    QCOMPARE(interface->text(QAccessible::Name), u"Salary by employer"_s);
    QAccessibleTableInterface *table = interface->tableInterface();
    QVERIFY(table);
    QCOMPARE(table->rowCount(), 9);
    QCOMPARE(table->columnDescription(3), u"median"_s);
    QCOMPARE(table->rowDescription(1), u"Lake & Sons"_s);
    QAccessibleInterface *cell = table->cellAt(0, 3);
    QVERIFY(cell && cell->isValid());
    QCOMPARE(cell->text(QAccessible::Name), u"95,000"_s);
    QCOMPARE(cell->tableCellInterface()->rowIndex(), 0);
    QCOMPARE(cell->parent(), interface);
    QCOMPARE(interface->child(interface->indexOfChild(cell)), cell);
    QCOMPARE(cell->rect().topLeft(), view.mapToGlobal(view.groupRect(0).topLeft()));
    QCOMPARE(interface->childCount(), table->rowCount() * table->columnCount());
    for (int i = 0; i < interface->childCount(); ++i)
        QVERIFY(interface->child(i) && interface->child(i)->parent() == interface);
    QVERIFY(!table->cellAt(9, 0) && !table->cellAt(0, 99) && !interface->child(-1));
    // Another chart is another table.
    view.setChart(test::InventedCharts(false).bars(3));
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->cellAt(0, 1)->text(QAccessible::Name), u"421"_s);
    view.setChart({});
    QCOMPARE(interface->childCount(), 0);
}

void TestChartPanel::copied()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).ranges());
    shown(panel);
    QSignalSpy messages(&panel, &ChartPanel::message);
    panel.findChild<QAction *>(u"copyChart"_s)->trigger();
    QCOMPARE(messages.size(), 1);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QImage image = QImage::fromData(data->data(u"image/png"_s), "PNG");
    QCOMPARE(image.width(), 1600);
    QCOMPARE(image.pixelColor(1, 1), QColor(Qt::white));
    QVERIFY(data->hasImage());
    QSvgRenderer renderer;
    QVERIFY(renderer.load(data->data(u"image/svg+xml"_s)));
    // A word processor would take the table instead of the picture.
    QVERIFY(!data->hasHtml() && !data->hasText());
}

void TestChartPanel::dataCopied()
{
    ChartPanel panel;
    draw::Chart chart = test::InventedCharts(false).bars(3);
    chart.groups[0].label = u"A\t<b>\"1-2\""_s;
    chart.groups[0].values = {1234567.0};
    panel.setChart(chart);
    panel.findChild<QAction *>(u"copyData"_s)->trigger();
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(u'\n');
    QCOMPARE(lines.at(0), u"Employer\tNumber of ads\tn, ads"_s);
    QCOMPARE(lines.at(1), u"\"A <b>\"\"1-2\"\"\"\t1234567\t421"_s);
    QCOMPARE(lines.size(), 5);
    QVERIFY(data->html().contains("A &lt;b&gt;&quot;1-2&quot;</td><td>1234567</td>"_L1));
}

void TestChartPanel::copyKey()
{
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).bars(3));
    shown(panel);
    QTest::keySequence(&panel.view(), QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasFormat(u"image/png"_s));
    panel.showTable(true);
    QTest::keySequence(&panel.table(), QKeySequence::Copy);
    QVERIFY(QGuiApplication::clipboard()->mimeData()->text().startsWith("Employer\t"_L1));
}

void TestChartPanel::savedAs()
{
    const QTemporaryDir folder;
    ChartPanel panel;
    panel.setChart(test::InventedCharts(false).bars(3));
    shown(panel);
    QSignalSpy messages(&panel, &ChartPanel::message);
    panel.findChild<QAction *>(u"saveChart"_s)->trigger();
    auto *dialog = panel.findChild<QFileDialog *>();
    QVERIFY(dialog);
    QVERIFY(dialog->nameFilters().size() >= 5);
    const QString path = folder.filePath(u"chart.svg"_s);
    Q_EMIT dialog->fileSelected(path);
    QCOMPARE(messages.size(), 1);
    QVERIFY(QFile::exists(path));
    Q_EMIT dialog->fileSelected(folder.filePath(u"none/chart.png"_s));
    QCOMPARE(messages.size(), 2);
    QVERIFY(messages[1][0].toString().contains(u"not saved"_s));
    dialog->close();
}

void TestChartPanel::dataSaved()
{
    const QTemporaryDir folder;
    draw::Chart chart = test::InventedCharts(false).ranges();
    chart.groups[0].label = u"=1+1, \"x\""_s;
    const draw::ChartStyle style;
    int csv = 0;
    for (const exports::ExportFormat *format : ChartSaver::dataFormats()) {
        const QString path = folder.filePath(u"data."_s + format->ending);
        const Result<void> saved = ChartSaver::save(chart, style, 800, path, format);
        QVERIFY2(saved.has_value(), format->id.data());
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(content.contains("median"), format->id.data());
        QVERIFY2(content.contains("95000"), format->id.data());
        if (format->dialect == "standard"_L1) {
            ++csv;
            QVERIFY(content.startsWith("group,p10,p25,median,p75,p90,n,known,note\r\n"
                                       "\"=1+1, \"\"x\"\"\",57000,76000,95000,"));
        } else if (format->dialect.startsWith("excel"_L1)) {
            QVERIFY(content.contains("'=1+1"));
        }
    }
    QCOMPARE(csv, 1);
}

void TestChartPanel::fileNames()
{
    QCOMPARE(ChartSaver::fileName(u"Salary: remote/office?"_s), u"Salary remote office"_s);
    QCOMPARE(ChartSaver::fileName(u"..."_s), u"chart"_s);
    QVERIFY(ChartSaver::fileName(QString(500, u'x')).size() <= 60);
}

/// In a page that scrolls a chart takes the height that it needs; in a splitter it lives with what it gets.
void TestChartPanel::smallPlaces()
{
    ChartView view;
    view.setChart(test::InventedCharts(false).bars(10'000));
    for (const QSize size : {QSize(1, 1), QSize(40, 20), QSize(300, 60), QSize(200, 900)}) {
        view.resize(size);
        QVERIFY(!view.grab().isNull());
    }
    QScrollArea area;
    auto *panel = new ChartPanel;
    panel->setChart(test::InventedCharts(false).bars(45));
    area.setWidget(panel);
    area.setWidgetResizable(true);
    shown(area, {500, 300});
    QVERIFY(panel->view().chartLayout().shownGroups > 3);
}

QTEST_MAIN(TestChartPanel)
#include "tst_chartpanel.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/keptplaces.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/graphlookmenu.h"
#include "gui/crawl/graphtab.h"
#include "gui/crawlsite.h"
#include "gui/graph/graphcanvas.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/emptystate.h"
#include "gui/windowrig.h"
#include "support/clirunner.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using analysis::Grouping;

/// The drawn graph of a crawl as a person uses it.
class TestGraphTab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsThePagesOfTheSite();
    void redirectsOnly();
    void followsTheFilter();
    void selectionIsOne();
    void legendHides();
    void keyboard();
    void findsPages();
    void saves();
    void aroundAPage();
    void howAPageIsReached();
    void wayThatIsNone();
    void placesAreKept();
    void commandLineDrawsTheSame();
    void foldersInRings();
    void groupsLeadToTheirPages();
    void emptyCrawl();
    void growsWithTheCrawl();
    void projectClosesWhileDrawing();

private:
    static GraphTab &open(WindowRig &rig, const std::function<void(CrawlRows &rows)> &more = {});
    static bool isDrawn(const GraphTab &tab);
    /// Drawn, and with so many nodes.
    static bool waitFor(const GraphTab &tab, quint32 nodes);
    static CrawlPage &page(WindowRig &rig);
    static ResultsPane &pages(WindowRig &rig);
    static quint32 nodeOf(const GraphTab &tab, const QString &end);
    static constexpr quint32 SiteNodes = 7; ///< of CrawlSite: five pages, a redirect, a broken address
};

CrawlPage &TestGraphTab::page(WindowRig &rig)
{
    return *qobject_cast<CrawlPage *>(rig.window().workspace().task(u"crawl"_s));
}

ResultsPane &TestGraphTab::pages(WindowRig &rig)
{
    return *page(rig).results().pane(table::pageSchema());
}

GraphTab &TestGraphTab::open(WindowRig &rig, const std::function<void(CrawlRows &rows)> &more)
{
    const QString path = rig.path(u"crawl.linnet"_s);
    if (!rig.session().projectSlot().open(path))
        qFatal("no project");
    CrawlRows rows(CrawlSite::add(rig.session()));
    if (more) {
        more(rows);
        rig.session().project().writer().post(rows.take());
    }
    if (!rig.session().projectSlot().close())
        qFatal("not closed");
    rig.window().openProject(path);
    if (!QTest::qWaitFor([&] { return page(rig).run() != 0; }, 30'000))
        qFatal("no run");
    auto *tab = page(rig).findChild<GraphTab *>();
    page(rig).results().showPage(tab);
    return *tab;
}

bool TestGraphTab::isDrawn(const GraphTab &tab)
{
    return tab.shown().picture && tab.canvas().isDrawn() && tab.shown().look == tab.look();
}

bool TestGraphTab::waitFor(const GraphTab &tab, quint32 nodes)
{
    return QTest::qWaitFor([&] { return isDrawn(tab) && tab.shown().picture->size() == nodes; }, 60'000);
}

quint32 TestGraphTab::nodeOf(const GraphTab &tab, const QString &end)
{
    const QStringList &urls = tab.shown().crawl->urls;
    for (qsizetype i = 0; i < urls.size(); ++i) {
        if (urls[i].endsWith(end))
            return quint32(i);
    }
    return 0xffff;
}

void TestGraphTab::drawsThePagesOfTheSite()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    const models::CrawlPicture &shown = tab.shown();
    QVERIFY(!shown.groups); // a small site comes page by page
    QCOMPARE(tab.findChild<QComboBox *>()->currentData().toInt(), int(Grouping::Pages));
    QCOMPARE(shown.crawl->leftOut.notAsked + shown.crawl->leftOut.otherSites, 0); // the table has none either
    const quint32 home = nodeOf(tab, u"site.example/"_s);
    const quint32 missing = nodeOf(tab, u"/missing"_s);
    const quint32 moved = nodeOf(tab, u"/moved"_s);
    const quint32 news = nodeOf(tab, u"/Новости"_s);
    QCOMPARE(shown.crawl->graph.in(missing).size(), size_t(2));
    QCOMPARE(shown.crawl->graph.out(home).size(), size_t(4));  // news twice, once here
    QCOMPARE(shown.crawl->graph.out(moved).size(), size_t(1)); // the redirect
    QCOMPARE(shown.crawl->graph.out(moved)[0], news);
    QCOMPARE(shown.legend[shown.entries[missing]].ink, quint8(draw::GraphPicture::Bad));
    QCOMPARE(shown.legend[shown.entries[moved]].ink, quint8(draw::GraphPicture::Warning));
    QCOMPARE(shown.legend[shown.entries[home]].ink, quint8(draw::GraphPicture::Plain));
    QVERIFY(shown.sentence().contains(u"7"));
    QVERIFY(shown.describe(missing).join(u' ').contains(u"404"));
    // Something is drawn.
    const QImage image = tab.canvas().grab().toImage();
    const QPointF at = tab.canvas().view().toScreen(shown.picture->places[missing]);
    QVERIFY(image.pixelColor((at * image.devicePixelRatio()).toPoint()) != tab.canvas().style().colors.base);
}

/// What leads elsewhere, and where to; a filter may leave none.
void TestGraphTab::redirectsOnly()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    const auto choose = [&tab](const QString &text) {
        for (QAction *action : tab.findChild<GraphLookMenu *>()->actions()) {
            if (action->text() == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text));
    };
    choose(u"Redirects only"_s);
    QVERIFY(waitFor(tab, 2));
    const quint32 moved = nodeOf(tab, u"/moved"_s);
    QCOMPARE(tab.shown().crawl->graph.out(moved).front(), nodeOf(tab, u"/Новости"_s));
    QCOMPARE(tab.shown().crawl->leftOut.unlinked, SiteNodes - 2);
    QVERIFY2(tab.shown().sentence().contains(u"(5)"), qPrintable(tab.shown().sentence()));
    QVERIFY(!tab.findChild<QPushButton *>(u"wayToPage"_s)->isEnabled());
    pages(rig).filter().setFilter({{{u"status"_s, table::FilterOp::Equals, {200.0}, false}}});
    const auto isSaid = [&tab](QLatin1StringView text) {
        const auto labels = tab.findChild<EmptyState *>()->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text() == text; });
    };
    QTRY_VERIFY(isSaid("No redirects to draw"_L1));
    pages(rig).filter().clear();
    choose(u"All but those to what most pages link to"_s);
    QVERIFY(waitFor(tab, SiteNodes));
}

void TestGraphTab::followsTheFilter()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    pages(rig).filter().setFilter({{{u"status"_s, table::FilterOp::Equals, {200.0}, false}}});
    QVERIFY(waitFor(tab, 5));
    pages(rig).filter().clear();
    QVERIFY(waitFor(tab, SiteNodes));
    QCOMPARE(tab.shown().crawl->leftOut.notAsked, 1);
    QCOMPARE(tab.shown().crawl->leftOut.otherSites, 1);
    // Not looked at, it does nothing; shown again, it is up to date.
    page(rig).results().showTable(table::pageSchema());
    pages(rig).filter().setFilter({{{u"status"_s, table::FilterOp::Equals, {404.0}, false}}});
    page(rig).results().showPage(&tab);
    QVERIFY(waitFor(tab, 1));
}

void TestGraphTab::selectionIsOne()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    const quint32 missing = nodeOf(tab, u"/missing"_s);
    const auto at = [&](quint32 node) {
        return tab.canvas().view().toScreen(tab.shown().picture->places[node]).toPoint();
    };
    QTRY_VERIFY_WITH_TIMEOUT(pages(rig).model().rowCount() > 0, 20'000);
    QTest::mouseClick(&tab.canvas(), Qt::LeftButton, {}, at(missing));
    QCOMPARE(tab.canvas().chosen(), std::vector<quint32>{missing});
    QTRY_COMPARE_WITH_TIMEOUT(pages(rig).table()->currentId(), tab.shown().crawl->rows[missing], 20'000);
    QTest::mouseDClick(&tab.canvas(), Qt::LeftButton, {}, at(missing));
    QTRY_VERIFY(!tab.isVisible()); // the table is in front
    // And back: what people choose in the table is ringed in the picture.
    const quint32 twin = nodeOf(tab, u"/twin"_s);
    pages(rig).table()->setFocus();
    QVERIFY(pages(rig).showRow(tab.shown().crawl->rows[twin]));
    QTRY_COMPARE_WITH_TIMEOUT(tab.canvas().chosen(), std::vector<quint32>{twin}, 20'000);
}

void TestGraphTab::legendHides()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    const quint32 missing = nodeOf(tab, u"/missing"_s);
    const auto boxes = tab.findChildren<QCheckBox *>();
    QCOMPARE(boxes.size(), tab.shown().legend.size());
    boxes[tab.shown().entries[missing]]->click();
    QVERIFY(tab.canvas().picture()->isHidden(missing));
    QCOMPARE(std::ranges::count(tab.canvas().picture()->hidden, true), 1);
    boxes[tab.shown().entries[missing]]->click();
    QVERIFY(!tab.canvas().picture()->isHidden(missing));
}

void TestGraphTab::keyboard()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    GraphCanvas &canvas = tab.canvas();
    canvas.setFocus();
    const draw::GraphView whole = canvas.view();
    QTest::keyClick(&canvas, Qt::Key_Plus);
    QVERIFY(canvas.view().scale > whole.scale);
    QTest::keyClick(&canvas, Qt::Key_Left);
    QVERIFY(canvas.view().centre.x() < whole.centre.x());
    QTest::keyClick(&canvas, Qt::Key_0);
    QCOMPARE(canvas.view(), whole);
    QTest::keyClick(&canvas, Qt::Key_PageDown);
    QCOMPARE(canvas.chosen(), std::vector<quint32>{tab.shown().picture->heaviest[0]});
    QTest::keyClick(&canvas, Qt::Key_PageDown);
    QCOMPARE(canvas.chosen(), std::vector<quint32>{tab.shown().picture->heaviest[1]});
    QVERIFY(canvas.accessibleDescription().contains(
        tab.shown().crawl->urls[qsizetype(tab.shown().picture->heaviest[1])]));
    QTest::keyClick(&canvas, Qt::Key_PageUp);
    QCOMPARE(canvas.chosen(), std::vector<quint32>{tab.shown().picture->heaviest[0]});
    QSignalSpy opened(&canvas, &GraphCanvas::opened);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QTRY_VERIFY(!tab.isVisible());
    page(rig).results().showPage(&tab);
    canvas.setFocus();
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QVERIFY(canvas.chosen().empty());
}

void TestGraphTab::findsPages()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    auto *field = tab.findChild<QLineEdit *>(u"findNode"_s);
    field->setText(u"TWIN"_s);
    QCOMPARE(tab.canvas().chosen(), std::vector<quint32>{nodeOf(tab, u"/twin"_s)});
    field->setText(u"no such page"_s);
    QVERIFY(tab.canvas().chosen().empty());
}

void TestGraphTab::saves()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    QSignalSpy told(&page(rig).results(), &ResultsView::message);
    tab.saveTo(rig.path(u"graph.svg"_s));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 20'000);
    QVERIFY(told[0][0].toString().contains(u"graph.svg"));
    QFile file(rig.path(u"graph.svg"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count("<circle"), qsizetype(SiteNodes));
    tab.saveTo(rig.path(u"none/graph.png"_s)); // no such folder
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 20'000);
    QVERIFY(told[1][0].toString().contains(u"none"));
}

void TestGraphTab::aroundAPage()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    auto *button = tab.findChild<QPushButton *>(u"aroundPage"_s);
    QVERIFY(!button->isEnabled()); // no page is chosen
    const quint32 twin = nodeOf(tab, u"/twin"_s);
    const qint64 row = tab.shown().crawl->rows[twin];
    const QPoint at = tab.canvas().view().toScreen(tab.shown().picture->places[twin]).toPoint();
    QTest::mouseClick(&tab.canvas(), Qt::LeftButton, {}, at);
    QVERIFY(button->isEnabled());
    button->click();
    // News, which names it, and what news is linked with: start, moved, missing.
    QVERIFY(waitFor(tab, 5));
    QVERIFY(tab.shown().nodeOf(row).has_value());
    QCOMPARE(tab.shown().crawl->leftOut.farther, qint64(SiteNodes - 5));
    button->click();
    QVERIFY(waitFor(tab, SiteNodes));
}

void TestGraphTab::howAPageIsReached()
{
    WindowRig rig;
    GraphTab &tab = open(rig, [](CrawlRows &rows) {
        rows.page(1, 200,
                  {{table::PageColumn::Internal, true},
                   {table::PageColumn::Type, u"text/html"_s},
                   {table::PageColumn::Depth, qint64(0)}},
                  store::RowMode::Replace);
    });
    QVERIFY(waitFor(tab, SiteNodes));
    auto *button = tab.findChild<QPushButton *>(u"wayToPage"_s);
    auto *list = tab.findChild<QListWidget *>(u"wayList"_s);
    QVERIFY(!list->isVisible());
    const quint32 twin = nodeOf(tab, u"/twin"_s);
    const std::vector<quint32> way = analysis::wayTo(*tab.shown().whole, twin);
    QVERIFY(way.size() > 1);
    const QPoint at = tab.canvas().view().toScreen(tab.shown().picture->places[twin]).toPoint();
    QTest::mouseClick(&tab.canvas(), Qt::LeftButton, {}, at);
    button->click();
    QTRY_COMPARE_WITH_TIMEOUT(tab.canvas().way(), way, 20'000);
    QVERIFY(list->isVisible());
    QCOMPARE(list->count(), int(way.size()));
    QVERIFY(list->item(0)->text().contains(u"site.example/"));
    QVERIFY(list->item(list->count() - 1)->text().contains(u"/twin"));
    // Another page, another way.
    const quint32 home = nodeOf(tab, u"site.example/"_s);
    tab.canvas().showNode(home);
    QTest::mouseClick(&tab.canvas(), Qt::LeftButton, {},
                      tab.canvas().view().toScreen(tab.shown().picture->places[home]).toPoint());
    QTRY_COMPARE_WITH_TIMEOUT(tab.canvas().way(), std::vector<quint32>{home}, 20'000);
    const quint32 news = nodeOf(tab, u"/Новости"_s);
    tab.canvas().showNode(news);
    QTest::mouseClick(&tab.canvas(), Qt::LeftButton, {},
                      tab.canvas().view().toScreen(tab.shown().picture->places[news]).toPoint());
    QTRY_VERIFY_WITH_TIMEOUT(tab.canvas().way().size() > 1, 20'000);
    // With keys: each step is ringed in the picture, Return opens its row.
    list->setFocus();
    list->setCurrentRow(0);
    QTest::keyClick(list, Qt::Key_Down);
    QCOMPARE(tab.canvas().chosen(), std::vector<quint32>{tab.canvas().way()[1]});
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(!tab.isVisible());
    page(rig).results().showPage(&tab);
    button->click();
    QVERIFY(!list->isVisible());
    QVERIFY(tab.canvas().way().empty());
}

void TestGraphTab::wayThatIsNone()
{
    WindowRig rig;
    GraphTab &tab = open(rig, [](CrawlRows &rows) {
        rows.address(20, "http://site.example/alone", true);
        rows.page(20, 200, {{table::PageColumn::Internal, true}, {table::PageColumn::Type, u"text/html"_s}});
    });
    QVERIFY(waitFor(tab, SiteNodes + 1));
    const quint32 alone = nodeOf(tab, u"/alone"_s);
    tab.canvas().showNode(alone);
    QTest::mouseClick(&tab.canvas(), Qt::LeftButton, {},
                      tab.canvas().view().toScreen(tab.shown().picture->places[alone]).toPoint());
    QCOMPARE(tab.canvas().chosen(), std::vector<quint32>{alone});
    tab.findChild<QPushButton *>(u"wayToPage"_s)->click();
    const auto isTold = [&tab] {
        const auto labels = tab.findChildren<QLabel *>();
        return std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"/alone");
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTold(), 20'000);
    QVERIFY(tab.canvas().way().empty());
}

void TestGraphTab::placesAreKept()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    const std::vector<QPointF> places = tab.shown().picture->places;
    const auto kept = [&] {
        const auto reader = store::RowReader::open(rig.path(u"crawl.linnet"_s));
        return reader ? (*reader)->keptPlaces(page(rig).run(), 0, 1).value_or(QByteArrayList())
                      : QByteArrayList();
    };
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, 20'000);
    // Somebody else's places, to tell them from what would be laid out.
    analysis::Points moved;
    for (const QPointF &place : places)
        moved.push_back({float(place.x()) * 2, float(place.y()) - 7});
    store::Unit unit;
    unit.run = page(rig).run();
    unit.attachments.push_back({0, store::AttachmentWrite::Kind::Places,
                                analysis::KeptPlaces::pack(tab.shown().crawl->urls, moved)});
    rig.session().project().writer().post(std::move(unit));
    rig.window().openProject(rig.path(u"other.linnet"_s));
    rig.window().openProject(rig.path(u"crawl.linnet"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page(rig).run() != 0, 30'000);
    page(rig).results().showPage(&tab);
    QVERIFY(waitFor(tab, SiteNodes));
    for (size_t node = 0; node < moved.size(); ++node)
        QCOMPARE(tab.shown().picture->places[node], QPointF(moved[node].x, moved[node].y));
}

void TestGraphTab::commandLineDrawsTheSame()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    QCOMPARE(tab.canvas().style().colors.base, draw::Palette::light().base);
    QSignalSpy told(&page(rig).results(), &ResultsView::message);
    tab.saveTo(rig.path(u"window.png"_s));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 60'000);
    const test::CliRunner cli(QStringLiteral(LINNET_BIN_DIR));
    const auto drawn = cli.run({u"export"_s, rig.path(u"crawl.linnet"_s), u"--table"_s, u"links"_s, u"-o"_s,
                                rig.path(u"command.png"_s)});
    QVERIFY2(drawn.status == 0, drawn.err.constData());
    const QImage window = QImage(rig.path(u"window.png"_s)).convertToFormat(QImage::Format_RGB32);
    const QImage command = QImage(rig.path(u"command.png"_s)).convertToFormat(QImage::Format_RGB32);
    QVERIFY(window.width() > 1000);
    QCOMPARE(command.size(), window.size());
    // Letters may differ, whose font the desktop chooses.
    qint64 others = 0;
    qint64 inked = 0;
    for (int y = 0; y < window.height(); ++y) {
        for (int x = 0; x < window.width(); ++x) {
            const QRgb one = window.pixel(x, y);
            const QRgb other = command.pixel(x, y);
            inked += one != tab.canvas().style().colors.base.rgb() ? 1 : 0;
            others += std::abs(qRed(one) - qRed(other)) > 24 || std::abs(qGreen(one) - qGreen(other)) > 24 ||
                              std::abs(qBlue(one) - qBlue(other)) > 24
                          ? 1
                          : 0;
        }
    }
    qInfo("%lld of %lld pixels with ink differ", others, inked);
    QVERIFY(inked > 1000);
    QVERIFY(double(others) < 0.2 * double(inked));
    QVERIFY(double(others) < 0.005 * window.width() * window.height());
}

void TestGraphTab::foldersInRings()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    models::GraphLook look = tab.look();
    look.layout = models::GraphLook::Layout::Folders;
    tab.setLook(look);
    QVERIFY(waitFor(tab, SiteNodes));
    const QPointF home = tab.shown().picture->places[nodeOf(tab, u"site.example/"_s)];
    QVERIFY(std::hypot(home.x(), home.y()) < 1e-3);
}

void TestGraphTab::groupsLeadToTheirPages()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    models::GraphLook look = tab.look();
    look.grouping = Grouping::Folders;
    look.isChosen = true;
    tab.setLook(look);
    QVERIFY(QTest::qWaitFor([&] { return isDrawn(tab) && tab.shown().groups; }, 60'000));
    const analysis::GraphGroups &groups = *tab.shown().groups;
    QCOMPARE(std::accumulate(groups.pages.begin(), groups.pages.end(), 0u), SiteNodes);
    Q_EMIT tab.canvas().opened(0);
    QTRY_VERIFY(!tab.isVisible());
    const auto conditions = pages(rig).filter().filter().conditions;
    QVERIFY(!conditions.isEmpty());
    QCOMPARE(conditions.back().column, u"url"_s);
    QCOMPARE(table::toText(conditions.back().operands[0]), groups.names[0]);
}

void TestGraphTab::emptyCrawl()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    pages(rig).filter().setFilter({{{u"status"_s, table::FilterOp::Equals, {999.0}, false}}});
    QTRY_VERIFY_WITH_TIMEOUT(tab.shown().picture && tab.shown().picture->size() == 0, 20'000);
    QVERIFY(!tab.canvas().isVisible()); // a hint stands there
}

void TestGraphTab::growsWithTheCrawl()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(waitFor(tab, SiteNodes));
    CrawlRows rows(page(rig).run());
    rows.address(20, "http://site.example/late");
    rows.page(20, 200, {{table::PageColumn::Internal, true}, {table::PageColumn::Type, u"text/html"_s}});
    rig.session().project().writer().post(rows.take());
    bool isStored = false;
    rig.session().project().writer().flush(this, [&isStored](const Result<void> &) { isStored = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isStored, 20'000);
    jobs::Progress progress;
    progress.state = store::RunState::Finished;
    Q_EMIT page(rig).progressed(progress);
    QVERIFY(waitFor(tab, SiteNodes + 1));
}

void TestGraphTab::projectClosesWhileDrawing()
{
    WindowRig rig;
    GraphTab &tab = open(rig);
    QVERIFY(rig.session().projectSlot().close());
    QVERIFY(!tab.shown().picture);
}

QTEST_MAIN(TestGraphTab)
#include "tst_graphtab.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/map/mercator.h"
#include "gui/chart/mapview.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/mappanel.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/windowrig.h"
#include "jobs/requestspec.h"
#include "models/insight/mapfilter.h"
#include "support/practice.h"

#include <QListWidget>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The map in the window: moved, looked at closer, clicked.
class TestMapPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void saysWhatItShows();
    void clickFilters();
    void frameFilters();
    void movesAndZooms();
    void keysDoTheSame();
    void asTable();

private:
    gui::InsightTab &tab() const { return *m_rig->vacancies().insight(); }
    gui::ResultsPane &rows() const { return *m_rig->vacancies().results().pane(table::vacancySchema()); }
    gui::MapPanel &panel() const { return *tab().findChild<gui::MapPanel *>(); }
    gui::MapView &map() const { return panel().map(); }
    const draw::Chart &chart() const { return map().chart(); }
    bool settles() const
    {
        return QTest::qWaitFor(
            [this] { return !panel().isBusy() && chart().isMap() && !chart().groups.empty(); }, 30'000);
    }
    void picture(const QString &name) const;

    std::unique_ptr<WindowRig> m_rig;
    std::unique_ptr<Practice> m_server;
};

void TestMapPanel::init()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    m_server = std::make_unique<Practice>();
    QVERIFY(m_rig->session().projectSlot().openNew());
    vacancies::SearchSpec spec;
    spec.sources = {{u"hh"_s, {}, m_server->url, {}}};
    spec.sources.front().query.pages = 5;
    jobs::RequestSpec requests;
    requests.pace.delay = {};
    m_rig->newSearch();
    session::RunHandle *run = m_rig->session().startVacancies(spec, requests);
    m_rig->vacancies().follow(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!rows().model().isBuilding() && rows().model().rowCount() > 50, 30'000);
    m_rig->vacancies().results().showPage(&tab());
    const auto questions = models::InsightQuestion::of(table::vacancySchema());
    const auto asked =
        std::ranges::find(questions, models::InsightQuestion::Kind::Map, &models::InsightQuestion::kind);
    tab().questions().setCurrentRow(int(asked - questions.begin()));
    QTRY_VERIFY_WITH_TIMEOUT(&tab().chart() == &panel() && map().isVisible(), 30'000);
    QVERIFY(settles());
}

void TestMapPanel::cleanup()
{
    m_rig.reset();
    m_server.reset();
}

void TestMapPanel::picture(const QString &name) const
{
    const QString folder = qEnvironmentVariable("LINNET_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(m_rig->window().grab().save(folder + u'/' + name + u".png"_s));
}

void TestMapPanel::saysWhatItShows()
{
    qint64 counted = 0;
    for (const draw::ChartGroup &group : chart().groups)
        counted += group.n;
    QCOMPARE(counted, chart().n);
    QVERIFY(chart().n > 20 && chart().n < chart().total);
    const QStringList parts = tab().sentence().split(u' ');
    QCOMPARE(parts.value(0).toLongLong(), chart().n);
    const QRectF moscow = map().chartLayout().areaOf(0);
    QVERIFY(map().chartLayout().plot.contains(moscow));
    QVERIFY2(map().accessibleDescription().contains(u"Page Down"_s),
             qPrintable(map().accessibleDescription()));
    picture(u"map"_s);
}

void TestMapPanel::clickFilters()
{
    const draw::ChartGroup first = chart().groups.front();
    QTest::mouseClick(&map(), Qt::LeftButton, {}, map().groupRect(0).center());
    QTRY_COMPARE_WITH_TIMEOUT(qint64(rows().model().rowCount()), first.n, 30'000);
    QCOMPARE(rows().filter().chips().size(), 2);
    // The others stay in sight, and what is chosen is set off.
    QTRY_VERIFY_WITH_TIMEOUT(map().chosen().contains(first.key), 30'000);
    QVERIFY(chart().n > first.n);
    picture(u"map_chosen"_s);
    QVERIFY(settles());
    QTest::mouseClick(&map(), Qt::LeftButton, {}, map().groupRect(0).center());
    QTRY_VERIFY_WITH_TIMEOUT(rows().filter().chips().isEmpty(), 30'000);
}

void TestMapPanel::frameFilters()
{
    const QRect plot = map().chartLayout().plot.toAlignedRect();
    const QPoint from = plot.topLeft() + QPoint(2, 2);
    const QPoint to = plot.center();
    const auto world = [this](const QPoint &point) {
        return map().seen().topLeft() +
               (QPointF(point) - map().chartLayout().plot.topLeft()) * map().chartLayout().pixel;
    };
    const QRectF part(world(from), world(to));
    QTest::mousePress(&map(), Qt::LeftButton, Qt::ShiftModifier, from);
    for (const QPoint &at : {from + QPoint(30, 30), to}) {
        QMouseEvent move(QEvent::MouseMove, at, map().mapToGlobal(at), Qt::NoButton, Qt::LeftButton,
                         Qt::ShiftModifier);
        QCoreApplication::sendEvent(&map(), &move);
    }
    QTest::mouseRelease(&map(), Qt::LeftButton, Qt::ShiftModifier, to);
    const auto box = models::MapFilter::boxOf(rows().filter().filter());
    QVERIFY(box);
    QVERIFY(std::abs(box->north - draw::Mercator::latitude(part.top())) < 0.001);
    QVERIFY(std::abs(box->west - draw::Mercator::longitude(part.left())) < 0.001);
    QVERIFY(std::abs(box->south - draw::Mercator::latitude(part.bottom())) < 0.001);
    QVERIFY(std::abs(box->east - draw::Mercator::longitude(part.right())) < 0.001);
}

void TestMapPanel::movesAndZooms()
{
    const QRectF before = map().seen();
    const QPoint at = map().chartLayout().plot.center().toPoint() + QPoint(40, -20);
    QWheelEvent closer(at, map().mapToGlobal(at), {}, {0, 240}, Qt::NoButton, Qt::NoModifier,
                       Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&map(), &closer);
    const QRectF zoomed = map().seen();
    QVERIFY2(std::abs(zoomed.width() * 2 - before.width()) < 1e-6 * before.width(),
             qPrintable(QString::number(before.width() / zoomed.width())));
    // Circles of the part that is seen now, and more of them.
    QVERIFY(settles());
    QVERIFY(std::abs(map().seen().center().x() - zoomed.center().x()) < 1e-6);
    picture(u"map_closer"_s);
    QTest::mousePress(&map(), Qt::LeftButton, {}, at);
    for (const QPoint &to : {at + QPoint(50, 0), at + QPoint(100, 0)}) {
        QMouseEvent move(QEvent::MouseMove, to, map().mapToGlobal(to), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&map(), &move);
    }
    QTest::mouseRelease(&map(), Qt::LeftButton, {}, at + QPoint(100, 0));
    const double pixel = map().chartLayout().pixel;
    QVERIFY(std::abs(map().seen().left() - (zoomed.left() - 100 * pixel)) < 2 * pixel);
    QVERIFY(rows().filter().filter().isEmpty()); // that was no click
    // Another answer leaves the part that somebody chose.
    const QRectF chosen = map().seen();
    rows().filter().setAnyText(u"а"_s);
    QTRY_VERIFY_WITH_TIMEOUT(rows().filter().chips().size() == 1 && settles(), 30'000);
    QVERIFY(std::abs(map().seen().left() - chosen.left()) < 1);
    map().showWhole();
    QVERIFY(!map().wasMoved() && settles());
    const auto buttons = map().findChildren<QToolButton *>();
    QCOMPARE(buttons.size(), 3);
    for (const QToolButton *button : buttons)
        QVERIFY(!button->accessibleName().isEmpty() && map().rect().contains(button->geometry()));
}

void TestMapPanel::keysDoTheSame()
{
    map().setFocus();
    const QRectF before = map().seen();
    QTest::keyClick(&map(), Qt::Key_Plus);
    QVERIFY(map().seen().width() < 0.51 * before.width());
    QTest::keyClick(&map(), Qt::Key_Right);
    QVERIFY(map().seen().center().x() > before.center().x());
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&map(), Qt::Key_Minus);
    QVERIFY(map().seen().width() <= 360.001);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(&map(), Qt::Key_Plus);
    QVERIFY(map().seen().width() > 0.0099);
    QTest::keyClick(&map(), Qt::Key_0);
    QVERIFY(settles());
    QTest::keyClick(&map(), Qt::Key_PageDown);
    QCOMPARE(map().current(), 0);
    const draw::ChartGroup first = chart().groups.front();
    QVERIFY2(map().accessibleDescription().contains(first.label), qPrintable(map().accessibleDescription()));
    QTest::keyClick(&map(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(qint64(rows().model().rowCount()), first.n, 30'000);
}

void TestMapPanel::asTable()
{
    panel().showTable(true);
    QCOMPARE(panel().table().model()->rowCount(), int(chart().groups.size()));
    QCOMPARE(panel().table().model()->columnCount(), 5);
    const draw::ChartGroup first = chart().groups.front();
    Q_EMIT panel().table().activated(panel().table().model()->index(0, 0));
    QTRY_COMPARE_WITH_TIMEOUT(qint64(rows().model().rowCount()), first.n, 30'000);
}

QTEST_MAIN(TestMapPanel)
#include "tst_mappanel.moc"

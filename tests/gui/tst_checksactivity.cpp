// SPDX-License-Identifier: GPL-3.0-or-later
#include "checksrig.h"
#include "gui/activity/activitypage.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/activity/problemspage.h"
#include "gui/activity/underwayview.h"
#include "gui/table/exportdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/waterfallview.h"
#include "support/faultserver.h"
#include "table/checkschema.h"
#include "table/requestschema.h"
#include "windowrig.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <ranges>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using test::Answer;
using test::newChecksPage;
using test::typeAddresses;
using test::WindowRig;

/// Activity while addresses are checked, on real servers.
class TestChecksActivity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void activityShowsEveryAttempt();
    void activityShowsWhatIsUnderWay();
    void activityListsWhatIsUnderWay();
    void activityIsFiltered();
    void oneHostPausedAndSlowed();
    void requestsAreSavedFromTheExportDialog();
    void manyBarsScroll();
};

void TestChecksActivity::activityShowsEveryAttempt()
{
    test::FaultServer server;
    server.script("/busy", {Answer::status(503), Answer::text("at last")});
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    server.script("/a", {Answer::text("ok").after(3000)});
    typeAddresses(checks, {server.url(u"/a"_s).toString(), server.url(u"/busy"_s).toString()});
    checks.start();
    rig.window().workspace().showActivity();
    gui::ActivityPage &activity = rig.window().workspace().activity();
    QTRY_COMPARE_WITH_TIMEOUT(activity.hosts().rowCount(), 1, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(activity.results().shown(), 3, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(activity.findChildren<QLabel *>(),
                                                 [](const QLabel *label) {
                                                     return label->text() == u"Requests of “2 addresses”";
                                                 }),
                             30'000);
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 30'000);
    activity.results().showPage(&activity.waterfall());
    QTRY_COMPARE_WITH_TIMEOUT(activity.waterfall().view().barCount(), 3, 30'000);
    activity.results().showTable(table::requestSchema());
    QSignalSpy told(&activity, &gui::ActivityPage::message);
    activity.saveHar(rig.path(u"out.har"_s));
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 30'000);
    QFile file(rig.path(u"out.har"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll())[u"log"_s][u"entries"_s].toArray().size(), 3);
}

void TestChecksActivity::activityShowsWhatIsUnderWay()
{
    test::FaultServer server;
    server.script("/headers", {Answer::raw("", Answer::End::Hang)});
    server.script("/body",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Answer::End::Hang)});
    server.script("/again", {Answer::status(503, {{"Retry-After", "60"}})});
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/headers"_s).toString(), server.url(u"/body"_s).toString(),
                           server.url(u"/again"_s).toString()});
    checks.start();
    QTRY_VERIFY(checks.run() != 0);
    rig.window().workspace().showActivity();
    gui::ActivityPage &activity = rig.window().workspace().activity();
    activity.results().showPage(&activity.waterfall());
    using Wait = net::UnderWay::Wait;
    const auto shows = [&](const QString &path, Wait wait, int attempt) {
        const auto bars = activity.waterfall().view().bars();
        return std::ranges::any_of(bars, [&](const models::WaterfallBar &bar) {
            return bar.label.endsWith(path) && bar.state == models::Waterfall::waitText(wait, attempt);
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"/headers"_s, Wait::Headers, 1), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"/body"_s, Wait::Body, 1), 30'000);
    // Its first attempt is over and shown as such; the next one waits.
    QTRY_VERIFY_WITH_TIMEOUT(shows(u"/again"_s, Wait::Retry, 2) || shows(u"/again"_s, Wait::Limiter, 2),
                             30'000);
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(activity.waterfall().view().bars(),
                                                 [](const models::WaterfallBar &bar) {
                                                     return bar.state.isEmpty() &&
                                                            bar.label.endsWith("/again"_L1) && bar.failed;
                                                 }),
                             30'000);
    checks.finish();
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 60'000);
    // Nothing stays behind as if it still went on.
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(activity.waterfall().view().bars(),
                                                 [](const auto &bar) { return bar.state.isEmpty(); }),
                             30'000);
}

/// The table's page lists what is under way, and its rows stay where they are meanwhile.
void TestChecksActivity::activityListsWhatIsUnderWay()
{
    test::FaultServer server(2);
    server.script("/silent", {Answer::raw("", Answer::End::Hang)});
    server.script("/half",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Answer::End::Hang)});
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/silent"_s).toString(), server.url(u"/half"_s, 1).toString(),
                           server.url(u"/quick"_s, 1).toString()});
    checks.start();
    QTRY_VERIFY(checks.run() != 0);
    rig.window().workspace().showActivity();
    gui::ActivityPage &activity = rig.window().workspace().activity();
    QTRY_VERIFY_WITH_TIMEOUT(activity.underWay(), 30'000);
    const gui::UnderWayView &view = *activity.underWay();
    const auto states = [&] {
        QStringList texts;
        for (int row = 0; row < view.model().rowCount(); ++row)
            texts << view.model().index(row, models::UnderWayModel::State).data().toString();
        return texts;
    };
    const QStringList both{u"waiting for the first byte"_s, u"receiving"_s};
    QTRY_COMPARE_WITH_TIMEOUT(states(), both, 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(activity.results().shown(), 1, 30'000);
    QVERIFY(view.isVisible());
    QCOMPARE(view.title(), u"Under way: 2"_s);
    const QWidget &table = *activity.results().pane()->table();
    const QRect place(table.mapTo(&activity, QPoint()), table.size());
    // By state, and by the host in the filter of the table; the state is no matter of the rows below.
    auto *chosen = view.findChild<QComboBox *>(u"underWayStates"_s);
    chosen->setCurrentText(u"receiving"_s);
    QCOMPARE(states(), QStringList{u"receiving"_s});
    QCOMPARE(view.title(), u"Under way: 1 of 2"_s);
    chosen->setCurrentIndex(0);
    models::FilterState &filter = activity.results().pane()->filter();
    filter.keepOnly(int(table::RequestColumn::Host), server.host(0));
    QCOMPARE(states(), QStringList{u"waiting for the first byte"_s});
    QTRY_COMPARE_WITH_TIMEOUT(activity.results().shown(), 0, 30'000);
    filter.clear();
    checks.finish();
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!view.isVisible(), 30'000);
    QCOMPARE(QRect(table.mapTo(&activity, QPoint()), table.size()), place);
}

/// Requests that are over are found by host, proxy and what became of them, as rows and as bars.
void TestChecksActivity::activityIsFiltered()
{
    test::FaultServer server(2);
    server.script("/gone", {Answer::text("gone", 404)});
    server.script("/reset", {Answer::raw("", Answer::End::Reset)});
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s, 1).toString(),
                           server.url(u"/gone"_s, 1).toString(), server.url(u"/reset"_s).toString()});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    rig.window().workspace().showActivity();
    gui::ActivityPage &activity = rig.window().workspace().activity();
    // Two retries of the one that is cut off.
    QTRY_COMPARE_WITH_TIMEOUT(activity.results().shown(), 6, 60'000);
    using Column = table::RequestColumn;
    models::FilterState &filter = activity.results().pane()->filter();
    const std::tuple<Column, table::Value, int> cases[] = {{Column::Host, server.host(1), 2},
                                                           {Column::Status, qint64(404), 1},
                                                           {Column::Reason, u"reset"_s, 3},
                                                           {Column::Proxy, u"direct"_s, 6},
                                                           {Column::Proxy, u"http://other:1"_s, 0}};
    for (const auto &[column, value, rows] : cases) {
        filter.clear();
        filter.keepOnly(int(column), value);
        QTRY_COMPARE_WITH_TIMEOUT(activity.results().shown(), rows, 30'000);
        activity.results().showPage(&activity.waterfall());
        QTRY_COMPARE_WITH_TIMEOUT(activity.waterfall().view().barCount(), rows, 30'000);
        activity.results().showTable(table::requestSchema());
    }
    filter.clear();
    // Beside the table they are offered to be ticked.
    const QList<int> offered = table::requestSchema().facets();
    for (const QString &column : {u"host"_s, u"proxy"_s, u"status"_s, u"reason"_s})
        QVERIFY2(offered.contains(*table::requestSchema().indexOf(column)), qPrintable(column));
}

/// What is pressed in Activity is what the server sees.
void TestChecksActivity::oneHostPausedAndSlowed()
{
    test::FaultServer server(2);
    server.setHandler([](const test::Seen &) { return Answer::text("ok").after(20); });
    const auto seenAt = [&](int host) {
        QList<qint64> times;
        for (const test::Seen &seen : server.seen()) {
            if (seen.port == server.url(u"/"_s, host).port())
                times.append(seen.atNs);
        }
        return times;
    };
    constexpr int Each = 40;
    QStringList urls;
    for (int i = 0; i < 2 * Each; ++i)
        urls << server.url(u"/%1"_s.arg(i), i % 2).toString();
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    gui::ChecksValues values = checks.values();
    values.text = urls.join(u'\n');
    values.delay = std::chrono::milliseconds(120);
    checks.setValues(values);
    checks.start();
    rig.window().workspace().showActivity();
    gui::ActivityPage &activity = rig.window().workspace().activity();
    auto *hosts = activity.findChild<QTableView *>(u"hostsView"_s);
    auto *pause = activity.findChild<QAbstractButton *>(u"pauseHostButton"_s);
    auto *pace = activity.findChild<QPushButton *>(u"hostPaceButton"_s);
    const auto choose = [&](int host) {
        for (int row = 0; row < hosts->model()->rowCount(); ++row) {
            if (hosts->model()->index(row, 0).data(models::HostsModel::HostRole) == server.host(host)) {
                hosts->selectRow(row);
                return true;
            }
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(choose(0), 30'000);
    QVERIFY(pause->isEnabled());
    pause->click();
    QTRY_VERIFY_WITH_TIMEOUT(hosts->currentIndex().data(models::HostsModel::PausedRole).toBool(), 30'000);
    const qsizetype before = seenAt(0).size();
    QVERIFY(before < Each);
    // The other host goes on meanwhile; what was on its way may still arrive.
    const qsizetype other = seenAt(1).size();
    QTRY_VERIFY_WITH_TIMEOUT(seenAt(1).size() >= std::min<qsizetype>(other + 10, Each), 60'000);
    QVERIFY2(seenAt(0).size() <= before + 1, qPrintable(QString::number(seenAt(0).size() - before)));

    pace->menu()->actions().at(1)->trigger(); // one a second
    const qsizetype paused = seenAt(0).size();
    pause->click();
    QTRY_VERIFY_WITH_TIMEOUT(seenAt(0).size() >= paused + 4, 60'000);
    const QList<qint64> slow = seenAt(0).mid(paused, 4);
    // The first may go at once; between the others lies a second.
    for (int i = 2; i < slow.size(); ++i)
        QVERIFY2(slow[i] - slow[i - 1] > 900'000'000, qPrintable(QString::number(slow[i] - slow[i - 1])));
    pace->menu()->actions().at(0)->trigger(); // as the run says
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 120'000);
    QCOMPARE(seenAt(0).size(), Each);
    QCOMPARE(rig.session().handle(checks.run())->progress().failed, 0);
}

void TestChecksActivity::requestsAreSavedFromTheExportDialog()
{
    test::FaultServer server;
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    rig.window().workspace().showActivity();
    gui::ResultsView &results = rig.window().workspace().activity().results();
    QTRY_COMPARE_WITH_TIMEOUT(results.shown(), 2, 30'000);
    results.pane(table::requestSchema())->openExport();
    auto *dialog = results.findChild<gui::ExportDialog *>();
    QVERIFY(dialog);
    auto *tile = dialog->findChild<QAbstractButton *>(u"har"_s);
    QVERIFY(tile);
    tile->click();
    QTRY_VERIFY_WITH_TIMEOUT(
        dialog->findChild<QPlainTextEdit *>(u"preview"_s)->toPlainText().contains("\"log\""_L1), 30'000);
    dialog->findChild<QLineEdit *>(u"path"_s)->setText(rig.path(u"dialog.har"_s));
    QSignalSpy exported(dialog, &gui::ExportDialog::exported);
    dialog->findChild<QAbstractButton *>(u"export"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, 30'000);
    QFile file(rig.path(u"dialog.har"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QJsonDocument::fromJson(file.readAll())[u"log"_s][u"entries"_s].toArray().size(), 2);
}

void TestChecksActivity::manyBarsScroll()
{
    std::vector<models::WaterfallBar> bars(10'000);
    for (size_t i = 0; i < bars.size(); ++i)
        bars[i] = {.label = u"host%1.example/page"_s.arg(i),
                   .begin = double(i) * 0.01,
                   .queued = 0.05,
                   .connect = 0.02,
                   .answer = 0.3,
                   .body = 0.1,
                   .failed = i % 7 == 0,
                   .problem = {},
                   .attempt = 1,
                   .state = {}};
    gui::WaterfallView view(gui::WaterfallView::Axis::Visible);
    view.setGroups({{{}, {}, bars}});
    view.resize(1200, 700);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QCOMPARE(view.barCount(), 10'000);
    QElapsedTimer timer;
    timer.start();
    constexpr int Frames = 60;
    for (int frame = 0; frame < Frames; ++frame) {
        view.verticalScrollBar()->setValue(frame * view.verticalScrollBar()->maximum() / Frames);
        QVERIFY(!view.grab().isNull());
    }
    qInfo("%d frames with 10,000 bars in %lld ms", Frames, static_cast<long long>(timer.elapsed()));
}

QTEST_MAIN(TestChecksActivity)
#include "tst_checksactivity.moc"

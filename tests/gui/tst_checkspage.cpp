// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"
#include "gui/activity/attemptswaterfall.h"
#include "gui/activity/problemspage.h"
#include "gui/activity/underwayview.h"
#include "gui/checks/checkspage.h"
#include "gui/checks/comparisonview.h"
#include "gui/formfit.h"
#include "gui/table/exportdialog.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/elidedlabel.h"
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
using test::WindowRig;

/// The page of checks, the comparison and Activity as somebody uses them, on real servers.
class TestChecksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsSmallScreens_data();
    void fitsSmallScreens();
    void checksWhatIsTyped();
    void saysWhatIsWrong();
    void takenBackBeforeItBegins();
    void endStaysSaid();
    void comparesAndExplains();
    void comparisonTellsTheLimiter();
    void activityShowsEveryAttempt();
    void activityShowsWhatIsUnderWay();
    void activityListsWhatIsUnderWay();
    void activityIsFiltered();
    void oneHostPausedAndSlowed();
    void requestsAreSavedFromTheExportDialog();
    void pausesWhenAServerFails();
    void watchListsWhatChanged();
    void asksAgainForWhatFailed();
    void manyBarsScroll();

private:
    static gui::ChecksPage &page(WindowRig &rig)
    {
        rig.window().workspace().newTask(u"checks"_s);
        return *qobject_cast<gui::ChecksPage *>(rig.window().workspace().task(u"checks"_s));
    }
    static void type(gui::ChecksPage &page, const QStringList &lines)
    {
        gui::ChecksValues values = page.values();
        values.text = lines.join(u'\n');
        values.delay = std::chrono::milliseconds(0);
        page.setValues(values);
    }
};

void TestChecksPage::checksWhatIsTyped()
{
    test::FaultServer server;
    server.script("/gone", {Answer::text("gone", 404)});
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url().toString(), server.url(u"/gone"_s).toString(), u"ftp://no.example/"_s});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(checks.results().shown(), 2, 30'000);
    const jobs::Progress &last = rig.session().handle(checks.run())->progress();
    QCOMPARE(last.failed, 2); // the refused line, too
    const QString said = checks.words().failures(last);
    QVERIFY2(said.startsWith("1 address failed"_L1) && said.contains("1 line is no address"_L1),
             qPrintable(said));
    server.script("/gone", {Answer::text("back")});
    checks.checkFailedAgain();
    QTRY_COMPARE_WITH_TIMEOUT(rig.session().handle(checks.run())->progress().rows, 1, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 30'000);
    QCOMPARE(rig.session().handle(checks.run())->progress().failed, 0);
}

void TestChecksPage::saysWhatIsWrong()
{
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    const auto *remarks = checks.findChild<QLabel *>(u"problemsLabel"_s);
    type(checks, {});
    checks.start();
    QTRY_VERIFY2(remarks->text().startsWith("Type or paste"_L1), qPrintable(remarks->text()));
    type(checks, {u"file:///etc/passwd"_s});
    checks.start();
    QTRY_VERIFY2(remarks->text().contains("line 1"_L1), qPrintable(remarks->text()));
    QTRY_VERIFY(!checks.isUnderWay());
    QCOMPARE(checks.run(), 0);
    QVERIFY(!rig.session().hasProject());
}

/// A long list takes a moment to begin, and may be taken back in it.
void TestChecksPage::takenBackBeforeItBegins()
{
    test::FaultServer server;
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    QStringList many;
    for (int i = 0; i < 20'000; ++i)
        many << server.url(u"/many/%1"_s.arg(i)).toString();
    type(checks, many);
    checks.start();
    QVERIFY(checks.isUnderWay());
    checks.finish();
    QVERIFY(!checks.isUnderWay());
    type(checks, {server.url(u"/one"_s).toString()});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    QCOMPARE(server.seen().size(), 1);
    QCOMPARE(server.seen().first().target, "/one");
}

/// A run that is shown again says how it ended, though its form was filled anew, until the user changes that.
void TestChecksPage::endStaysSaid()
{
    test::FaultServer server;
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    const auto isSaid = [&checks] {
        return std::ranges::any_of(checks.findChildren<gui::ElidedLabel *>(),
                                   [](const auto *label) { return label->text().startsWith("Finished"_L1); });
    };
    type(checks, {server.url().toString()});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    QTRY_VERIFY(isSaid());
    const store::RunId run = checks.run();
    rig.window().workspace().newTask(u"checks"_s);
    QTRY_VERIFY(checks.summary().isEmpty());
    QVERIFY(!isSaid());
    rig.window().workspace().showRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(!checks.summary().isEmpty(), 20'000);
    QVERIFY(isSaid());
    checks.form()->findChild<QComboBox *>()->setCurrentIndex(1);
    QTRY_VERIFY(!isSaid());
}

void TestChecksPage::comparesAndExplains()
{
    test::FaultServer server(3);
    server.setHandler([](const test::Seen &) { return Answer::text("ok").after(200); });
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/"_s, 0).toString(), server.url(u"/"_s, 1).toString(),
                  server.url(u"/"_s, 2).toString()});
    checks.compare(1);
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!checks.comparison().isEmpty(), 30'000);
    const auto &waterfall = *checks.comparison().findChild<gui::WaterfallView *>();
    QTRY_COMPARE_WITH_TIMEOUT(waterfall.barCount(), 6, 30'000);
    QVERIFY2(checks.comparison().headline().startsWith(u"All at once took"),
             qPrintable(checks.comparison().headline()));
    QVERIFY2(checks.comparison().explanation().contains(u"the limiter took 0.00 s of it"_s),
             qPrintable(checks.comparison().explanation()));
}

/// The sentence takes the limiter's part from the rows that Activity shows.
void TestChecksPage::comparisonTellsTheLimiter()
{
    test::FaultServer server;
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks,
         {server.url(u"/1"_s).toString(), server.url(u"/2"_s).toString(), server.url(u"/3"_s).toString()});
    gui::ChecksValues values = checks.values();
    values.delay = std::chrono::milliseconds(200);
    checks.setValues(values);
    checks.compare(1);
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    const auto &waterfall = *checks.comparison().findChild<gui::WaterfallView *>();
    QTRY_COMPARE_WITH_TIMEOUT(waterfall.barCount(), 6, 8'000);
    const auto reader = rig.session().project().reader();
    const auto ids = (*reader)->ids({&table::requestSchema(), {checks.run()}, {}, {}});
    const auto rows = (*reader)->rows(table::requestSchema(), *ids);
    QVERIFY(rows && rows->size() == 6);
    // The first half asks one by one, the second all at once.
    double held = 0;
    for (const table::Cells &row : *rows | std::views::drop(3))
        held += std::get<double>(row[size_t(table::RequestColumn::Limited)]);
    QVERIFY2(held >= 0.3, qPrintable(QString::number(held)));
    const QString said = u"the limiter took %1 of it"_s.arg(models::Waterfall::secondsText(held));
    QTRY_VERIFY2(checks.comparison().explanation().contains(said),
                 qPrintable(checks.comparison().explanation() + u" / "_s + said));
}

void TestChecksPage::activityShowsEveryAttempt()
{
    test::FaultServer server;
    server.script("/busy", {Answer::status(503), Answer::text("at last")});
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    server.script("/a", {Answer::text("ok").after(3000)});
    type(checks, {server.url(u"/a"_s).toString(), server.url(u"/busy"_s).toString()});
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

void TestChecksPage::activityShowsWhatIsUnderWay()
{
    test::FaultServer server;
    server.script("/headers", {Answer::raw("", Answer::End::Hang)});
    server.script("/body",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Answer::End::Hang)});
    server.script("/again", {Answer::status(503, {{"Retry-After", "60"}})});
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/headers"_s).toString(), server.url(u"/body"_s).toString(),
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
void TestChecksPage::activityListsWhatIsUnderWay()
{
    test::FaultServer server(2);
    server.script("/silent", {Answer::raw("", Answer::End::Hang)});
    server.script("/half",
                  {Answer::raw("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", Answer::End::Hang)});
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/silent"_s).toString(), server.url(u"/half"_s, 1).toString(),
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
void TestChecksPage::activityIsFiltered()
{
    test::FaultServer server(2);
    server.script("/gone", {Answer::text("gone", 404)});
    server.script("/reset", {Answer::raw("", Answer::End::Reset)});
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s, 1).toString(),
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
void TestChecksPage::oneHostPausedAndSlowed()
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
    gui::ChecksPage &checks = page(rig);
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

void TestChecksPage::requestsAreSavedFromTheExportDialog()
{
    test::FaultServer server;
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()});
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

void TestChecksPage::pausesWhenAServerFails()
{
    test::FaultServer server;
    std::atomic<bool> broken = false;
    std::atomic<int> refused = 0;
    server.setHandler([&](const test::Seen &) {
        if (!broken)
            return Answer::text("ok").after(5);
        ++refused;
        return Answer::status(503);
    });
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    QStringList urls;
    for (int i = 0; i < 400; ++i)
        urls << server.url(u"/%1"_s.arg(i)).toString();
    type(checks, urls);
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(server.seen().size() > 30, 30'000);
    broken = true;
    const auto progress = [&]() -> const jobs::Progress & {
        return rig.session().handle(checks.run())->progress();
    };
    QTRY_COMPARE_WITH_TIMEOUT(progress().hold, jobs::Hold::Failures, 120'000);
    QVERIFY2(progress().failed <= 20, qPrintable(QString::number(progress().failed)));
    QCOMPARE(progress().error.status, 503);
    const qint64 failed = progress().failed;
    broken = false;
    checks.pressMain(); // Continue
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 120'000);
    // What was under way may still have met the fault.
    QVERIFY(progress().failed <= failed + 12);
    QCOMPARE(progress().rows, 400);
}

void TestChecksPage::watchListsWhatChanged()
{
    test::FaultServer server;
    std::atomic<bool> later = false;
    server.setHandler([&](const test::Seen &seen) {
        return seen.target == "/b" && later ? Answer::text("gone", 404) : Answer::text("ok");
    });
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()});
    checks.watch(60);
    const auto progress = [&]() -> const jobs::Progress & {
        return rig.session().handle(checks.run())->progress();
    };
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && progress().hold == jobs::Hold::Round, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(progress().rows, 2, 30'000);
    later = true;
    checks.retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(server.seen().size(), 4, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(progress().rows, 3, 60'000);
    checks.finish();
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 60'000);
    const auto reader = rig.session().project().reader();
    const store::RowQuery query{&table::checkSchema(),
                                {checks.run()},
                                {{{u"round"_s, table::FilterOp::Equals, {qint64(2)}, false}}},
                                {}};
    const auto rows = (*reader)->rows(*query.schema, *(*reader)->ids(query));
    QCOMPARE(rows->size(), size_t(1));
    QCOMPARE(table::toText(rows->front()[size_t(table::CheckColumn::Change)]),
             u"status 200 > 404; preview"_s);
}

void TestChecksPage::asksAgainForWhatFailed()
{
    test::FaultServer server;
    server.script("/b", {Answer::text("gone", 404), Answer::text("back")});
    WindowRig rig;
    gui::ChecksPage &checks = page(rig);
    type(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    const store::RunId run = checks.run();
    rig.window().workspace().showProblems();
    auto *retry = rig.window().workspace().problems().findChild<QAbstractButton *>(u"retryButton"_s);
    QTRY_VERIFY_WITH_TIMEOUT(retry->isVisible(), 30'000);
    retry->click();
    QTRY_COMPARE_WITH_TIMEOUT(server.seen("/b").size(), 2, 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(!checks.isUnderWay(), 60'000);
    QCOMPARE(checks.run(), run);
    QTRY_COMPARE_WITH_TIMEOUT(rig.session().handle(run)->progress().failed, 0, 30'000);
    const auto reader = rig.session().project().reader();
    const auto left = (*reader)->count(
        {&table::checkSchema(), {run}, {{{u"reason"_s, table::FilterOp::Empty, {}, true}}}, {}});
    QCOMPARE(*left, 0);
    QCOMPARE(*(*reader)->count({&table::checkSchema(), {run}, {}, {}}), 2);
}

void TestChecksPage::manyBarsScroll()
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

void TestChecksPage::fitsSmallScreens_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestChecksPage::fitsSmallScreens()
{
    QFETCH(const QString, language);
    WindowRig rig(language);
    const QString out = linnet::test::unreachable(rig, page(rig));
    QVERIFY2(out.isEmpty(), qPrintable(out));
}

QTEST_MAIN(TestChecksPage)
#include "tst_checkspage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "checksrig.h"
#include "gui/activity/problemspage.h"
#include "gui/checks/comparisonview.h"
#include "gui/formfit.h"
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
#include <QLabel>
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

/// The page of checks and the comparison as somebody uses them, on real servers.
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
    void pausesWhenAServerFails();
    void watchListsWhatChanged();
    void asksAgainForWhatFailed();
};

void TestChecksPage::checksWhatIsTyped()
{
    test::FaultServer server;
    server.script("/gone", {Answer::text("gone", 404)});
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks,
                  {server.url().toString(), server.url(u"/gone"_s).toString(), u"ftp://no.example/"_s});
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
    gui::ChecksPage &checks = newChecksPage(rig);
    const auto *remarks = checks.findChild<QLabel *>(u"problemsLabel"_s);
    typeAddresses(checks, {});
    checks.start();
    QTRY_VERIFY2(remarks->text().startsWith("Type or paste"_L1), qPrintable(remarks->text()));
    typeAddresses(checks, {u"file:///etc/passwd"_s});
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
    gui::ChecksPage &checks = newChecksPage(rig);
    QStringList many;
    for (int i = 0; i < 20'000; ++i)
        many << server.url(u"/many/%1"_s.arg(i)).toString();
    typeAddresses(checks, many);
    checks.start();
    QVERIFY(checks.isUnderWay());
    checks.finish();
    QVERIFY(!checks.isUnderWay());
    typeAddresses(checks, {server.url(u"/one"_s).toString()});
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
    gui::ChecksPage &checks = newChecksPage(rig);
    const auto isSaid = [&checks] {
        return std::ranges::any_of(checks.findChildren<gui::ElidedLabel *>(),
                                   [](const auto *label) { return label->text().startsWith("Finished"_L1); });
    };
    typeAddresses(checks, {server.url().toString()});
    checks.start();
    QTRY_VERIFY_WITH_TIMEOUT(checks.run() != 0 && !checks.isUnderWay(), 60'000);
    QTRY_VERIFY(isSaid());
    const store::RunId run = checks.run();
    rig.window().workspace().newTask(u"checks"_s);
    QTRY_VERIFY(checks.summary().isEmpty());
    QVERIFY(!isSaid());
    rig.window().workspace().showRun(run);
    QTRY_VERIFY_WITH_TIMEOUT(!checks.summary().isEmpty(), 60'000);
    QVERIFY(isSaid());
    checks.form()->findChild<QComboBox *>()->setCurrentIndex(1);
    QTRY_VERIFY(!isSaid());
}

void TestChecksPage::comparesAndExplains()
{
    test::FaultServer server(3);
    server.setHandler([](const test::Seen &) { return Answer::text("ok").after(200); });
    WindowRig rig;
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/"_s, 0).toString(), server.url(u"/"_s, 1).toString(),
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
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/1"_s).toString(), server.url(u"/2"_s).toString(),
                           server.url(u"/3"_s).toString()});
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
    gui::ChecksPage &checks = newChecksPage(rig);
    QStringList urls;
    for (int i = 0; i < 400; ++i)
        urls << server.url(u"/%1"_s.arg(i)).toString();
    typeAddresses(checks, urls);
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
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()});
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
    gui::ChecksPage &checks = newChecksPage(rig);
    typeAddresses(checks, {server.url(u"/a"_s).toString(), server.url(u"/b"_s).toString()});
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
    const QString out = linnet::test::unreachable(rig, newChecksPage(rig));
    QVERIFY2(out.isEmpty(), qPrintable(out));
}

QTEST_MAIN(TestChecksPage)
#include "tst_checkspage.moc"

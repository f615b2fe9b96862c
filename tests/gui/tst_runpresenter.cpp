// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "gui/run/runpresenter.h"
#include "gui/vacancies/vacanciestask.h"
#include "gui/widgets/duration.h"

#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using jobs::Hold;
using jobs::Progress;
using store::RunState;

/// What the window says about a run, in both languages.
class TestRunPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void details();
    void lists();
    void mixed();
    void beginning();
    void holds();
    void ends_data();
    void ends();
    void outcome();
    void auth();
    void russianPlurals_data();
    void russianPlurals();
    void durations_data();
    void durations();

private:
    void speak(const QString &language);

    std::unique_ptr<Translations> m_translations;
};

namespace {

/// Made anew each time, for the language may have changed.
RunPresenter presenter()
{
    return RunPresenter(VacanciesTask::words());
}

Progress running()
{
    Progress progress;
    progress.run = 1;
    progress.found = 12'345;
    progress.reachable = 1'840;
    progress.rows = 1'840;
    progress.unitsKnown = 1'859; // 19 lists
    progress.unitsDone = 761;
    progress.requests = 770;
    progress.elapsedMs = 154'000;
    progress.remainingMs = 219'600;
    return progress;
}

Progress over(RunState state)
{
    Progress progress = running();
    progress.found = progress.reachable;
    progress.unitsDone = progress.unitsKnown;
    progress.state = state;
    progress.elapsedMs = 372'000;
    return progress;
}

} // namespace

void TestRunPresenter::speak(const QString &language)
{
    m_translations.reset();
    m_translations = std::make_unique<Translations>(QLocale(language));
    QLocale::setDefault(QLocale(language));
}

void TestRunPresenter::init()
{
    speak(u"en"_s);
}

void TestRunPresenter::details()
{
    const RunView view = presenter().view(running(), Reading::Details, 0);
    QCOMPARE(view.status, u"details read: 742 of 1,840 · about 4 min left"_s);
    QCOMPARE(view.permille, 403);
    QVERIFY(view.notice.isEmpty());
    QVERIFY(view.canPause && view.canFinish && !view.canResume && !view.canRetryNow);
}

void TestRunPresenter::lists()
{
    Progress progress = running();
    progress.rows = 300;
    progress.unitsKnown = 19;
    progress.unitsDone = 3;
    progress.remainingMs = 3'200;
    const RunView view = presenter().view(progress, Reading::Lists, 0);
    QCOMPARE(view.status, u"read: 300 of 1,840 · about 4 s left"_s);
    QCOMPARE(view.permille, 163);
}

void TestRunPresenter::mixed()
{
    const RunView view = presenter().view(running(), Reading::Mixed, 0);
    QCOMPARE(view.status, u"1,840 vacancies · about 4 min left"_s);
    QCOMPARE(view.permille, 409);
}

void TestRunPresenter::beginning()
{
    Progress progress;
    progress.unitsKnown = 1;
    const RunView view = presenter().view(progress, Reading::Details, 0);
    QCOMPARE(view.status, u"asking for the list…"_s);
    QCOMPARE(view.permille, -1); // no end in sight yet
    QVERIFY(view.canFinish);
}

void TestRunPresenter::holds()
{
    Progress progress = running();
    progress.hold = Hold::Server;
    progress.waitUntilUtcMs = 1'012'000;
    RunView view = presenter().view(progress, Reading::Details, 1'000'000);
    QCOMPARE(view.notice, u"The server asked to wait 12 s. Linnet goes on by itself."_s);
    QCOMPARE(view.status, u"details read: 742 of 1,840"_s); // no promise while it waits
    QVERIFY(!view.canRetryNow);                             // a server that asked to wait is obeyed

    progress.hold = Hold::Captcha;
    progress.captchaUrl = u"https://hh.ru/account/captcha?state=1"_s;
    view = presenter().view(progress, Reading::Details, 0);
    QCOMPARE(view.captcha, QUrl(progress.captchaUrl));
    QVERIFY(view.notice.contains("wants to see a person"_L1));
    QVERIFY(view.canRetryNow);

    progress.hold = Hold::Storage;
    progress.error = {Reason::DiskFull, 0, {}};
    view = presenter().view(progress, Reading::Details, 0);
    QVERIFY(view.notice.startsWith("The disk is full."_L1));
    QCOMPARE(view.tone, RunView::Tone::Bad);

    progress.hold = Hold::User;
    view = presenter().view(progress, Reading::Details, 0);
    QVERIFY(view.canResume && !view.canPause);
}

void TestRunPresenter::ends_data()
{
    QTest::addColumn<Progress>("progress");
    QTest::addColumn<QString>("notice");
    QTest::newRow("finished") << over(RunState::Finished) << u"Finished in 6 min 12 s: 1,840 vacancies."_s;

    Progress failed = over(RunState::Finished);
    failed.failed = 1;
    QTest::newRow("one failed")
        << failed << u"Finished in 6 min 12 s: 1,840 vacancies. 1 request failed, see Problems."_s;

    Progress capped = over(RunState::Finished);
    capped.found = 12'345;
    QTest::newRow("more than can be reached") << capped
                                              << u"Finished in 6 min 12 s: 1,840 vacancies. The sources have "
                                                 u"12,345, of which 1,840 can be read; under Is it "
                                                 "complete? stands where the others are."_s;

    Progress user = over(RunState::Stopped);
    user.stoppedBy = u"user"_s;
    QTest::newRow("by the user") << user << u"Finished here as you wished: 1,840 vacancies kept."_s;

    Progress early = user;
    early.unitsKnown = 20 + 1'840;
    early.unitsDone = 20 + 740;
    QTest::newRow("early") << early << u"Finished early: 1,840 vacancies kept, 740 of 1,840 read."_s;

    Progress repeated = over(RunState::Finished);
    repeated.filtered = 30;
    repeated.duplicates = 2;
    QTest::newRow("left out and repeated")
        << repeated
        << u"Finished in 6 min 12 s: 1,840 vacancies. 30 ads left out: the source had matched them more "
           u"loosely "
           "than you asked (words, salary or date). 2 ads came more than once and stand here once."_s;

    Progress nothing = over(RunState::Finished);
    nothing.rows = nothing.found = nothing.reachable = 0;
    QTest::newRow("nothing found")
        << nothing << u"Nothing was found. Fewer words, a larger region or a longer period find more."_s;

    nothing.failed = 1;
    nothing.error = {Reason::Deadline, 0, {}};
    QTest::newRow("nothing read") << nothing
                                  << u"The server did not answer in time. Try again later or allow more time "
                                     u"per request. 1 request failed, "
                                     "see Problems."_s;
}

void TestRunPresenter::ends()
{
    QFETCH(Progress, progress);
    QFETCH(QString, notice);
    const RunView view = presenter().view(progress, Reading::Details, 0);
    QCOMPARE(view.notice, notice);
    QVERIFY(!view.canPause && !view.canFinish);
    if (progress.stoppedBy == "user"_L1) {
        QCOMPARE(view.tone, RunView::Tone::Warning);
        QVERIFY(view.canGoOn);
    }
}

void TestRunPresenter::outcome()
{
    const RunView view =
        presenter().view(over(RunState::Finished), Reading::Lists, 0, {u"None of them works."_s, false});
    QVERIFY2(view.notice.endsWith("None of them works."_L1), qPrintable(view.notice));
    QCOMPARE(view.tone, RunView::Tone::Warning);
    QVERIFY(!view.quiet);
}

void TestRunPresenter::auth()
{
    Progress progress = over(RunState::Stopped);
    progress.rows = 0;
    progress.stoppedBy = u"auth"_s;
    progress.error = {Reason::AuthRequired, 403, {}};
    const RunView view = presenter().view(progress, Reading::Details, 0);
    QVERIFY(view.offersOther);
    QCOMPARE(view.tone, RunView::Tone::Bad);
    QVERIFY(view.notice.contains("15 working days"_L1));
    QVERIFY(!view.notice.contains("network connection"_L1));
}

void TestRunPresenter::russianPlurals_data()
{
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<QString>("text");
    QTest::newRow("0") << qint64(0) << u"0 вакансий"_s;
    QTest::newRow("1") << qint64(1) << u"1 вакансия"_s;
    QTest::newRow("2") << qint64(2) << u"2 вакансии"_s;
    QTest::newRow("5") << qint64(5) << u"5 вакансий"_s;
    QTest::newRow("11") << qint64(11) << u"11 вакансий"_s;
    QTest::newRow("21") << qint64(21) << u"21 вакансия"_s;
    QTest::newRow("1234") << qint64(1234) << u"1\u00a0234 вакансии"_s;
}

void TestRunPresenter::russianPlurals()
{
    QFETCH(qint64, rows);
    QFETCH(QString, text);
    speak(u"ru"_s);
    QCOMPARE(presenter().words().rows(rows), text);
}

void TestRunPresenter::durations_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("rounded");
    QTest::addColumn<QString>("exact");
    QTest::newRow("none") << 0 << u"1 s"_s << u"0 s"_s;
    QTest::newRow("seconds") << 7 << u"7 s"_s << u"7 s"_s;
    QTest::newRow("by five") << 43 << u"45 s"_s << u"43 s"_s;
    QTest::newRow("a minute") << 57 << u"1 min"_s << u"57 s"_s;
    QTest::newRow("minutes") << 372 << u"6 min"_s << u"6 min 12 s"_s;
    QTest::newRow("an hour") << 3600 << u"1 h"_s << u"1 h"_s;
    QTest::newRow("nearly two") << 7140 << u"2 h"_s << u"1 h 59 min"_s;
    QTest::newRow("hours") << 7800 << u"2 h 10 min"_s << u"2 h 10 min"_s;
}

void TestRunPresenter::durations()
{
    QFETCH(int, seconds);
    QTEST(durationText(std::chrono::seconds(seconds)), "rounded");
    QTEST(exactDurationText(std::chrono::seconds(seconds)), "exact");
}

QTEST_GUILESS_MAIN(TestRunPresenter)
#include "tst_runpresenter.moc"

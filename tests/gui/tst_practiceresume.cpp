// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpage.h"
#include "gui/table/resultsview.h"
#include "gui/widgets/banner.h"
#include "gui/windowrig.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What asked the practice server in a program that is gone: the server stands elsewhere now, and the run
/// goes on all the same, or is asked for again.
class TestPracticeResume : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void searchGoesOn();
    void searchIsAskedForAgain();
    void crawlIsAskedForAgain();
    void newSearchSaysWhoIsAsked();

private:
    /// A program in which the project is open and its newest run is shown.
    std::unique_ptr<WindowRig> reopen() const;
    void beginSearch() const;
    static QString banners(const WindowRig &rig);
    static QPushButton *button(const QWidget &in, const QString &text);

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_project;
};

void TestPracticeResume::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_project = m_folder->filePath(u"practice.linnet"_s);
}

QString TestPracticeResume::banners(const WindowRig &rig)
{
    QStringList said;
    for (const Banner *banner : const_cast<WindowRig &>(rig).window().findChildren<Banner *>()) {
        if (banner->isVisible())
            said << banner->text();
    }
    return said.join(u'\n');
}

QPushButton *TestPracticeResume::button(const QWidget &in, const QString &text)
{
    for (auto *button : in.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

// The program ends in the middle of a search, as if it had been killed: the run stays "running" in the file.
void TestPracticeResume::beginSearch() const
{
    WindowRig before;
    QVERIFY(before.session().projectSlot().open(m_project));
    QVERIFY(before.practice().start());
    before.vacancies().preparePractice();
    before.workspace().newTask(u"vacancies"_s);
    before.vacancies().preparePractice();
    VacanciesValues values = before.vacancies().values();
    values.sources = {u"hh"_s};
    values.pages = 1;
    values.delay = 20ms;
    before.vacancies().setValues(values);
    before.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(before.vacancies().results().total() > 0, 20'000);
}

std::unique_ptr<WindowRig> TestPracticeResume::reopen() const
{
    auto rig = std::make_unique<WindowRig>();
    rig->window().openProject(m_project);
    return rig;
}

void TestPracticeResume::searchGoesOn()
{
    beginSearch();
    const auto rig = reopen();
    QTRY_VERIFY(button(rig->vacancies(), u"Go on"_s));
    QVERIFY2(banners(*rig).contains("Practice:"_L1), qPrintable(banners(*rig)));
    QVERIFY(rig->practice().isRunning());
    QTest::mouseClick(button(rig->vacancies(), u"Go on"_s), Qt::LeftButton);
    session::RunHandle *run = rig->session().handle(rig->vacancies().run());
    QVERIFY(run);
    QVERIFY2(banners(*rig).contains("Practice:"_L1), qPrintable(banners(*rig)));
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 30'000);
    QCOMPARE(run->progress().state, store::RunState::Finished);
    QCOMPARE(run->progress().failed, 0);
    QVERIFY2(banners(*rig).contains("Practice:"_L1), qPrintable(banners(*rig)));
}

void TestPracticeResume::searchIsAskedForAgain()
{
    beginSearch();
    const auto rig = reopen();
    QTRY_VERIFY(button(rig->vacancies(), u"Search"_s));
    QTRY_VERIFY(rig->vacancies().run() != 0);
    QCOMPARE(rig->vacancies().values().bases.value(u"hh"_s), rig->practice().addresses().value(u"hh"_s));
    QTest::mouseClick(button(rig->vacancies(), u"Search"_s), Qt::LeftButton);
    session::RunHandle *run = rig->session().handle(rig->vacancies().run());
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->progress().rows > 0, 20'000);
}

void TestPracticeResume::crawlIsAskedForAgain()
{
    {
        WindowRig before;
        QVERIFY(before.session().projectSlot().open(m_project));
        before.workspace().newTask(u"crawl"_s);
        auto &page = *qobject_cast<CrawlPage *>(before.workspace().task(u"crawl"_s));
        // What is not laid out yet cannot be hit.
        QTRY_VERIFY_WITH_TIMEOUT(button(page, u"Take the practice site"_s) &&
                                     button(page, u"Take the practice site"_s)->isVisible(),
                                 20'000);
        button(page, u"Take the practice site"_s)->click();
        QTRY_VERIFY_WITH_TIMEOUT(banners(before).contains("Practice:"_L1), 20'000);
        page.start();
        QTRY_VERIFY_WITH_TIMEOUT(page.results().total() > 0, 20'000);
    }
    const auto rig = reopen();
    auto &page = *qobject_cast<CrawlPage *>(rig->workspace().task(u"crawl"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(page.values().addresses, rig->practice().site(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(banners(*rig).contains("Practice:"_L1), 20'000);
}

void TestPracticeResume::newSearchSaysWhoIsAsked()
{
    WindowRig rig;
    rig.newSearch();
    QVERIFY(!banners(rig).contains("real source"_L1));
    rig.window().startPractice();
    QVERIFY(banners(rig).contains("Practice:"_L1));
    rig.newSearch();
    QVERIFY2(banners(rig).contains("real source"_L1), qPrintable(banners(rig)));
    QTRY_VERIFY(button(rig.vacancies(), u"Practise with invented data"_s));
    QTest::mouseClick(button(rig.vacancies(), u"Practise with invented data"_s), Qt::LeftButton);
    QVERIFY2(banners(rig).contains("Practice:"_L1), qPrintable(banners(rig)));
    QCOMPARE(rig.vacancies().values().bases, rig.practice().addresses());
}

QTEST_MAIN(TestPracticeResume)
#include "tst_practiceresume.moc"

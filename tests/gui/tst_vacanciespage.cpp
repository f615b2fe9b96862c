// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/formfit.h"
#include "gui/look/palette.h"
#include "gui/run/runcontrols.h"
#include "gui/table/resultspane.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/widgets/banner.h"
#include "gui/windowrig.h"
#include "practice/server/practiceserver.h"
#include "table/listingschema.h"
#include "vacancies/search/sources.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// The page of a search as a person uses it: the real form and session, real requests to the practice server.
class TestVacanciesPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesDependOnTheToken();
    void wrongValuesAreNamed();
    void theWrongAddressIsMarked();
    void termsComeFirst();
    void emptyTextAsksFirst();
    void searchPauseFinish();
    void howMany();
    void pastedAddressFillsTheForm();
    void refusalOffersAnotherSource();
    void waitingIsSaid();
    void captcha();
    void failedRequests();
    void leftOutIsShown();
    void earlierRunFillsTheForm();
    void anotherLanguageTakesNothing();
    void fitsSmallScreens_data();
    void fitsSmallScreens();

private:
    static VacanciesValues onServer(const QUrl &root, const QStringList &sources);
    static QString notice(const MainWindow &window);
    static bool press(const MainWindow &window, const QString &buttonText);
};

VacanciesValues TestVacanciesPage::onServer(const QUrl &root, const QStringList &sources)
{
    VacanciesValues values;
    values.sources = sources;
    values.pages = 1;
    values.delay = 0ms;
    values.bases = {{u"hh"_s, root.toString()}, {u"trudvsem"_s, root.toString() + u"/api/v1"_s}};
    return values;
}

QString TestVacanciesPage::notice(const MainWindow &window)
{
    QStringList shown;
    for (const Banner *banner : window.findChildren<Banner *>()) {
        if (banner->isVisible())
            shown << banner->text();
    }
    return shown.join(u'\n');
}

bool TestVacanciesPage::press(const MainWindow &window, const QString &buttonText)
{
    for (QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == buttonText) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

void TestVacanciesPage::sourcesDependOnTheToken()
{
    WindowRig rig;
    rig.newSearch();
    QCOMPARE(rig.vacancies().values().sources, QStringList{u"trudvsem"_s});
    rig.session().setToken(u"hh"_s, "token");
    rig.newSearch();
    QCOMPARE(rig.vacancies().values().sources, QStringList{u"hh"_s});
}

void TestVacanciesPage::wrongValuesAreNamed()
{
    WindowRig rig;
    rig.newSearch();
    auto *text = rig.vacancies().findChild<QLineEdit *>(u"textEdit"_s);
    auto *problem = rig.vacancies().findChild<QLabel *>(u"problemsLabel"_s);
    text->setText(u"\"data analyst"_s);
    QTest::keyClick(text, Qt::Key_Return);
    QVERIFY(problem->isVisible());
    QVERIFY(problem->text().contains("quotation mark"_L1));
    QVERIFY(!rig.session().hasProject()); // nothing was begun
    text->setText(u"\"data analyst\""_s);
    QVERIFY(press(rig.window(), u"Search"_s));
    QVERIFY(!problem->isVisible());
}

/// Of two addresses the one that is wrong, until it is right.
void TestVacanciesPage::theWrongAddressIsMarked()
{
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    VacanciesValues values = onServer(QUrl(u"http://127.0.0.1:1"_s), {u"hh"_s, u"trudvsem"_s});
    values.bases[u"trudvsem"_s] = u"foo bar"_s;
    page.setValues(values);
    page.start();
    auto *wrong = page.findChild<QLineEdit *>(u"trudvsemAddressEdit"_s);
    auto *problem = page.findChild<QLabel *>(u"problemsLabel"_s);
    QVERIFY(problem->isVisible());
    QVERIFY(wrong->isVisible() && rig.window().focusWidget() == wrong);
    QCOMPARE(problem->palette().color(problem->foregroundRole()), Palette::of(problem->palette()).bad);
    QTest::keyClick(wrong, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(wrong, u"http://127.0.0.1:2"_s);
    QVERIFY(!problem->isVisible());
}

/// Without words everything in the country would be read.
void TestVacanciesPage::emptyTextAsksFirst()
{
    WindowRig rig;
    SourceTermsDialog::remember(rig.settings(), *vacancies::sourceById(u"trudvsem"));
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.start();
    auto *question = page.findChild<QMessageBox *>(u"emptyTextQuestion"_s);
    QVERIFY(question && question->isVisible());
    QVERIFY(!rig.session().hasProject());
    question->reject();
    QTRY_VERIFY(!page.findChild<QMessageBox *>(u"emptyTextQuestion"_s));
    QVERIFY(rig.window().focusWidget() == page.findChild<QLineEdit *>(u"textEdit"_s));
    QVERIFY(VacanciesPresenter::emptyQuestion(page.values()).contains("No position"_L1));
    VacanciesValues values = page.values();
    values.text = u"analyst"_s;
    QVERIFY(VacanciesPresenter::emptyQuestion(values).isEmpty());
    QVERIFY(VacanciesPresenter::emptyQuestion(onServer(QUrl(u"http://127.0.0.1:1"_s), {u"hh"_s})).isEmpty());
}

void TestVacanciesPage::termsComeFirst()
{
    WindowRig rig;
    rig.newSearch();
    QVERIFY(press(rig.window(), u"Search"_s));
    auto *dialog = rig.window().findChild<SourceTermsDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    QVERIFY(!rig.session().hasProject());
    QTRY_VERIFY(!rig.window().findChild<SourceTermsDialog *>());
    QVERIFY(press(rig.window(), u"Search"_s)); // not agreed: asked again
    QVERIFY(rig.window().findChild<SourceTermsDialog *>());
}

void TestVacanciesPage::searchPauseFinish()
{
    WindowRig rig;
    rig.window().startPractice();
    VacanciesPage &page = rig.vacancies();
    QVERIFY(notice(rig.window()).contains("invented"_L1));
    auto *text = rig.vacancies().findChild<QLineEdit *>(u"textEdit"_s);
    auto *results = &rig.vacancies().results();

    auto *more = page.findChild<QAbstractButton *>(u"moreButton"_s);
    more->setChecked(true);
    QVERIFY(press(rig.window(), u"Search"_s));
    QVERIFY(page.isUnderWay());
    QVERIFY(!text->isEnabled());
    QVERIFY(!more->isChecked()); // the rows need the room
    QTRY_VERIFY_WITH_TIMEOUT(results->shown() > 0, 10'000);
    QVERIFY(press(rig.window(), u"Pause"_s));
    QTRY_VERIFY_WITH_TIMEOUT(notice(rig.window()).contains("Paused"_L1), 10'000);
    QVERIFY(press(rig.window(), u"Continue"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!notice(rig.window()).contains("Paused"_L1), 10'000);
    QVERIFY(press(rig.window(), u"Finish here"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!page.isUnderWay(), 20'000);
    QVERIFY2(notice(rig.window()).contains("Finished "_L1), qPrintable(notice(rig.window())));
    QVERIFY(text->isEnabled());
    QVERIFY(press(rig.window(), u"Go on"_s)); // it was left unfinished
    QVERIFY(page.isUnderWay());
}

/// One request for each search; what it says, and that a search can follow.
void TestVacanciesPage::howMany()
{
    WindowRig rig;
    rig.window().startPractice();
    VacanciesPage &page = rig.vacancies();
    VacanciesValues values = page.values();
    values.sources = {u"hh"_s};
    values.details = false;
    values.delay = 200ms;
    page.setValues(values);
    auto *button = page.findChild<QToolButton *>(u"secondButton"_s);
    QVERIFY(button->isVisible());
    button->click();
    QTRY_VERIFY_WITH_TIMEOUT(notice(rig.window()).contains(u"640 ads"), 20'000);
    QVERIFY2(notice(rig.window()).contains(u"about 7 requests, "), qPrintable(notice(rig.window())));
    QCOMPARE(page.results().pane()->schema().key, "listings"_L1);
    QTRY_COMPARE(page.results().pane()->model().rowCount(), 1);
    QVERIFY(rig.workspace().isVisible() && button->isVisible());
    const store::RunId counted = page.run();
    QVERIFY(press(rig.window(), u"Search"_s));
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != counted && !page.isUnderWay(), 20'000);
    QCOMPARE(page.results().pane()->schema().key, "vacancies"_L1);
    QTRY_COMPARE(page.results().shown(), 640);
}

void TestVacanciesPage::pastedAddressFillsTheForm()
{
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    auto *text = page.findChild<QLineEdit *>(u"textEdit"_s);
    QGuiApplication::clipboard()->setText(u"https://hh.ru/search/vacancy?text=Qt&area=2&salary=100000"_s);
    text->paste();
    QCOMPARE(text->text(), u"Qt"_s);
    QCOMPARE(page.values().areas, QStringList{u"2"_s});
    QCOMPARE(page.values().salary, 100'000);
    QCOMPARE(page.values().sources, QStringList{u"hh"_s});
}

void TestVacanciesPage::refusalOffersAnotherSource()
{
    practice::PracticeServer server({{u"token"_s, 0}});
    const auto root = server.start();
    QVERIFY(root);
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.setValues(onServer(*root, {u"hh"_s}));
    page.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 20'000);
    QVERIFY2(notice(rig.window()).contains("15 working days"_L1), qPrintable(notice(rig.window())));
    const auto refused = page.run();
    QVERIFY(press(rig.window(), u"Search on Work in Russia instead"_s)); // one click
    QVERIFY(page.run() != refused);
    QCOMPARE(page.values().sources, QStringList{u"trudvsem"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!page.isUnderWay(), 30'000);
    QVERIFY(rig.session().handle(page.run())->progress().rows > 0);
}

void TestVacanciesPage::waitingIsSaid()
{
    practice::PracticeServer server({{u"429"_s, 3}});
    const auto root = server.start();
    QVERIFY(root);
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.setValues(onServer(*root, {u"hh"_s}));
    page.start();
    QTRY_VERIFY(page.run() != 0);
    const auto top = [&page] { return page.results().mapTo(&page, QPoint()).y(); };
    const int before = top();
    QTRY_VERIFY_WITH_TIMEOUT(notice(rig.window()).contains("asked to wait"_L1), 20'000);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(top(), before); // the rows stay where they are
    QVERIFY(press(rig.window(), u"Finish here"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!page.isUnderWay(), 20'000);
}

void TestVacanciesPage::captcha()
{
    practice::PracticeServer server({{u"captcha"_s, 5}});
    const auto root = server.start();
    QVERIFY(root);
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.setValues(onServer(*root, {u"hh"_s}));
    page.start();
    QTRY_VERIFY_WITH_TIMEOUT(notice(rig.window()).contains("see a person"_L1), 20'000);
    QStringList buttons;
    for (const QPushButton *button : rig.window().findChildren<QPushButton *>()) {
        if (button->isVisible())
            buttons << button->text();
    }
    QVERIFY(buttons.contains(u"Open"_s));
    QVERIFY(buttons.contains(u"Try now"_s));
    page.finish();
    QTRY_VERIFY_WITH_TIMEOUT(!page.isUnderWay(), 20'000);
}

void TestVacanciesPage::failedRequests()
{
    practice::PracticeServer server({{u"404"_s, 10}});
    const auto root = server.start();
    QVERIFY(root);
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.setValues(onServer(*root, {u"hh"_s}));
    page.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 60'000);
    const qint64 failed = rig.session().handle(page.run())->progress().failed;
    QVERIFY(failed > 0);
    QVERIFY(notice(rig.window()).contains("see Problems"_L1));
    QVERIFY(press(rig.window(), u"Problems"_s));
    auto *view = rig.window().findChild<QAbstractItemView *>(u"problemsView"_s);
    QVERIFY(view);
    QTRY_COMPARE(view->model()->rowCount(), 1); // all for one cause
    QVERIFY(view->isVisible());
    QCOMPARE(view->model()->rowCount(view->model()->index(0, 0)), int(failed));
}

// The sources find salaries near the one asked for; what pays less can be looked at, with the reason.
void TestVacanciesPage::leftOutIsShown()
{
    practice::PracticeServer server;
    const auto root = server.start();
    QVERIFY(root);
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    VacanciesValues values = onServer(*root, {u"hh"_s});
    values.salary = 100'000;
    values.details = false;
    page.setValues(values);
    page.start();
    session::RunHandle *run = rig.session().handle(page.run());
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 20'000);
    const qint64 count = run->progress().filtered;
    QVERIFY(count > 0);
    QVERIFY2(press(rig.window(), u"Show what was left out"_s), qPrintable(notice(rig.window())));
    ResultsPane *pane = page.results().pane();
    QCOMPARE(pane->schema().key, "left_out"_L1);
    QTRY_COMPARE(qint64(pane->model().rowCount()), count);
    const int reason = *pane->schema().indexOf(u"left_out_by"_s);
    QVERIFY(pane->columns().visibleColumns().contains(reason));
    QTRY_COMPARE(pane->model().index(0, reason).data().toString(), u"pays less"_s);

    // Of a run of earlier, too, and not of one that left nothing out.
    const store::RunId first = page.run();
    values.salary = 0;
    page.setValues(values);
    page.start();
    run = rig.session().handle(page.run());
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 20'000);
    auto *bar = page.results().findChild<QTabBar *>();
    QTRY_VERIFY(!bar->isTabVisible(1));
    QCOMPARE(bar->tabText(2), u"Is it complete?"_s);
    page.results().showTable(table::listingSchema());
    pane = page.results().pane();
    QTRY_COMPARE(pane->model().rowCount(), 1);
    QTRY_COMPARE(pane->model().index(0, *pane->schema().indexOf(u"state"_s)).data().toString(),
                 u"more than was asked for"_s);
    rig.workspace().showRun(first);
    QTRY_VERIFY(bar->isTabVisible(1));
    QCOMPARE(bar->tabText(1), u"Left out %1"_s.arg(count));
}

void TestVacanciesPage::earlierRunFillsTheForm()
{
    WindowRig rig;
    QVERIFY(rig.practice().start());
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    VacanciesValues values = onServer(QUrl(rig.practice().addresses().value(u"hh"_s)), {u"hh"_s});
    values.text = u"аналитик"_s;
    values.areas = {u"1"_s};
    values.details = false;
    page.setValues(values);
    page.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 20'000);
    const QString path = rig.path(u"Проект.linnet"_s);
    QVERIFY(rig.session().projectSlot().saveAs(path));

    rig.makeWindow(); // as the next day
    rig.window().openProject(path);
    VacanciesPage &later = rig.vacancies();
    QTRY_VERIFY(later.run() != 0);
    QCOMPARE(later.values().text, values.text);
    QCOMPARE(later.values().areas, values.areas);
    QVERIFY(!later.values().details);
    QVERIFY(rig.window().windowTitle().startsWith(u"Проект.linnet"_s));
    QTRY_VERIFY(rig.vacancies().results().shown() > 0);
}

void TestVacanciesPage::anotherLanguageTakesNothing()
{
    WindowRig rig;
    rig.window().startPractice();
    rig.vacancies().start();
    auto *results = &rig.vacancies().results();
    QTRY_VERIFY_WITH_TIMEOUT(results->shown() > 0, 10'000);
    const VacanciesValues form = rig.vacancies().values();
    const auto run = rig.vacancies().run();
    const table::Filter filter{{{u"vacancy"_s, table::FilterOp::Contains, {u"a"_s}, false}}};
    results->pane()->filter().setFilter(filter);
    rig.setLanguage(u"ru"_s);
    QTRY_VERIFY(!rig.actions().action(u"file.quit"_s)->text().contains(u"Quit"_s));
    QCOMPARE(rig.vacancies().run(), run);
    QVERIFY(rig.vacancies().isUnderWay());
    QCOMPARE(rig.vacancies().values(), form);
    QCOMPARE(rig.vacancies().results().pane()->filter().filter(), filter);
    QTRY_VERIFY(rig.vacancies().results().shown() > 0);
    QVERIFY(rig.actions().run(u"run.finish"_s));
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().isUnderWay(), 20'000);
}

void TestVacanciesPage::fitsSmallScreens_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("sources"); // none: those of the practice server
    const QStringList six{u"hh"_s, u"trudvsem"_s, u"jobicy"_s, u"himalayas"_s, u"jobtech"_s, u"nav"_s};
    QTest::newRow("English") << u"en"_s << QStringList();
    QTest::newRow("Russian") << u"ru"_s << QStringList();
    QTest::newRow("English, six sources") << u"en"_s << six;
    QTest::newRow("Russian, six sources") << u"ru"_s << six;
}

void TestVacanciesPage::fitsSmallScreens()
{
    QFETCH(QString, language);
    WindowRig rig(language);
    QFETCH(QStringList, sources);
    rig.window().startPractice(); // both sources, and the choice of details
    if (!sources.isEmpty()) {
        VacanciesValues values = rig.vacancies().values();
        values.bases.clear();
        values.sources = sources;
        values.experience = {u"noExperience"_s};
        values.workFormat = {u"REMOTE"_s};
        rig.vacancies().setValues(values);
    }
    rig.vacancies().findChild<QAbstractButton *>(u"moreButton"_s)->setChecked(true);
    const QString out = unreachable(rig, rig.vacancies());
    QVERIFY2(out.isEmpty(), qPrintable(out));
}

QTEST_MAIN(TestVacanciesPage)
#include "tst_vacanciespage.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/formfit.h"
#include "gui/run/runcontrols.h"
#include "gui/table/resultspane.h"
#include "gui/vacancies/queriesdialog.h"
#include "gui/vacancies/queryedit.h"
#include "gui/vacancies/vacanciespage.h"
#include "gui/widgets/listeditor.h"
#include "gui/windowrig.h"
#include "support/heartbeat.h"
#include "table/vacancyschema.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// A column of searches pasted into the form, from the paste to its rows and back.
class TestSearchList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read();
    void toldInWords();
    void runsAsText();
    void pastedColumnIsAList();
    void oneCellIsAText();
    void editedInADialog();
    void searchesEach();
    void earlierRunFillsTheForm();
    void manyLinesFreezeNothing();
    void fitsSmallScreens_data();
    void fitsSmallScreens();

private:
    static void paste(const VacanciesPage &page, const QString &text);
    static QPushButton *button(const VacanciesPage &page);
    static VacanciesValues practiceValues(WindowRig &rig);
};

void TestSearchList::paste(const VacanciesPage &page, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    auto *edit = page.findChild<QueryEdit *>();
    edit->setFocus();
    QTest::keySequence(edit, QKeySequence::Paste);
}

QPushButton *TestSearchList::button(const VacanciesPage &page)
{
    return page.findChild<QPushButton *>(u"listButton"_s);
}

VacanciesValues TestSearchList::practiceValues(WindowRig &rig)
{
    rig.window().startPractice();
    VacanciesValues values = rig.vacancies().values();
    values.sources = {u"hh"_s};
    values.details = false;
    values.delay = 0ms;
    return values;
}

/// Each text in each region of the form, whichever source counts them how.
void TestSearchList::read()
{
    VacanciesValues values;
    values.sources = {u"hh"_s, u"trudvsem"_s};
    values.areas = {u"1"_s, u"2"_s};
    values.list = u"text,area\nшвея,\nмаляр,Калужская область"_s;
    const vacancies::QueryList list = SearchList::read(values);
    QCOMPARE(list.queries.size(), size_t(3));
    QCOMPARE(list.queries[0].region, u"Москва"_s);
    QCOMPARE(list.queries[0].areas[0], QStringList{u"1"_s});
    QVERIFY(list.queries[0].areas[1].value(0).startsWith(u"77"_s));
    QCOMPARE(list.queries[1].region, u"Санкт-Петербург"_s);
    QCOMPARE(list.queries[2].text, u"маляр"_s);
    values.areas.clear();
    QCOMPARE(SearchList::read(values).queries.size(), size_t(2));
}

void TestSearchList::toldInWords()
{
    VacanciesValues values;
    values.sources = {u"hh"_s};
    values.list = u"text,who,area\nшвея,me,\nшвея,,\nмаляр,,Нигде\n\"x\n"_s;
    const SearchList::Told told = SearchList::tell(values);
    QCOMPARE(told.count, 1);
    for (const QString &part : {u"not used: who"_s, u"1 line"_s, u"Line 4"_s, u"“Нигде”"_s, u"Line 5"_s})
        QVERIFY2(told.remarks.contains(part), qPrintable(told.remarks));
    values.list = u" \n"_s;
    QCOMPARE(SearchList::tell(values).count, 0);
    QVERIFY(!SearchList::prepare(values, {}, {}).problem.isEmpty());
}

void TestSearchList::runsAsText()
{
    vacancies::SearchSpec spec;
    spec.sources.push_back({u"hh"_s, {}, {}});
    spec.list = vacancies::SearchSpec::List{2, {}, true};
    const QStringList lines{u"a, \"b\"\t1\tМосква"_s, u"c\t1,2\tМосква, Санкт-Петербург"_s};
    VacanciesValues values;
    values.sources = {u"hh"_s};
    values.list = SearchList::ofRun(spec, lines);
    QStringList back;
    for (const vacancies::ListedQuery &query : SearchList::read(values).queries)
        back << query.toLine();
    QCOMPARE(back, lines);
}

void TestSearchList::pastedColumnIsAList()
{
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    QVERIFY(!button(page)->isVisible());
    paste(page, u"швея\r\nмаляр\r\n***\r\n"_s);
    QVERIFY(button(page)->isVisible());
    QVERIFY(!page.findChild<QueryEdit *>()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(button(page)->text().contains(u"of 2 search"), 20'000);
    auto *remarks = page.findChild<QLabel *>(u"listRemarks"_s);
    QVERIFY(remarks->isVisible());
    QVERIFY2(remarks->text().contains(u"Line 3"), qPrintable(remarks->text()));
    // Another choice of regions is another number of searches.
    VacanciesValues values = page.values();
    QCOMPARE(values.text, QString());
    values.areas = {u"1"_s, u"2"_s};
    page.setValues(values);
    QTRY_VERIFY_WITH_TIMEOUT(button(page)->text().contains(u"of 4 search"), 20'000);
    QVERIFY(page.summary().startsWith(u"list of 4 search"));
}

/// Spreadsheets end what they copy with a line break.
void TestSearchList::oneCellIsAText()
{
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.findChild<QueryEdit *>()->clear();
    QGuiApplication::clipboard()->setText(u"data analyst\n"_s);
    page.findChild<QueryEdit *>()->pasteText();
    QCOMPARE(page.values().text, u"data analyst"_s);
    QVERIFY(page.values().list.isEmpty());
}

void TestSearchList::editedInADialog()
{
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    page.findChild<QueryEdit *>()->setText(u"швея; маляр"_s);
    page.findChild<QPushButton *>(u"listAction"_s)->click();
    auto *dialog = page.findChild<QueriesDialog *>();
    QVERIFY(dialog);
    auto *edit = dialog->findChild<ListEditor *>();
    QCOMPARE(edit->text(), u"швея\nмаляр"_s); // what was typed is not lost
    edit->addLines(u"токарь"_s);
    auto *remarks = dialog->findChild<QLabel *>(u"queriesRemarks"_s);
    QTRY_VERIFY_WITH_TIMEOUT(remarks->text().contains(u"3 search"), 20'000);
    dialog->accept();
    QTRY_VERIFY_WITH_TIMEOUT(button(page)->text().contains(u"of 3 search"), 20'000);
    // Without lines there is a text again.
    QTRY_VERIFY(!page.findChild<QueriesDialog *>());
    button(page)->click();
    dialog = page.findChild<QueriesDialog *>();
    dialog->findChild<ListEditor *>()->setList({});
    dialog->accept();
    QVERIFY(page.findChild<QueryEdit *>()->isVisible());
    QVERIFY(page.values().list.isEmpty());
}

void TestSearchList::searchesEach()
{
    WindowRig rig;
    VacanciesValues values = practiceValues(rig);
    VacanciesPage &page = rig.vacancies();
    values.list = u"аналитик\nинженер\nаналитик\n\"x"_s;
    values.areas = {u"1"_s};
    page.setValues(values);
    page.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 60'000);
    QVERIFY(rig.session().handle(page.run())->progress().rows > 0);
    QCOMPARE(rig.session().handle(page.run())->progress().failed, 1); // the line that is none
    const auto reader = rig.session().project().reader();
    QVERIFY(reader);
    const auto ids = (*reader)->ids({&table::vacancySchema(), {page.run()}, {}, {}});
    const auto rows = (*reader)->rows(table::vacancySchema(), *ids);
    QSet<QString> queries;
    for (const table::Cells &row : *rows)
        queries << table::toText(row[size_t(table::VacancyColumn::Query)]);
    QCOMPARE(queries, (QSet<QString>{u"аналитик"_s, u"инженер"_s}));
    // A list without a search begins nothing, and says why.
    const store::RunId before = page.run();
    values.list = u"\n***"_s;
    page.setValues(values);
    page.start();
    auto *problem = page.findChild<QLabel *>(u"problemsLabel"_s);
    QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), 20'000);
    QVERIFY2(problem->text().contains(u"no word"), qPrintable(problem->text()));
    QCOMPARE(page.run(), before);
}

void TestSearchList::earlierRunFillsTheForm()
{
    WindowRig rig;
    VacanciesValues values = practiceValues(rig);
    VacanciesPage &page = rig.vacancies();
    values.list = u"text,area\nаналитик,1\nинженер,\"1,2\"\nинженер,"_s;
    page.setValues(values);
    page.start();
    QTRY_VERIFY_WITH_TIMEOUT(page.run() != 0 && !page.isUnderWay(), 60'000);
    const QString path = rig.path(u"list.linnet"_s);
    QVERIFY(rig.session().projectSlot().saveAs(path));
    rig.makeWindow(); // as the next day
    rig.window().openProject(path);
    VacanciesPage &later = rig.vacancies();
    QTRY_COMPARE_WITH_TIMEOUT(later.values().list,
                              u"text,area\nаналитик,Москва\nинженер,\"Москва, Санкт-Петербург\"\nинженер,"_s,
                              20'000);
    QTRY_VERIFY_WITH_TIMEOUT(button(later)->text().contains(u"of 3 search"), 20'000);
}

void TestSearchList::manyLinesFreezeNothing()
{
    WindowRig rig;
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    QStringList lines;
    for (int i = 0; i < 100'000; ++i)
        lines << u"position %1"_s.arg(i);
    const QString text = lines.join(u'\n');
    Heartbeat heart;
    heart.begin();
    paste(page, text);
    QTRY_VERIFY_WITH_TIMEOUT(button(page)->text().contains(u"of 100,000 search"), 120'000);
    qInfo("the window was busy for %.0f ms at most", heart.longestMs());
    QVERIFY(heart.longestMs() < 2000); // on a machine with much else to do
}

void TestSearchList::fitsSmallScreens_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("Russian") << u"ru"_s;
}

void TestSearchList::fitsSmallScreens()
{
    QFETCH(QString, language);
    WindowRig rig(language);
    rig.newSearch();
    VacanciesPage &page = rig.vacancies();
    paste(page, u"швея\nмаляр\n***"_s);
    QTRY_VERIFY_WITH_TIMEOUT(page.values().listed == 2, 20'000);
    QTRY_COMPARE(unreachable(rig, page), QString());
    QVERIFY(button(page)->isVisible());
}

QTEST_MAIN(TestSearchList)
#include "tst_searchlist.moc"

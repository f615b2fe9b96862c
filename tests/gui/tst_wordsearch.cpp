// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/wordsearch.h"

#include "gui/table/detailpane.h"
#include "gui/table/findfield.h"
#include "gui/vacancies/vacanciestask.h"
#include "resultsrig.h"
#include "support/inventedvacancies.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QTextBrowser>
#include <QToolButton>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using gui::VacanciesTask;
using table::VacancyColumn;

class TestWordSearch : public QObject, private test::ResultsRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init() { open(); }
    void cleanup() { close(); }
    void findsAndMarksWords();
    void offersToLookForWords();
};

void TestWordSearch::findsAndMarksWords()
{
    store::Unit unit;
    unit.run = m_run;
    const QString rest = u" и прочее"_s.repeated(100);
    unit.rows = {
        test::vacancyRow(u"1"_s, {{VacancyColumn::Vacancy, u"Аналитик"_s},
                                  {VacancyColumn::Description, u"Анализ, Power BI, анализы."_s + rest}}),
        test::vacancyRow(u"2"_s, {{VacancyColumn::Vacancy, u"Повар"_s},
                                  {VacancyColumn::Description, u"BI Power, анализ."_s + rest}})};
    post(unit);
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(2));
    auto *find = pane().findChild<gui::FindField *>(u"find"_s);
    // By its menu, and it stays so.
    QContextMenuEvent asks(QContextMenuEvent::Mouse, {5, 5}, find->mapToGlobal(QPoint(5, 5)));
    QApplication::sendEvent(find, &asks);
    auto *menu = find->findChild<QMenu *>();
    QVERIFY(menu);
    menu->actions().last()->trigger();
    menu->close();
    QVERIFY(find->isWords());
    find->setText(u"анал* \"power bi"_s);
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(pane().filter().filter().isEmpty());
    QVERIFY(!find->accessibleDescription().isEmpty());
    find->setText(u"анал* \"power bi\""_s);
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(find->accessibleDescription().isEmpty());
    QVERIFY(waitForRows(1));
    table().setCurrentIndex(model().index(0, 0));
    auto *text = pane().details()->findChild<QTextBrowser *>(u"text"_s);
    // In the title, too.
    QTRY_COMPARE(text->extraSelections().size(), 4);
    QStringList marked;
    for (const QTextEdit::ExtraSelection &mark : text->extraSelections())
        marked << mark.cursor.selectedText();
    QCOMPARE(marked, (QStringList{u"Аналитик"_s, u"Анализ"_s, u"Power BI"_s, u"анализы"_s}));
    QVERIFY(pane().details()->tabs()->tabText(0).contains(u" · 4 hit"_s));
    pane().filter().clear();
    QVERIFY(waitForRows(2));
    QVERIFY(text->extraSelections().isEmpty());
    QVERIFY(!pane().details()->tabs()->tabText(0).contains(u"hit"_s));
    pane().filter().setAnyText(u"part"_s);
    QVERIFY(!find->isWords());
}

void TestWordSearch::offersToLookForWords()
{
    post(test::inventedUnit(m_run, 0, 20));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(20));
    auto *words = pane().findChild<QToolButton *>(u"words"_s);
    auto *indexed = pane().findChild<QLabel *>(u"indexed"_s);
    pane().setIndexed({1500, 2500, {}});
    QVERIFY(!indexed->isVisible()); // nobody asks for words
    pane().filter().setAnyText(u"nirgends"_s);
    QVERIFY(waitForRows(0));
    QVERIFY(!words->isVisible());
    Q_EMIT model().buildingChanged(true); // and it takes its time
    QTRY_VERIFY_WITH_TIMEOUT(words->isVisible(), 30'000);
    QVERIFY(indexed->text().startsWith(u"Looking through every text"_s));
    QTest::mouseClick(words, Qt::LeftButton);
    QCOMPARE(pane().filter().filter().conditions,
             (QList{table::Condition{{}, table::FilterOp::HasWords, {u"\"nirgends*\""_s}, false}}));
    QVERIFY(waitForRows(0));
    Q_EMIT model().buildingChanged(false);
    pane().setIndexed({1500, 2500, {}});
    QVERIFY(indexed->isVisible());
    QCOMPARE(indexed->text(), u"1,500 of 2,500 texts indexed"_s);
    pane().setIndexed({1500, 2500, {Reason::DiskFull, 0, {}}});
    QCOMPARE(indexed->text(), u"1,500 of 2,500 texts indexed, waiting"_s);
    QVERIFY(!indexed->toolTip().isEmpty());
    pane().setIndexed({2500, 2500, {}});
    QVERIFY(!indexed->isVisible());
}

QTEST_MAIN(TestWordSearch)
#include "tst_wordsearch.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowcopier.h"
#include "gui/vacancies/vacanciestask.h"
#include "resultsrig.h"
#include "support/inventedvacancies.h"

#include <QApplication>
#include <QClipboard>
#include <QMimeData>
#include <QSignalSpy>

#include <cmath>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using gui::ResultsView;
using gui::VacanciesTask;
using table::VacancyColumn;

/// Rows that are selected: copied, counted, added up.
class TestResultsCopy : public QObject, private test::ResultsRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init() { open(); }
    void cleanup() { close(); }
    void copiesRows();
    void tooManyToCopy();
    void selectionInWords();
};

void TestResultsCopy::copiesRows()
{
    post(test::inventedUnit(m_run, 0, 3000));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(3000));
    QSignalSpy message(m_view.get(), &ResultsView::message);
    QGuiApplication::clipboard()->clear();
    // Most of these rows were never looked at.
    table().selectionModel()->select(QItemSelection(model().index(10, 0), model().index(1509, 28)),
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QTest::keySequence(&table(), QKeySequence::Copy);
    QVERIFY(message.wait());
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1501);
    QCOMPARE(lines[0].split(u'\t').size(), pane().columns().visibleColumns().size());
    QVERIFY(lines[1].startsWith(u"Data analyst 10\t"_s));
    QVERIFY(lines[1500].startsWith(u"Учёный секретарь 1509\t"_s));
    QVERIFY(QGuiApplication::clipboard()->mimeData()->hasHtml());
    QVERIFY(message.last()[0].toString().contains(u"1,500"_s));

    table().setCurrentIndex(model().index(7, int(VacancyColumn::SalaryFrom)));
    QCOMPARE(shown(7, VacancyColumn::SalaryFrom), u"95,433"_s);
    QTest::keyClick(&table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"95433"_s);
}

void TestResultsCopy::tooManyToCopy()
{
    constexpr int Count = int(gui::RowCopier::MaxRows) + 1;
    for (int first = 0; first < Count; first += 5000)
        post(test::inventedUnit(m_run, first, std::min(5000, Count - first), false));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(Count));
    QSignalSpy message(m_view.get(), &ResultsView::message);
    QGuiApplication::clipboard()->setText(u"before"_s);
    table().selectAll();
    QCOMPARE(table().selectedCount(), qint64(Count));
    QVERIFY(pane().summary().contains(QLocale().toString(Count)));
    QTest::keySequence(&table(), QKeySequence::Copy);
    QCOMPARE(message.size(), 1);
    QVERIFY(message[0][0].toString().contains(u"Export"_s));
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void TestResultsCopy::selectionInWords()
{
    post(test::inventedUnit(m_run, 0, 30));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(30));
    // Rows 1 and 11 are in dollars, 3 and 9 have no salary, 5 and 7 are after tax: 4, 8 and 10 count.
    QItemSelection selection(model().index(3, 0), model().index(5, 28));
    selection.merge(QItemSelection(model().index(7, 0), model().index(10, 28)), QItemSelectionModel::Select);
    selection.merge(QItemSelection(model().index(11, 0), model().index(11, 28)), QItemSelectionModel::Select);
    table().selectionModel()->select(selection,
                                     QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QCOMPARE(table().selectedCount(), 8);
    const double sum = 3 * 40'000.0 + (4 + 8 + 10) * 7919.0;
    const QString wanted = u"Salary from, ₽, before tax (3 known): mean %1, median %2, sum %3"_s.arg(
        models::CellFormat().number(std::round(100 * sum / 3) / 100),
        models::CellFormat().number(40'000 + 8 * 7919.0), models::CellFormat().number(sum));
    QTRY_VERIFY2(pane().summary().contains(wanted), qPrintable(pane().summary()));
    QVERIFY(pane().summary().startsWith(u"8 "_s));
}

QTEST_MAIN(TestResultsCopy)
#include "tst_resultscopy.moc"

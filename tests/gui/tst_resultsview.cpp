// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/resultsview.h"

#include "gui/table/cellmenu.h"
#include "gui/table/chipbar.h"
#include "gui/table/detailpane.h"
#include "gui/table/exportdialog.h"
#include "gui/table/facetpanel.h"
#include "gui/table/filterrow.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowheader.h"
#include "gui/table/rowtableview.h"
#include "gui/vacancies/vacanciestask.h"
#include "gui/widgets/actionregistry.h"
#include "resultsrig.h"
#include "support/inventedvacancies.h"
#include "table/value.h"

#include <QAction>
#include <QApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>
#include <QToolButton>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using gui::ResultsView;
using gui::VacanciesTask;
using models::RowModel;
using table::VacancyColumn;

class TestResultsView : public QObject, private test::ResultsRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { open(); }
    void cleanup() { close(); }
    void rowsComeWhileItIsShown();
    void typedFilterAndItsExport();
    void headerSorts();
    void currentRowStays();
    void sortingShowsTheTop();
    void amountsOfOneCurrency();
    void amountsOfOnePeriod();
    void findsInAllColumns();
    void detailsComeBack();
    void lateRowsChip();
    void sortingCanBeStopped();
    void facetsFilter();
    void detailsFollowTheRow();
    void cellMenuFilters();
    void projectsComeAndGo();
    void keyboardAlone();
    void everythingHasAName();

private:
    void type(VacancyColumn column, const QString &text);
    void clickHeader(VacancyColumn column, Qt::KeyboardModifiers modifiers = {});
};

void TestResultsView::initTestCase()
{
    QLocale::setDefault(QLocale(u"en_US"_s));
}

// As from a keyboard, in any script: keyClicks() knows ASCII only.
void TestResultsView::type(VacancyColumn column, const QString &text)
{
    QLineEdit *edit = table().filterRow()->edit(int(column));
    edit->selectAll();
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, edit, Qt::Key_unknown, QString(letter), {});
}

void TestResultsView::clickHeader(VacancyColumn column, Qt::KeyboardModifiers modifiers)
{
    gui::RowHeader *header = table().rowHeader();
    const QPoint place(header->sectionViewportPosition(int(column)) + 20, 12);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, modifiers, place);
}

void TestResultsView::rowsComeWhileItIsShown()
{
    QVERIFY(m_view->isEmpty());
    QSignalSpy status(m_view.get(), &ResultsView::statusChanged);
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(0));
    for (int i = 0; i < 10; ++i)
        post(test::inventedUnit(m_run, i * 30, 30));
    QVERIFY(waitForRows(300));
    QTRY_COMPARE(status.last()[0].toLongLong(), 300);
    QCOMPARE(status.last()[1].toLongLong(), 300);
    QCOMPARE(shown(299, VacancyColumn::Id), u"299"_s);
    QTRY_VERIFY(pane().summary().contains(u"median"_s));
    // Salary statistics name one currency and how many are known.
    QVERIFY(pane().summary().contains(u"₽"_s));
}

void TestResultsView::typedFilterAndItsExport()
{
    post(test::inventedUnit(m_run, 0, 400));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(400));
    type(VacancyColumn::Vacancy, u"УЧЕН"_s);
    QVERIFY(waitForRows(80));
    type(VacancyColumn::SalaryFrom, u">=60000"_s);
    QTRY_VERIFY(model().rowCount() < 80 && !model().isBuilding());
    clickHeader(VacancyColumn::SalaryFrom);
    QTRY_COMPARE(pane().sort().size(), 1);
    QTRY_VERIFY(!model().isBuilding());
    const int rows = model().rowCount();
    QVERIFY(rows > 10);
    QVERIFY(pane().chips()->findChild<QLabel *>(u"count"_s)->text().contains(u"of 400"_s));

    pane().columns().setVisible(int(VacancyColumn::Description), true);
    pane().columns().move(0, 3);
    m_view->openExport();
    QTRY_VERIFY(m_view->findChild<gui::ExportDialog *>());
    auto *dialog = m_view->findChild<gui::ExportDialog *>();
    dialog->findChild<QAbstractButton *>(u"jsonl"_s)->click();
    const QString path = m_folder->filePath(u"out.jsonl"_s);
    dialog->findChild<QLineEdit *>(u"path"_s)->setText(path);
    QTRY_VERIFY(dialog->findChild<QAbstractButton *>(u"export"_s)->isEnabled());
    QSignalSpy exported(dialog, &gui::ExportDialog::exported);
    dialog->findChild<QAbstractButton *>(u"export"_s)->click();
    QVERIFY(exported.wait());
    dialog->close();

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(exported[0][1].toInt(), rows);
    const QList<int> columns = pane().columns().visibleColumns();
    for (int row = 0; row < rows; ++row) {
        const QByteArray line = file.readLine();
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        QCOMPARE(object.size(), columns.size());
        QVERIFY(shown(row, VacancyColumn::Vacancy).startsWith(u"Учёный"_s));
        for (const int column : columns) {
            const QVariant raw = model().index(row, column).data(RowModel::RawRole);
            const QJsonValue value = object[QString(table::vacancySchema().columns[size_t(column)].key)];
            QCOMPARE(value.toVariant().toString(), raw.toString());
        }
    }
    QVERIFY(file.atEnd());
}

void TestResultsView::headerSorts()
{
    post(test::inventedUnit(m_run, 0, 100));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(100));
    clickHeader(VacancyColumn::Experience);
    QCOMPARE(model().query().sort, (table::Sort{{u"experience"_s, false}}));
    clickHeader(VacancyColumn::SalaryFrom, Qt::ShiftModifier);
    clickHeader(VacancyColumn::SalaryFrom, Qt::ShiftModifier);
    QCOMPARE(pane().sort(), (table::Sort{{u"experience"_s, false}, {u"salary_from"_s, true}}));
    QVERIFY(waitForRows(100));
    QCOMPARE(shown(0, VacancyColumn::Experience), u"1–3 years"_s);
    clickHeader(VacancyColumn::Experience);
    clickHeader(VacancyColumn::Experience);
    clickHeader(VacancyColumn::Experience);
    QCOMPARE(model().query().sort, table::Sort());
    QVERIFY(waitForRows(100));
    QCOMPARE(shown(0, VacancyColumn::Id), u"0"_s);
}

void TestResultsView::currentRowStays()
{
    post(test::inventedUnit(m_run, 0, 2000));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(2000));
    table().setCurrentIndex(model().index(900, int(VacancyColumn::Employer)));
    const qint64 id = model().idAt(900);
    pane().setSort({{u"id"_s, true}});
    QTRY_VERIFY(!model().isBuilding());
    QCOMPARE(model().idAt(table().currentIndex().row()), id);
    QVERIFY(table().currentIndex().row() != 900);
    QCOMPARE(table().currentIndex().column(), int(VacancyColumn::Employer));
    type(VacancyColumn::Vacancy, u"900"_s);
    QTRY_VERIFY(model().rowCount() < 20 && !model().isBuilding());
    QCOMPARE(model().idAt(table().currentIndex().row()), id);
    QCOMPARE(table().selectedIds(), std::vector<qint64>{id});
    type(VacancyColumn::Vacancy, u"analyst 5"_s);
    // It is gone: the first row is read instead, and nothing when there is none.
    QTRY_VERIFY(model().idAt(0) != id);
    QCOMPARE(table().currentIndex().row(), 0);
    QTRY_VERIFY(
        pane().details()->findChild<QTextBrowser *>(u"text"_s)->toPlainText().contains(u"analyst 5"_s));
    type(VacancyColumn::Vacancy, u"nothing like it"_s);
    QTRY_VERIFY(!table().currentIndex().isValid());
    QTRY_VERIFY(!pane().details()->findChild<QAbstractButton *>(u"open"_s)->isEnabled());
    QVERIFY(pane().details()->findChild<QTextBrowser *>(u"text"_s)->toPlainText().isEmpty());
}

// What people see first they take for the largest.
void TestResultsView::sortingShowsTheTop()
{
    post(test::inventedUnit(m_run, 0, 2000));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(2000));
    QCOMPARE(table().currentIndex().row(), 0); // by the program
    pane().setSort({{u"id"_s, true}});
    QTRY_VERIFY(!model().isBuilding());
    QCOMPARE(table().verticalScrollBar()->value(), 0);
    QCOMPARE(table().currentIndex().row(), 0);
    QCOMPARE(shown(0, VacancyColumn::Id), u"999"_s);
}

void TestResultsView::amountsOfOneCurrency()
{
    post(test::inventedUnit(m_run, 0, 300));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(300));
    QTRY_VERIFY(pane().summary().contains(u"₽"_s));
    pane().setSort({{u"salary_from"_s, true}});
    QTRY_VERIFY(!model().isBuilding());
    // All of the most frequent currency, first before tax and then after it, then those of the other, then
    // those without.
    QStringList units;
    double last = 1e9;
    for (int row = 0; row < 300; ++row) {
        const QString unit =
            shown(row, VacancyColumn::Currency) + u' ' + shown(row, VacancyColumn::SalaryGross);
        const double amount =
            model().index(row, int(VacancyColumn::SalaryFrom)).data(RowModel::RawRole).toDouble();
        if (units.isEmpty() || units.last() != unit) {
            units << unit;
            last = 1e9;
        }
        QVERIFY(amount <= last);
        last = amount;
    }
    QCOMPARE(units, (QStringList{u"RUR yes"_s, u"RUR no"_s, u"USD no"_s, u" "_s}));

    // A limit is one of a currency, and says of which; the statistics are those of the rows shown.
    type(VacancyColumn::SalaryFrom, u">200000"_s);
    QTRY_COMPARE(pane().filter().chips().size(), 3);
    QTRY_VERIFY(!model().isBuilding() && model().rowCount() < 100);
    std::vector<double> amounts;
    for (int row = 0; row < model().rowCount(); ++row) {
        QCOMPARE(shown(row, VacancyColumn::Currency), u"RUR"_s);
        QCOMPARE(shown(row, VacancyColumn::SalaryGross), u"yes"_s);
        amounts.push_back(
            model().index(row, int(VacancyColumn::SalaryFrom)).data(RowModel::RawRole).toDouble());
    }
    QVERIFY(amounts.size() > 5);
    std::ranges::sort(amounts);
    const size_t half = amounts.size() / 2;
    const double median = amounts.size() % 2 == 1 ? amounts[half] : (amounts[half - 1] + amounts[half]) / 2;
    QTRY_VERIFY2(pane().summary().contains(u"median "_s + models::CellFormat().number(median)),
                 qPrintable(pane().summary()));
    QVERIFY(pane().summary().contains(u"%1 of %1 known"_s.arg(amounts.size())));
}

// A thousand an hour is not less than a hundred thousand a month.
void TestResultsView::amountsOfOnePeriod()
{
    store::Unit unit = test::inventedUnit(m_run, 0, 300);
    for (int i = 0; i < 300; ++i) {
        table::Cells &cells = unit.rows[size_t(i)].cells;
        const bool isPaid = !table::isNull(cells[size_t(VacancyColumn::Currency)]);
        const bool byHour = isPaid && i % 20 == 0;
        if (byHour)
            cells[size_t(VacancyColumn::SalaryFrom)] = 900'000.0;
        if (isPaid && i % 5 != 0) // others do not say it: a month, too
            cells[size_t(VacancyColumn::SalaryMode)] = u"Per month"_s;
        if (byHour)
            cells[size_t(VacancyColumn::SalaryMode)] = u"Per hour"_s;
        if (isPaid && i % 7 == 0) // nothing said of the tax
            cells[size_t(VacancyColumn::SalaryGross)] = table::Value();
    }
    post(unit);
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(300));
    QTRY_VERIFY2(pane().summary().contains(u"₽, per month"_s), qPrintable(pane().summary()));
    QVERIFY2(pane().summary().contains(u"before tax: "_s), qPrintable(pane().summary()));
    pane().setSort({{u"salary_from"_s, true}});
    QTRY_VERIFY(!model().isBuilding());
    const auto amount = [this](int row) {
        return model().index(row, int(VacancyColumn::SalaryFrom)).data(RowModel::RawRole).toDouble();
    };
    QVERIFY(shown(0, VacancyColumn::SalaryMode) != "Per hour"_L1);
    bool isMixed = false; // those that say a month and those that say nothing
    bool isUntold = false;
    for (int row = 0;
         shown(row, VacancyColumn::SalaryMode) != "Per hour"_L1 &&
         shown(row, VacancyColumn::SalaryGross) != "no"_L1 && shown(row, VacancyColumn::Currency) == "RUR"_L1;
         ++row) {
        QVERIFY(row == 0 || amount(row) <= amount(row - 1));
        isUntold = isUntold || shown(row, VacancyColumn::SalaryGross).isEmpty();
        isMixed = isMixed || (row > 0 && shown(row, VacancyColumn::SalaryMode).isEmpty() &&
                              !shown(row - 1, VacancyColumn::SalaryMode).isEmpty());
    }
    QVERIFY(isMixed && isUntold);

    // A limit says of which period; the user may take that away.
    type(VacancyColumn::SalaryFrom, u">100000"_s);
    QTRY_COMPARE(pane().filter().chips().size(), 4);
    QTRY_VERIFY(!model().isBuilding() && model().rowCount() < 200);
    for (int row = 0; row < model().rowCount(); ++row) {
        QVERIFY(shown(row, VacancyColumn::SalaryMode) != "Per hour"_L1);
        QVERIFY(shown(row, VacancyColumn::SalaryGross) != "no"_L1);
    }
    const int before = model().rowCount();
    pane().filter().removeChip(2);
    QTRY_VERIFY(!model().isBuilding() && model().rowCount() > before);
    QCOMPARE(pane().filter().chips().size(), 3);
}

void TestResultsView::findsInAllColumns()
{
    post(test::inventedUnit(m_run, 0, 70));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(70));
    auto *find = pane().findChild<QLineEdit *>(u"find"_s);
    QVERIFY(m_actions.run(u"edit.find"_s));
    find->setText(u"tidy games"_s); // an employer
    QTest::keyClick(find, Qt::Key_Return);
    QVERIFY(waitForRows(10));
    QCOMPARE(pane().filter().chips().size(), 1);
    QTest::keyClick(find, Qt::Key_Escape);
    QVERIFY(waitForRows(70));
    pane().filter().setAnyText(u"romashka"_s);
    QCOMPARE(find->text(), u"romashka"_s);
    pane().filter().clear();
    QVERIFY(find->text().isEmpty());
}

void TestResultsView::detailsComeBack()
{
    post(test::inventedUnit(m_run, 0, 20));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(20));
    QVERIFY(pane().areDetailsShown());
    QVERIFY(m_actions.run(u"view.details"_s));
    QVERIFY(!pane().areDetailsShown());
    QVERIFY(m_actions.run(u"view.details"_s));
    QVERIFY(pane().areDetailsShown());
    QVERIFY(pane().details()->height() > 100);
}

void TestResultsView::lateRowsChip()
{
    post(test::inventedUnit(m_run, 50, 20));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(20));
    pane().setSort({{u"vacancy"_s, false}});
    QVERIFY(waitForRows(20));
    QVERIFY(!pane().chips()->findChild<QToolButton *>(u"refresh"_s)->isVisible());
    QVERIFY(!pane().chips()->findChild<QToolButton *>(u"stop"_s)->isVisible()); // nothing to wait for
    post(test::inventedUnit(m_run, 0, 5));
    QVERIFY(waitForRows(25));
    QVERIFY(pane().chips()->findChild<QToolButton *>(u"refresh"_s)->isVisible());
    QVERIFY(pane().chips()->findChild<QToolButton *>(u"refresh"_s)->text().contains(u"5 new"_s));
    QCOMPARE(shown(20, VacancyColumn::Id), u"0"_s);
    pane().chips()->findChild<QToolButton *>(u"refresh"_s)->click();
    QVERIFY(waitForRows(25));
    QTRY_VERIFY(!pane().chips()->findChild<QToolButton *>(u"refresh"_s)->isVisible());
    QCOMPARE(shown(0, VacancyColumn::Id), u"2"_s);
}

void TestResultsView::sortingCanBeStopped()
{
    post(test::inventedUnit(m_run, 0, 20));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(20));
    pane().setSort({{u"vacancy"_s, false}});
    QVERIFY(waitForRows(20));
    gui::ChipBar *chips = pane().chips();
    chips->setSorting(true);
    QTRY_VERIFY_WITH_TIMEOUT(chips->findChild<QToolButton *>(u"stop"_s)->isVisible(), 30'000);
    QTest::mouseClick(chips->findChild<QToolButton *>(u"stop"_s), Qt::LeftButton);
    QVERIFY(pane().sort().isEmpty());
    QVERIFY(waitForRows(20));
    QTRY_VERIFY(!chips->findChild<QToolButton *>(u"stop"_s)->isVisible());
    QCOMPARE(shown(0, VacancyColumn::Id), u"0"_s);
}

void TestResultsView::facetsFilter()
{
    post(test::inventedUnit(m_run, 0, 200));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(200));
    QTreeView *tree = pane().facets()->tree();
    const QModelIndex experience = pane().facetModel().index(1, 0);
    QTRY_COMPARE(pane().facetModel().rowCount(experience), 4);
    const QRect line = tree->visualRect(pane().facetModel().index(1, 0, experience));
    QVERIFY(line.isValid());
    // Anywhere on the line, also on its box.
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, line.center());
    QVERIFY(waitForRows(50));
    QCOMPARE(pane().filter().chips().size(), 1);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, line.topLeft() + QPoint(18, 11));
    QVERIFY(waitForRows(200));
    tree->setFocus();
    tree->setCurrentIndex(pane().facetModel().index(2, 0, experience));
    QTest::keyClick(tree, Qt::Key_Space);
    QVERIFY(waitForRows(50));
    pane().chips()->findChild<QToolButton *>(u"clear"_s)->click();
    QVERIFY(waitForRows(200));
}

void TestResultsView::detailsFollowTheRow()
{
    post(test::inventedUnit(m_run, 0, 20, false));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(20));
    QCOMPARE(shown(5, VacancyColumn::Id), u"5"_s);
    table().setCurrentIndex(model().index(5, 0));
    QTRY_VERIFY(
        pane().details()->findChild<QTextBrowser *>(u"text"_s)->toPlainText().contains(u"Data analyst 5"_s));
    QVERIFY(!pane().details()->findChild<QTextBrowser *>(u"text"_s)->toPlainText().contains(u"What to do"_s));
    QVERIFY(pane().details()->findChild<QAbstractButton *>(u"open"_s)->isEnabled());
    QCOMPARE(pane().details()->findChild<QTableView *>(u"fields"_s)->model()->rowCount(),
             int(table::vacancySchema().columns.size()));
    post(test::inventedUnit(m_run, 5, 1, true, store::RowMode::Merge));
    QTRY_VERIFY(
        pane().details()->findChild<QTextBrowser *>(u"text"_s)->toPlainText().contains(u"собирать отчёты"_s));
    QVERIFY(pane().details()->findChild<QTextBrowser *>(u"text"_s)->toHtml().contains(
        u"href=\"https://jobs.example/about?x=1"_s));
    QCOMPARE(table().currentIndex().row(), 5);
}

void TestResultsView::cellMenuFilters()
{
    post(test::inventedUnit(m_run, 0, 100));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(100));
    QCOMPARE(shown(0, VacancyColumn::Id), u"0"_s);
    const auto trigger = [&](VacancyColumn column, int row, const QString &part) {
        if (shown(row, column) == u"<not loaded>"_s)
            return false;
        gui::CellMenu menu(model().index(row, int(column)), model(), pane().filter(), m_view.get());
        menu.setAttribute(Qt::WA_DeleteOnClose, false);
        QList<QAction *> actions = menu.actions();
        for (QAction *action : menu.actions()) {
            if (action->menu())
                actions += action->menu()->actions();
        }
        for (QAction *action : actions) {
            if (!action->menu() && action->text().contains(part)) {
                action->trigger();
                return true;
            }
        }
        return false;
    };
    QVERIFY(trigger(VacancyColumn::Employer, 1, u"All but “ООО «Вектор»”"_s));
    QVERIFY(waitForRows(85));
    QVERIFY(trigger(VacancyColumn::Skills, 0, u"SQL"_s));
    QTRY_COMPARE(model().query().filter.conditions.size(), 2);
    QTRY_VERIFY(!model().isBuilding());
    const int rows = model().rowCount();
    QVERIFY(rows > 10 && rows < 85);
    for (int row = 0; row < rows; ++row) {
        QVERIFY(shown(row, VacancyColumn::Skills).contains(u"SQL"_s));
        QVERIFY(shown(row, VacancyColumn::Employer) != u"ООО «Вектор»"_s);
    }
    QVERIFY(trigger(VacancyColumn::SalaryFrom, 0, u"Only rows with"_s));
    QTRY_COMPARE(pane().filter().chips().size(), 3);
}

void TestResultsView::projectsComeAndGo()
{
    post(test::inventedUnit(m_run, 0, 1000));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(1000));
    pane().filter().setCellText(0, u"data"_s);
    QVERIFY(m_session->projectSlot().open(m_folder->filePath(u"b.linnet"_s)));
    QVERIFY(m_view->isEmpty());
    QCOMPARE(m_view->shown(), 0);
    const store::RunId run = m_session->project().writer().postRun(u"vacancies"_s, {});
    post(test::inventedUnit(run, 0, 12));
    m_view->showTables(VacanciesTask::tables(), {run});
    QVERIFY(waitForRows(12));
    QVERIFY(m_session->projectSlot().close());
    QVERIFY(m_view->isEmpty());
    m_view->showTables(VacanciesTask::tables(), {run});
    QVERIFY(m_view->isEmpty());
    QVERIFY(m_session->projectSlot().open(m_folder->filePath(u"a.linnet"_s)));
    m_view->showTables(VacanciesTask::tables(), {});
    QVERIFY(waitForRows(1000));
}

// From the table to the filter, to the details and back without a mouse.
void TestResultsView::keyboardAlone()
{
    post(test::inventedUnit(m_run, 0, 60));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(60));
    const auto text = [] { return u"a"_s; };
    m_actions.declare({u"edit.filter"_s, {}, text, {}, Qt::CTRL | Qt::Key_F, {}});
    m_actions.declare({u"edit.clearFilter"_s, {}, text, {}, Qt::CTRL | Qt::Key_Backspace, {}});
    m_view->addActions(m_actions.actions());
    table().setFocus();
    QTRY_VERIFY(table().hasFocus());
    QTRY_VERIFY(m_actions.action(u"edit.filter"_s)->isEnabled());
    QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
    QTRY_COMPARE(QApplication::focusWidget(), table().filterRow()->edit(0));
    QTest::keyClicks(QApplication::focusWidget(), u"data"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(table().hasFocus());
    QVERIFY(waitForRows(12));
    QTest::keyClick(&table(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_Down);
    QCOMPARE(table().currentIndex().row(), 1);
    QTest::keyClick(&table(), Qt::Key_Up);
    QTest::keyClick(&table(), Qt::Key_Up);
    QCOMPARE(QApplication::focusWidget(), table().filterRow()->edit(0));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backspace, Qt::ControlModifier);
    QTest::keyClick(&table(), Qt::Key_Backspace, Qt::ControlModifier);
    QVERIFY(waitForRows(60));
}

void TestResultsView::everythingHasAName()
{
    post(test::inventedUnit(m_run, 0, 60));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(60));
    pane().filter().setCellText(0, u"data"_s);
    QVERIFY(waitForRows(12));
    QStringList nameless;
    for (const QWidget *widget : m_view->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus ||
            widget->objectName().startsWith(u"qt_"_s) || qobject_cast<const QScrollBar *>(widget))
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool named = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        if (!named && !qobject_cast<const QTabBar *>(widget) && !qobject_cast<const QTabWidget *>(widget))
            nameless << QString::fromLatin1(widget->metaObject()->className());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u", "_s)));
}

QTEST_MAIN(TestResultsView)
#include "tst_resultsview.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/filterrow.h"

#include "gui/table/rowheader.h"
#include "gui/table/rowtableview.h"
#include "table/vacancyschema.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using gui::FilterRow;
using gui::RowTableView;
using table::VacancyColumn;

class TestFilterRow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void typingRestsBeforeItFilters();
    void returnFiltersAtOnce();
    void escapeEmpties();
    void errorsAreMarked();
    void staysAligned();
    void tabFollowsTheColumns();
    void everyFieldHasAName();

private:
    static constexpr int at(VacancyColumn column) { return int(column); }
    QLineEdit *edit(VacancyColumn column) const { return m_view->filterRow()->edit(at(column)); }
    void checkAligned() const;

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<models::RowModel> m_model;
    std::unique_ptr<models::FilterState> m_filter;
    std::unique_ptr<models::ColumnState> m_columns;
    std::unique_ptr<RowTableView> m_view;
};

void TestFilterRow::init()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(u"s.ini"_s), QSettings::IniFormat);
    m_settings->clear();
    m_model = std::make_unique<models::RowModel>(table::vacancySchema());
    m_filter = std::make_unique<models::FilterState>(table::vacancySchema());
    m_columns = std::make_unique<models::ColumnState>(table::vacancySchema(), *m_settings);
    m_view = std::make_unique<RowTableView>(*m_model, *m_filter, *m_columns);
    m_view->resize(700, 400);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    m_view->activateWindow();
}

void TestFilterRow::cleanup()
{
    m_view.reset();
    m_columns.reset();
    m_filter.reset();
    m_model.reset();
}

void TestFilterRow::typingRestsBeforeItFilters()
{
    QSignalSpy changed(m_filter.get(), &models::FilterState::changed);
    // keyClicks() knows ASCII only.
    for (const QChar letter : u"аналитик"_s)
        QTest::sendKeyEvent(QTest::Click, edit(VacancyColumn::Vacancy), Qt::Key_unknown, QString(letter), {});
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(m_filter->chips().size(), 1);
    QCOMPARE(m_filter->chips()[0].text, u"аналитик"_s);
    m_filter->removeChip(0);
    QCOMPARE(edit(VacancyColumn::Vacancy)->text(), QString());
}

void TestFilterRow::returnFiltersAtOnce()
{
    QTest::keyClicks(edit(VacancyColumn::SalaryFrom), u">50000"_s);
    QTest::keyClick(edit(VacancyColumn::SalaryFrom), Qt::Key_Return);
    QCOMPARE(m_filter->chips().size(), 1);
}

void TestFilterRow::escapeEmpties()
{
    QTest::keyClicks(edit(VacancyColumn::Area), u"x"_s);
    QTest::keyClick(edit(VacancyColumn::Area), Qt::Key_Return);
    QCOMPARE(m_filter->chips().size(), 1);
    QTest::keyClick(edit(VacancyColumn::Area), Qt::Key_Escape);
    QVERIFY(m_filter->filter().isEmpty());
    QCOMPARE(edit(VacancyColumn::Area)->text(), QString());
}

void TestFilterRow::errorsAreMarked()
{
    QLineEdit *salary = edit(VacancyColumn::SalaryFrom);
    const QString help = salary->toolTip();
    const QColor ink = salary->palette().color(QPalette::Text);
    QVERIFY(!help.isEmpty());
    QTest::keyClicks(salary, u"lots"_s);
    QTest::keyClick(salary, Qt::Key_Return);
    QVERIFY(salary->toolTip() != help);
    QVERIFY(salary->toolTip().contains(u"filters nothing"_s));
    QVERIFY(salary->palette().color(QPalette::Text) != ink);
    QVERIFY2(salary->actions().constFirst()->isVisible(), "not by colour alone");
    QCOMPARE(salary->accessibleDescription(), salary->toolTip());
    QVERIFY(m_filter->filter().isEmpty());
    salary->selectAll();
    QTest::keyClicks(salary, u"5~9"_s);
    QTest::keyClick(salary, Qt::Key_Return);
    QCOMPARE(salary->toolTip(), help);
    QVERIFY(!salary->actions().constFirst()->isVisible());
    QCOMPARE(m_filter->chips().size(), 1);
}

void TestFilterRow::checkAligned() const
{
    for (int column = 0; column < m_view->rowHeader()->count(); ++column) {
        const QLineEdit *field = m_view->filterRow()->edit(column);
        QCOMPARE(field->isVisibleTo(m_view->filterRow()), !m_view->rowHeader()->isSectionHidden(column));
        if (!field->isVisibleTo(m_view->filterRow()))
            continue;
        const int left = m_view->rowHeader()->sectionViewportPosition(column);
        const int right = left + m_view->rowHeader()->sectionSize(column);
        QVERIFY(field->x() >= left && field->x() <= left + 4);
        QVERIFY(field->geometry().right() < right && field->geometry().right() > right - 8);
    }
}

void TestFilterRow::staysAligned()
{
    checkAligned();
    const int first = m_view->rowHeader()->visualIndex(0); // before it stands what is hidden
    m_view->rowHeader()->resizeSection(0, 90);
    checkAligned();
    QCOMPARE(m_columns->width(0), 90);
    m_view->rowHeader()->moveSection(first, 4);
    checkAligned();
    QCOMPARE(m_columns->order()[4], 0);
    m_columns->setVisible(at(VacancyColumn::Description), true);
    checkAligned();
    QVERIFY(m_view->horizontalScrollBar()->maximum() > 0);
    m_view->horizontalScrollBar()->setValue(m_view->horizontalScrollBar()->maximum() / 2);
    checkAligned();
    m_columns->reset();
    checkAligned();
    QCOMPARE(m_view->rowHeader()->visualIndex(0), first);
}

void TestFilterRow::tabFollowsTheColumns()
{
    m_columns->move(0, 2);
    const QList<int> shown = m_columns->visibleColumns();
    m_view->filterRow()->focusColumn(shown[0]);
    QTRY_VERIFY(m_view->filterRow()->edit(shown[0])->hasFocus());
    for (int i = 1; i < shown.size(); ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), m_view->filterRow()->edit(shown[i]));
        // Whoever types sees where.
        const QLineEdit *field = m_view->filterRow()->edit(shown[i]);
        QVERIFY(field->x() >= 0 && field->geometry().right() <= m_view->width());
    }
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
    QVERIFY(m_view->hasFocus());
}

void TestFilterRow::everyFieldHasAName()
{
    for (int column = 0; column < m_view->rowHeader()->count(); ++column) {
        const QLineEdit *field = m_view->filterRow()->edit(column);
        QVERIFY(
            field->accessibleName().contains(columnTitle(table::vacancySchema().columns[size_t(column)])));
        QVERIFY(!field->placeholderText().isEmpty());
    }
    QVERIFY(!m_view->accessibleName().isEmpty());
}

QTEST_MAIN(TestFilterRow)
#include "tst_filterrow.moc"

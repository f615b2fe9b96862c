// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/tagsdialog.h"
#include "gui/resultsrig.h"
#include "gui/shell/historydialog.h"
#include "gui/table/cellmenu.h"
#include "gui/table/detailpane.h"
#include "gui/table/markeditor.h"
#include "gui/table/rowheader.h"
#include "gui/table/rowmarks.h"
#include "gui/table/rowtableview.h"
#include "gui/vacancies/vacanciestask.h"
#include "support/inventedvacancies.h"
#include "table/markcolumns.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QTest>
#include <QUndoView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::table;
using namespace Qt::Literals::StringLiterals;
using V = VacancyColumn;

/// What people mark in a table of results: by mouse and keys, several rows at once, with undo.
class TestRowMarks : public QObject, test::ResultsRig
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { close(); }
    void columnsComeWithTheFirstMark();
    void starByMouseAndKey();
    void severalRowsAtOnce();
    void editsInPlace();
    void typedTextIsOfItsRow();
    void undoAndRedo();
    void filtersByTag();
    void menuKeepsTheSelection();

private:
    MarkEditor &editor() const { return *pane().findChild<MarkEditor *>(); }
    QUndoStack &history() { return m_actions.history(); }
    void select(int first, int last);
    bool isStarred(int row) const
    {
        const Cells *cells = model().cells(row);
        return cells && (*cells)[size_t(V::Starred)] == Value(true);
    }
};

void TestRowMarks::init()
{
    open();
    history().clear();
    m_actions.declare({u"row.star"_s, {}, [] { return u"Star"_s; }, {}, QKeySequence(u"*"_s), {}});
    m_view->addAction(m_actions.action(u"row.star"_s));
    post(test::inventedUnit(m_run, 0, 30));
    m_view->showTables(VacanciesTask::tables(), {m_run});
    QVERIFY(waitForRows(30));
    QTRY_VERIFY(table().currentId() > 0);
    QTRY_VERIFY(editor().isEnabled());
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
}

void TestRowMarks::select(int first, int last)
{
    table().setFocus();
    table().selectRow(first);
    for (int row = first + 1; row <= last; ++row)
        table().selectionModel()->select(model().index(row, 0),
                                         QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void TestRowMarks::columnsComeWithTheFirstMark()
{
    models::ColumnState &columns = pane().columns();
    QVERIFY(!columns.isVisible(int(V::Starred)));
    select(0, 0);
    QVERIFY(m_actions.run(u"row.star"_s));
    QTRY_VERIFY(columns.isVisible(int(V::Starred)));
    QVERIFY(columns.isVisible(int(V::Tags)) && columns.isVisible(int(V::Note)));
    QCOMPARE(columns.visibleColumns().first(), int(V::Starred)); // at the row's beginning
    QVERIFY(columns.setVisible(int(V::Note), false));
    QVERIFY(!columns.isVisible(int(V::Note)));
    history().undo();
    QTRY_VERIFY(!columns.isVisible(int(V::Starred)));
    history().redo();
    QTRY_VERIFY(columns.isVisible(int(V::Starred)));
    QVERIFY(!columns.isVisible(int(V::Note))); // as the user chose
}

void TestRowMarks::starByMouseAndKey()
{
    select(1, 1);
    QTRY_VERIFY(m_actions.action(u"row.star"_s)->isEnabled());
    QTest::keyClick(&table(), Qt::Key_Asterisk);
    QTRY_VERIFY(isStarred(1));
    QTRY_VERIFY(pane().columns().isVisible(int(V::Starred)));
    table().scrollToTop();
    const QPoint place = table().visualRect(model().index(3, int(V::Starred))).center();
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(isStarred(3));
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {}, place);
    QTRY_VERIFY(!isStarred(3));
    QVERIFY(isStarred(1));
}

void TestRowMarks::severalRowsAtOnce()
{
    select(2, 5);
    auto *marks = pane().findChild<RowMarks *>();
    QVERIFY(marks);
    marks->openTags();
    TagsDialog *dialog = nullptr;
    QTRY_VERIFY((dialog = pane().findChild<TagsDialog *>()));
    dialog->findChild<QLineEdit *>(u"new"_s)->setText(u"later; SQL"_s);
    dialog->accept();
    for (int row = 2; row <= 5; ++row)
        QTRY_COMPARE(shown(row, V::Tags), u"later; SQL"_s);
    QCOMPARE(history().count(), 1); // one step
    marks->toggleStars();
    QTRY_VERIFY(isStarred(2) && isStarred(5));
    // Some of these have the tags.
    select(5, 6);
    marks->openTags();
    dialog = nullptr;
    QTRY_VERIFY((dialog = pane().findChild<TagsDialog *>()));
    auto *list = dialog->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->checkState(), Qt::PartiallyChecked);
    const QString gone = list->item(0)->text();
    const QString kept = list->item(1)->text();
    list->item(0)->setCheckState(Qt::Unchecked);
    dialog->accept();
    QTRY_COMPARE(shown(5, V::Tags), kept);
    QCOMPARE(shown(6, V::Tags), QString());
    QVERIFY(shown(4, V::Tags).contains(gone));
}

void TestRowMarks::editsInPlace()
{
    select(0, 0);
    auto *tags = editor().findChild<QLineEdit *>(u"tags"_s);
    auto *note = editor().findChild<QPlainTextEdit *>(u"note"_s);
    editor().focusTags();
    QTest::keyClicks(tags, u"good; Berlin"_s);
    QTest::keyClick(tags, Qt::Key_Return);
    QTRY_COMPARE(shown(0, V::Tags), u"good; Berlin"_s);
    editor().focusNote();
    QTest::keyClicks(note, u"ask for pay"_s);
    table().setFocus(); // a field is taken when it is left
    QTRY_COMPARE(shown(0, V::Note), u"ask for pay"_s);
    QCOMPARE(history().count(), 2);
    QTRY_COMPARE(tags->text(), u"good; Berlin"_s);
    table().selectRow(4);
    QTRY_COMPARE(tags->text(), QString());
    QCOMPARE(note->toPlainText(), QString());
    table().selectRow(0);
    QTRY_COMPARE(note->toPlainText(), u"ask for pay"_s);
}

void TestRowMarks::typedTextIsOfItsRow()
{
    select(0, 0);
    auto *note = editor().findChild<QPlainTextEdit *>(u"note"_s);
    editor().focusNote();
    note->setPlainText(u"of the first"_s);
    table().selectRow(7); // without leaving the field
    QTRY_COMPARE(shown(0, V::Note), u"of the first"_s);
    QCOMPARE(shown(7, V::Note), QString());
    QTRY_COMPARE(note->toPlainText(), QString());
}

void TestRowMarks::undoAndRedo()
{
    auto *marks = pane().findChild<RowMarks *>();
    select(0, 1);
    marks->toggleStars();
    QTRY_VERIFY(isStarred(0) && isStarred(1));
    select(0, 2);
    marks->toggleStars(); // not all are starred: all are now
    QTRY_VERIFY(isStarred(2));
    marks->toggleStars();
    QTRY_VERIFY(!isStarred(0) && !isStarred(2));
    QTRY_COMPARE(history().count(), 3);
    QCOMPARE(history().undoText(), u"Remove the star"_s);
    HistoryDialog dialog(history());
    auto *view = dialog.findChild<QUndoView *>();
    QCOMPARE(view->model()->rowCount(), 4); // with the beginning
    history().undo();
    QTRY_VERIFY(isStarred(2));
    history().undo();
    QTRY_VERIFY(!isStarred(2));
    QVERIFY(isStarred(0));
    history().setIndex(3);
    QTRY_VERIFY(!isStarred(0));
}

void TestRowMarks::filtersByTag()
{
    select(3, 4);
    auto *marks = pane().findChild<RowMarks *>();
    marks->toggleStars();
    QTRY_VERIFY(isStarred(3) && isStarred(4));
    QTRY_COMPARE(pane().facetModel().entries(u"starred"_s).size(), size_t(2));
    pane().filter().setPicked(int(V::Starred), true, true);
    QVERIFY(waitForRows(2));
    // What is changed under a filter stays where it is until the rows are asked for again.
    table().selectRow(0);
    marks->toggleStars();
    QTRY_COMPARE(model().changedRows(), 1);
    QCOMPARE(model().rowCount(), 2);
    pane().settle();
    QVERIFY(waitForRows(1));
}

void TestRowMarks::menuKeepsTheSelection()
{
    select(1, 3);
    const QPoint place = table().visualRect(model().index(2, int(V::Employer))).center();
    Q_EMIT table().customContextMenuRequested(place);
    CellMenu *menu = nullptr;
    QTRY_VERIFY((menu = pane().findChild<CellMenu *>()));
    QCOMPARE(table().selectedCount(), 3);
    QAction *star = nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().startsWith(u"Star"_s))
            star = action;
    }
    QVERIFY(star);
    star->trigger();
    menu->close();
    QTRY_VERIFY(isStarred(1) && isStarred(3));
    QVERIFY(!isStarred(4));
}

QTEST_MAIN(TestRowMarks)
#include "tst_rowmarks.moc"

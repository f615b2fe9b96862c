// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/joindialog.h"
#include "gui/project/owntablesdialog.h"
#include "gui/run/runpage.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"
#include "gui/table/rowtableview.h"
#include "gui/windowrig.h"
#include "support/crawlrows.h"
#include "support/inventedvacancies.h"

#include <QComboBox>
#include <QFile>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeWidget>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// A table of the user's beside the rows, added and taken away in the window.
class TestOwnTables : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void addsFiltersUndoes();
    void removes();
    void cannotBeRead();
    void onlySomeColumns();
    void pagesOfACrawl();

private:
    gui::OwnTablesDialog *open();
    gui::JoinDialog *choose(gui::OwnTablesDialog &dialog, const QByteArray &csv);
    gui::ResultsPane *pane() const { return m_rig->vacancies().results().pane(); }
    bool hasColumn(const QString &key) const { return pane() && pane()->schema().indexOf(key).has_value(); }
    void picture(QWidget &widget, const QString &name) const;

    std::unique_ptr<WindowRig> m_rig;
};

void TestOwnTables::init()
{
    m_rig = std::make_unique<WindowRig>(qEnvironmentVariable("LINNET_PICTURE_LANGUAGE", u"en"_s),
                                        qEnvironmentVariableIsSet("LINNET_PICTURE_DARK")
                                            ? gui::Theme::Choice::Dark
                                            : gui::Theme::Choice::Light);
    QVERIFY(m_rig->session().projectSlot().open(m_rig->path(u"p.linnet"_s)));
    store::Writer &writer = m_rig->session().project().writer();
    const auto run = writer.postRun(u"vacancies"_s, {});
    writer.post(inventedUnit(run, 0, 30));
    models::RunEntry entry;
    entry.info.id = run;
    entry.info.kind = u"vacancies"_s;
    entry.info.state = store::RunState::Finished;
    entry.rows = 30;
    m_rig->newSearch();
    m_rig->vacancies().showRun(entry);
    QTRY_VERIFY_WITH_TIMEOUT(pane() && pane()->model().rowCount() == 30, 30'000);
}

void TestOwnTables::cleanup()
{
    m_rig.reset();
}

void TestOwnTables::picture(QWidget &widget, const QString &name) const
{
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(widget.grab().save(folder + u'/' + name + u".png"_s));
}

gui::OwnTablesDialog *TestOwnTables::open()
{
    m_rig->actions().run(u"view.ownTables"_s);
    return m_rig->window().findChild<gui::OwnTablesDialog *>();
}

gui::JoinDialog *TestOwnTables::choose(gui::OwnTablesDialog &dialog, const QByteArray &csv)
{
    QFile file(m_rig->path(u"firms.csv"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
        return nullptr;
    file.close();
    dialog.add(file.fileName());
    gui::JoinDialog *asked = nullptr;
    [&] { QTRY_VERIFY_WITH_TIMEOUT((asked = dialog.findChild<gui::JoinDialog *>()), 30'000); }();
    return asked;
}

void TestOwnTables::addsFiltersUndoes()
{
    gui::OwnTablesDialog *dialog = open();
    QVERIFY(dialog);
    picture(*dialog, u"owntables-empty"_s);
    pane()->filter().setFilter({{{u"employer"_s, table::FilterOp::Contains, {u"a"_s}}}});
    const auto filtered = pane()->filter().filter();
    gui::JoinDialog *asked =
        choose(*dialog, "Firm size,Company,Sector\n1200,Romashka LLC,flowers\n15,North Bank,bank\n");
    QVERIFY(asked);
    QCOMPARE(asked->findChild<QComboBox *>(u"joinBy"_s)->currentData().toString(), u"employer"_s);
    QCOMPARE(asked->findChild<QComboBox *>(u"joinKey"_s)->currentText(), u"Company"_s);
    picture(*asked, u"owntables-join"_s);
    asked->accept();
    QTRY_VERIFY_WITH_TIMEOUT(hasColumn(u"sector"_s), 30'000);
    QCOMPARE(pane()->filter().filter(), filtered); // the pane is another one, but shows the same
    QTRY_VERIFY_WITH_TIMEOUT(dialog->said().contains(u"9 of 30"_s) || dialog->said().contains(u"9 из 30"_s),
                             30'000);
    picture(*dialog, u"owntables-added"_s);
    QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 1);
    pane()->filter().setFilter({{{u"firm_size"_s, table::FilterOp::AtLeast, {100.0}}}});
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 5, 30'000);
    dialog->close();
    picture(m_rig->window(), u"owntables-window"_s);
    // A condition on a column that goes is no condition any more.
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(pane() && !hasColumn(u"sector"_s), 30'000);
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 30, 30'000);
    m_rig->actions().history().redo();
    QTRY_VERIFY_WITH_TIMEOUT(hasColumn(u"sector"_s), 30'000);
}

void TestOwnTables::removes()
{
    gui::OwnTablesDialog *dialog = open();
    gui::JoinDialog *asked = choose(*dialog, "employer,n\nRomashka LLC,1\n");
    QVERIFY(asked);
    asked->accept();
    QTRY_VERIFY_WITH_TIMEOUT(hasColumn(u"n"_s), 30'000);
    dialog->findChild<QPushButton *>(u"removeTable"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(pane() && !hasColumn(u"n"_s), 30'000);
    QCOMPARE(dialog->findChild<QTreeWidget *>()->topLevelItemCount(), 0);
    m_rig->actions().history().undo();
    QTRY_VERIFY_WITH_TIMEOUT(hasColumn(u"n"_s), 30'000);
    pane()->filter().setFilter({{{u"n"_s, table::FilterOp::Equals, {qint64(1)}}}});
    QTRY_COMPARE_WITH_TIMEOUT(pane()->model().rowCount(), 5, 30'000);
}

void TestOwnTables::cannotBeRead()
{
    gui::OwnTablesDialog *dialog = open();
    QFile file(m_rig->path(u"page.html"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("<html><body>nothing") > 0);
    file.close();
    dialog->add(file.fileName());
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->said().isEmpty(), 30'000);
    QVERIFY(!dialog->findChild<gui::JoinDialog *>());
}

void TestOwnTables::onlySomeColumns()
{
    gui::OwnTablesDialog *dialog = open();
    gui::JoinDialog *asked = choose(*dialog, "employer,a,b\nRomashka LLC,1,2\n");
    QVERIFY(asked);
    auto *columns = asked->findChild<QTableWidget *>(u"joinColumns"_s);
    columns->item(0, 1)->setCheckState(Qt::Unchecked);
    QCOMPARE(asked->spec().columns, QStringList{u"b"_s});
    columns->item(0, 2)->setCheckState(Qt::Unchecked);
    QVERIFY(asked->spec().columns.isEmpty());
    const auto buttons = asked->findChildren<QPushButton *>();
    QVERIFY(std::ranges::any_of(
        buttons, [](const QPushButton *button) { return button->isDefault() && !button->isEnabled(); }));
    columns->item(0, 2)->setCheckState(Qt::Checked);
    asked->accept();
    QTRY_VERIFY_WITH_TIMEOUT(hasColumn(u"b"_s), 30'000);
    QVERIFY(!hasColumn(u"a"_s));
}

void TestOwnTables::pagesOfACrawl()
{
    store::Writer &writer = m_rig->session().project().writer();
    models::RunEntry entry;
    entry.info.id = writer.postRun(u"crawl"_s, {});
    entry.info.kind = u"crawl"_s;
    entry.info.state = store::RunState::Finished;
    CrawlRows rows(entry.info.id);
    for (int i = 1; i <= 3; ++i) {
        rows.address(i, qPrintable(u"https://a.example/%1"_s.arg(i)));
        rows.page(i, 200, {{table::PageColumn::Internal, true}, {table::PageColumn::Words, qint64(9)}});
    }
    writer.post(rows.take());
    m_rig->workspace().newTask(u"crawl"_s);
    gui::RunPage &page = *m_rig->workspace().task(u"crawl"_s);
    page.showRun(entry);
    const auto pages = [&page] { return page.results().pane(table::pageSchema()); };
    page.results().showTable(table::pageSchema());
    QTRY_VERIFY_WITH_TIMEOUT(pages() && pages()->model().rowCount() == 3, 30'000);
    gui::OwnTablesDialog *dialog = open();
    gui::JoinDialog *asked = choose(*dialog, "url,clicks\nhttps://a.example/2,7\n");
    QVERIFY(asked);
    QCOMPARE(asked->findChild<QComboBox *>(u"joinBy"_s)->currentData().toString(), u"url"_s);
    asked->accept();
    QTRY_VERIFY_WITH_TIMEOUT(pages() && pages()->schema().indexOf(u"clicks"_s), 30'000);
    dialog->close();
    QTRY_COMPARE_WITH_TIMEOUT(pages()->model().rowCount(), 3, 30'000);
    pages()->filter().setFilter({{{u"clicks"_s, table::FilterOp::Equals, {qint64(7)}}}});
    QTRY_COMPARE_WITH_TIMEOUT(pages()->model().rowCount(), 1, 30'000);
    pages()->table()->selectRow(0);
    picture(m_rig->window(), u"owntables-pages"_s);
}

QTEST_MAIN(TestOwnTables)
#include "tst_owntables.moc"

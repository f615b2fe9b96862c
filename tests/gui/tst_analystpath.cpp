// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartpanel.h"
#include "gui/choice/choicepopup.h"
#include "gui/insight/insighttab.h"
#include "gui/insight/questionlist.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/shell/startpage.h"
#include "gui/table/exportdialog.h"
#include "gui/table/facetpanel.h"
#include "gui/table/resultspane.h"
#include "gui/widgets/listrow.h"
#include "gui/windowrig.h"
#include "models/navigatormodel.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabBar>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// What an analyst does on the first days, in the window of a small screen: invented ads of analysts in
/// Moscow, those of one experience, as a file for Excel; which skills pay more in two cities, from a stored
/// search. Clicks of real widgets are counted; typing is not.
class TestAnalystPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eightClicks_data();
    void eightClicks();
    void whichSkillsPayMore();

private:
    void click(QWidget *widget, const QPoint &at = {});
    void click(const QAbstractItemView &view, const QModelIndex &index);

    int m_clicks = 0;
};

namespace {

/// As from a keyboard, in any script: keyClicks() knows ASCII only.
void type(QWidget *field, const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, field, Qt::Key_unknown, QString(letter), {});
}

/// The visible button with such a text.
QAbstractButton *button(const QWidget &in, const QString &text)
{
    for (auto *each : in.findChildren<QAbstractButton *>()) {
        if (each->isVisible() && each->text() == text)
            return each;
    }
    return nullptr;
}

/// A value of the column, once it was counted.
QModelIndex facet(const QTreeView &tree, const QString &column, const QString &value)
{
    const QAbstractItemModel &model = *tree.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex title = model.index(row, 0);
        for (int line = 0; title.data().toString() == column && line < model.rowCount(title); ++line) {
            if (const QModelIndex index = model.index(line, 0, title); index.data().toString() == value)
                return index;
        }
    }
    return {};
}

/// Its most frequent value: how many others are in sight depends on what stands above the panel.
QModelIndex firstFacet(const QTreeView &tree, const QString &column)
{
    const QAbstractItemModel &model = *tree.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex title = model.index(row, 0);
        if (title.data().toString() == column)
            return model.index(0, 0, title);
    }
    return {};
}

} // namespace

void TestAnalystPath::click(QWidget *widget, const QPoint &at)
{
    QVERIFY(widget);
    QTRY_VERIFY(widget->isVisible() && widget->isEnabled());
    ++m_clicks;
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
}

void TestAnalystPath::click(const QAbstractItemView &view, const QModelIndex &index)
{
    const QRect place = view.visualRect(index);
    QVERIFY(view.viewport()->rect().contains(place.center())); // without scrolling
    click(view.viewport(), place.center());
}

void TestAnalystPath::eightClicks_data()
{
    QTest::addColumn<QString>("practice");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("city");
    QTest::addColumn<QString>("done");
    QTest::addColumn<QString>("experience");
    QTest::addColumn<QString>("exporting");
    QTest::newRow("ru") << u"Попробовать на вымышленных данных"_s << u"аналитик"_s << u"Москва"_s
                        << u"Готово"_s << u"Опыт"_s << u"Экспорт…"_s;
    QTest::newRow("en") << u"Try with invented data"_s << u"analyst"_s << u"Moscow"_s << u"Done"_s
                        << u"Experience"_s << u"Export…"_s;
}

/// From the first start to the file, without an account or a network: README says how quickly.
void TestAnalystPath::eightClicks()
{
    QFETCH(const QString, practice);
    QFETCH(const QString, word);
    QFETCH(const QString, city);
    QFETCH(const QString, done);
    QFETCH(const QString, experience);
    QFETCH(const QString, exporting);
    m_clicks = 0;
    QElapsedTimer taken;
    taken.start();
    WindowRig rig(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    for (ListRow *row : rig.workspace().startPage().findChildren<ListRow *>()) {
        if (row->text() == practice)
            click(row);
    }
    VacanciesPage &page = rig.vacancies();
    auto *text = page.findChild<QLineEdit *>(u"textEdit"_s);
    QTRY_VERIFY(text->isVisible());
    type(text, word);

    auto *areas = page.findChild<QComboBox *>(u"areasBox"_s);
    click(areas);
    auto *popup = areas->findChild<ChoicePopup *>();
    QTRY_VERIFY(popup && popup->isVisible());
    type(popup->findChild<QLineEdit *>(), city);
    auto *regions = popup->findChild<QTreeView *>();
    const auto moscow = [regions, &city] {
        const auto found = regions->model()->match(regions->model()->index(0, 0), Qt::DisplayRole, city, 1,
                                                   Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    };
    QTRY_VERIFY(moscow().isValid());
    click(*regions, moscow());
    click(button(*popup, done));
    click(page.findChild<QAbstractButton *>(u"mainButton"_s));
    session::RunHandle *run = rig.session().handle(page.run());
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    const qint64 all = run->progress().rows;
    QVERIFY(all > 0);

    ResultsPane &pane = *page.results().pane();
    const QTreeView &values = *pane.facets()->tree();
    QTRY_VERIFY(firstFacet(values, experience).isValid());
    click(values, firstFacet(values, experience));
    QTRY_VERIFY(!pane.model().isBuilding() && pane.model().rowCount() < all);

    click(button(pane, exporting));
    auto *dialog = pane.findChild<ExportDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    const QString file = rig.path(u"moscow.xlsx"_s);
    auto *path = dialog->findChild<QLineEdit *>(u"path"_s);
    path->selectAll();
    QTest::keyClicks(path, file);
    click(dialog->findChild<QAbstractButton *>(u"export"_s));
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY2(m_clicks <= 8, qPrintable(QString::number(m_clicks)));
    constexpr int Most = 120'000;
    QVERIFY2(taken.elapsed() < Most, qPrintable(QString::number(taken.elapsed())));
    qInfo("%d clicks, %.1f s", m_clicks, double(taken.elapsed()) / 1000);
}

/// "Which skills pay more for analysts in Moscow and Kazan, and how sure is that?"
void TestAnalystPath::whichSkillsPayMore()
{
    TempProject stored;
    const store::RunId run = stored.writer().postRun(u"vacancies"_s, {});
    store::Unit unit;
    unit.run = run;
    unit.state = store::RunState::Finished;
    constexpr int Analysts = 1200;
    for (int n = 0; n < Analysts; ++n) {
        store::RowWrite row = inventedVacancy(n);
        const auto set = [&row](table::VacancyColumn column, table::Value value) {
            row.cells[size_t(column)] = std::move(value);
        };
        const bool knowsPython = n % 4 < 2;
        set(table::VacancyColumn::Vacancy, u"Аналитик %1"_s.arg(n));
        set(table::VacancyColumn::Skills, knowsPython ? u"SQL;Python"_s : u"SQL;Excel"_s);
        set(table::VacancyColumn::SalaryFrom, 100'000.0 + n % 50'000 + (knowsPython ? 40'000.0 : 0.0));
        set(table::VacancyColumn::SalaryTo, {});
        set(table::VacancyColumn::Currency, u"RUR"_s);
        set(table::VacancyColumn::Experience, n / 4 % 2 ? u"1–3 years"_s : u"3–6 years"_s);
        unit.rows.push_back(std::move(row));
    }
    stored.writer().post(std::move(unit));
    QVERIFY(stored.flush());
    const QString path = stored.path();
    stored.close();

    m_clicks = 0;
    WindowRig rig(u"ru"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    QVERIFY(rig.session().projectSlot().open(path));
    auto *tree = rig.workspace().navigator().findChild<QTreeView *>();
    const auto found = [tree, run] {
        return tree->model()
            ->match(tree->model()->index(0, 0), models::NavigatorModel::RunRole, run, 1, Qt::MatchRecursive)
            .value(0);
    };
    QTRY_VERIFY(found().isValid());
    tree->expandAll();
    click(*tree, found());

    VacanciesPage &page = rig.vacancies();
    ResultsPane &pane = *page.results().pane();
    QTRY_COMPARE(pane.model().rowCount(), Analysts);
    const QTreeView &values = *pane.facets()->tree();
    for (const QString &city : {u"Moscow"_s, u"Kazan"_s}) {
        QTRY_VERIFY(facet(values, u"Регион"_s, city).isValid());
        click(values, facet(values, u"Регион"_s, city));
    }
    QTRY_COMPARE(pane.model().rowCount(), Analysts * 2 / 3);
    auto *tabs = page.results().findChild<QTabBar *>();
    int insight = 0;
    while (insight < tabs->count() && tabs->tabText(insight) != u"Аналитика")
        ++insight;
    QVERIFY(insight < tabs->count());
    click(tabs, tabs->tabRect(insight).center());

    QListWidget &questions = page.insight()->questions();
    const auto items = questions.findItems(u"С какими навыками зарплата выше?"_s, Qt::MatchExactly);
    QCOMPARE(items.size(), 1);
    click(questions, questions.indexFromItem(items.front()));
    ChartPanel &chart = page.insight()->chart();
    QTRY_VERIFY_WITH_TIMEOUT(chart.isVisible() && chart.view().chart().groups.size() > 1, 30'000);
    const draw::ChartGroup &best = chart.view().chart().groups.front();
    QCOMPARE(best.label, u"Python"_s);
    QVERIFY2(best.note.contains(u"95"_s), qPrintable(best.note)); // how sure
    QVERIFY2(m_clicks <= 5, qPrintable(QString::number(m_clicks)));
}

QTEST_MAIN(TestAnalystPath)
#include "tst_analystpath.moc"

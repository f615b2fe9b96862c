// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicepopup.h"
#include "gui/shell/startpage.h"
#include "gui/table/exportdialog.h"
#include "gui/table/facetpanel.h"
#include "gui/table/resultspane.h"
#include "gui/widgets/listrow.h"
#include "gui/windowrig.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// What an analyst does on the first day, in the Russian window of a small screen: invented ads of analysts
/// in Moscow, those of one experience, as a file for Excel. Clicks of real widgets are counted; typing is
/// not.
class TestAnalystPath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eightClicks();

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

void TestAnalystPath::eightClicks()
{
    WindowRig rig(u"ru"_s);
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    for (ListRow *row : rig.workspace().startPage().findChildren<ListRow *>()) {
        if (row->text() == u"Попробовать на вымышленных данных")
            click(row);
    }
    VacanciesPage &page = rig.vacancies();
    auto *text = page.findChild<QLineEdit *>(u"textEdit"_s);
    QTRY_VERIFY(text->isVisible());
    type(text, u"аналитик"_s);

    auto *areas = page.findChild<QComboBox *>(u"areasBox"_s);
    click(areas);
    auto *popup = areas->findChild<ChoicePopup *>();
    QTRY_VERIFY(popup && popup->isVisible());
    type(popup->findChild<QLineEdit *>(), u"Москва"_s);
    auto *regions = popup->findChild<QTreeView *>();
    const auto moscow = [regions] {
        const auto found = regions->model()->match(regions->model()->index(0, 0), Qt::DisplayRole,
                                                   u"Москва"_s, 1, Qt::MatchExactly | Qt::MatchRecursive);
        return found.value(0);
    };
    QTRY_VERIFY(moscow().isValid());
    click(*regions, moscow());
    click(button(*popup, u"Готово"_s));
    click(page.findChild<QAbstractButton *>(u"mainButton"_s));
    session::RunHandle *run = rig.session().handle(page.run());
    QVERIFY(run);
    QTRY_VERIFY_WITH_TIMEOUT(run->isOver(), 60'000);
    const qint64 all = run->progress().rows;
    QVERIFY(all > 0);

    ResultsPane &pane = *page.results().pane();
    const QTreeView &values = *pane.facets()->tree();
    QTRY_VERIFY(facet(values, u"Опыт"_s, u"От 1 года до 3 лет"_s).isValid());
    click(values, facet(values, u"Опыт"_s, u"От 1 года до 3 лет"_s));
    QTRY_VERIFY(!pane.model().isBuilding() && pane.model().rowCount() < all);

    click(button(pane, u"Экспорт…"_s));
    auto *dialog = pane.findChild<ExportDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    const QString file = rig.path(u"moscow.xlsx"_s);
    auto *path = dialog->findChild<QLineEdit *>(u"path"_s);
    path->selectAll();
    QTest::keyClicks(path, file);
    click(dialog->findChild<QAbstractButton *>(u"export"_s));
    QTRY_VERIFY(QFile::exists(file));
    QVERIFY2(m_clicks <= 8, qPrintable(QString::number(m_clicks)));
}

QTEST_MAIN(TestAnalystPath)
#include "tst_analystpath.moc"

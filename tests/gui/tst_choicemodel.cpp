// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicebox.h"
#include "gui/choice/choicefilter.h"
#include "gui/choice/choicemodel.h"
#include "gui/choice/choicepopup.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// Choices with check marks: the rules of the tree, the search in it, and the box with its list as a person
/// uses it.
class TestChoiceModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void overlaps();
    void severalPlaces();
    void groupsCannotBeChosen();
    void search_data();
    void search();
    void byKeyboard();
    void byMouse();
    void unlisted();
};

namespace {

std::vector<Choice> regions()
{
    return {{u"113"_s, u"Россия"_s, -1, true, u"Russia"_s},
            {u"1"_s, u"Москва"_s, 0},
            {u"2019"_s, u"Московская область"_s, 0},
            {u"2020"_s, u"Королёв"_s, 2},
            {u"40"_s, u"Казахстан"_s}};
}

bool check(QAbstractItemModel &model, const QModelIndex &index)
{
    return model.setData(index, Qt::Checked, Qt::CheckStateRole);
}

} // namespace

void TestChoiceModel::overlaps()
{
    ChoiceModel model(regions());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QSignalSpy changed(&model, &ChoiceModel::checkedChanged);
    const QModelIndex russia = model.index(0, 0);
    const QModelIndex oblast = model.index(1, 0, russia);
    QVERIFY(check(model, model.index(0, 0, oblast)));
    QVERIFY(check(model, model.index(0, 0, russia)));
    QCOMPARE(model.checked(), (QStringList{u"1"_s, u"2020"_s}));
    QCOMPARE(changed.size(), 2);
    QVERIFY(check(model, russia)); // takes back what is in it
    QCOMPARE(model.checked(), QStringList{u"113"_s});
    QVERIFY(check(model, oblast)); // takes back what it is in
    QCOMPARE(model.checked(), QStringList{u"2019"_s});
    model.setChecked({u"40"_s, u"no such"_s});
    QCOMPARE(model.checkedTitles(), QStringList{u"Казахстан"_s});
}

void TestChoiceModel::severalPlaces()
{
    ChoiceModel model({{u"a"_s, u"Sales"_s, -1, false},
                       {u"70"_s, u"Manager"_s, 0},
                       {u"b"_s, u"Office"_s, -1, false},
                       {u"70"_s, u"Manager"_s, 2}});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(check(model, model.index(0, 0, model.index(0, 0))));
    QCOMPARE(model.checked(), QStringList{u"70"_s});
    const QModelIndex other = model.index(0, 0, model.index(1, 0));
    QCOMPARE(other.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
    QVERIFY(model.setData(other, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.checked(), QStringList());
}

void TestChoiceModel::groupsCannotBeChosen()
{
    ChoiceModel model({{u"a"_s, u"Sales"_s, -1, false}, {u"70"_s, u"Manager"_s, 0}});
    const QModelIndex group = model.index(0, 0);
    QVERIFY(!group.data(Qt::CheckStateRole).isValid());
    QVERIFY(!check(model, group));
    QVERIFY(!group.flags().testFlag(Qt::ItemIsUserCheckable));
}

void TestChoiceModel::search_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("first");
    QTest::newRow("case") << u"МОСКВА"_s << u"Москва"_s;
    QTest::newRow("ё is е") << u"королев"_s << u"Королёв"_s;
    QTest::newRow("within") << u"область"_s << u"Московская область"_s;
    QTest::newRow("in the other language") << u"russ"_s << u"Россия"_s;
    QTest::newRow("none") << u"Марс"_s << QString();
}

void TestChoiceModel::search()
{
    QFETCH(QString, typed);
    QFETCH(QString, first);
    ChoiceModel model(regions());
    ChoiceFilter filter;
    filter.setSourceModel(&model);
    const QAbstractItemModelTester tester(&filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
    filter.setText(typed);
    QCOMPARE(filter.firstMatch().data().toString(), first);
    filter.setText({});
    QCOMPARE(filter.rowCount(), 2);
}

void TestChoiceModel::byKeyboard()
{
    ChoiceBox box;
    box.setAccessibleName(u"Regions"_s);
    box.setChoices(regions(), u"all regions"_s);
    QSignalSpy changed(&box, &ChoiceBox::checkedChanged);
    QCOMPARE(box.currentText(), u"all regions"_s);
    box.show();
    QTest::keyClick(&box, Qt::Key_Space);
    auto *popup = box.findChild<ChoicePopup *>();
    QVERIFY(popup && popup->isVisible());
    auto *search = popup->findChild<QLineEdit *>();
    search->setText(u"королев"_s);           // key clicks know Latin letters only
    QTest::keyClick(search, Qt::Key_Return); // takes the first match
    QCOMPARE(box.checked(), QStringList{u"2020"_s});
    QCOMPARE(box.currentText(), u"Королёв"_s);
    search->clear();
    QTest::keyClick(search, Qt::Key_Down);
    auto *view = popup->findChild<QTreeView *>();
    QTest::keyClick(view, Qt::Key_Space); // Russia takes its town back
    QCOMPARE(box.checked(), QStringList{u"113"_s});
    QTest::keyClick(popup, Qt::Key_Escape);
    QVERIFY(!popup->isVisible());
    QCOMPARE(changed.size(), 2);
}

void TestChoiceModel::unlisted()
{
    ChoiceBox box;
    box.setChoices(regions(), u"all regions"_s);
    box.setChecked({u"1"_s, u"77"_s});
    QCOMPARE(box.checked(), QStringList{u"1"_s}); // nobody knows it
    box.setNames([](const QString &id) { return u"number "_s + id; });
    box.setChecked({u"1"_s, u"77"_s});
    QCOMPARE(box.checked(), (QStringList{u"1"_s, u"77"_s}));
    QCOMPARE(box.currentText(), u"Москва, number 77"_s);
    box.setChoices({{u"1"_s, u"Moscow"_s}}, u"all regions"_s);
    QCOMPARE(box.currentText(), u"Moscow, number 77"_s);
    box.setChoices({{u"77"_s, u"Town"_s}}, u"all regions"_s);
    QCOMPARE(box.checked(), (QStringList{u"77"_s, u"1"_s}));
    box.setChecked({});
    QVERIFY(box.checked().isEmpty());

    ChoiceModel model(regions());
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.append({u"77"_s, u"Town"_s});
    model.setChecked({u"77"_s, u"2020"_s});
    QCOMPARE(model.checkedTitles(), (QStringList{u"Королёв"_s, u"Town"_s}));
    QCOMPARE(model.rowCount(), 3);
}

void TestChoiceModel::byMouse()
{
    ChoiceBox box;
    box.setChoices({{u"a"_s, u"One"_s}, {u"b"_s, u"Two"_s}, {u"c"_s, u"Three"_s}}, u"any"_s);
    box.show();
    box.showPopup();
    auto *view = box.findChild<QTreeView *>();
    for (const int row : {0, 2}) {
        const QRect rect = view->visualRect(view->model()->index(row, 0));
        // once on the mark, once on the words
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          row == 0 ? rect.center() : rect.center() - QPoint(rect.width() / 2 - 10, 0));
    }
    QCOMPARE(box.checked(), (QStringList{u"a"_s, u"c"_s}));
    QCOMPARE(box.currentText(), u"One, Three"_s);
    box.hidePopup();
}

QTEST_MAIN(TestChoiceModel)
#include "tst_choicemodel.moc"

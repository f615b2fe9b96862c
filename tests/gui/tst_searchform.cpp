// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicepopup.h"
#include "gui/windowrig.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// A search as people describe it ("accountant, Moscow or Saint Petersburg, from 80,000, the last seven days,
/// remote or hybrid, both sources"), typed without touching the mouse.
class TestSearchForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void byKeyboardAlone();
    void byMouseAlone();
    void suggestsWhileTyping();

private:
    static void checkValues(const VacanciesValues &values);
    /// Counts as a person does: once to point, once to press.
    void click(QWidget *widget, const QPoint &place = {});
    /// Opens the choices of a field, clicks these and clicks the field again.
    void clickChoices(VacanciesPage &page, const QString &box, const QStringList &names);
    void clickEntry(QComboBox *box, const QString &text);
    int m_clicks = 0;

    /// What has the focus gets them, in the choices while they are open; counts them as a person does.
    void press(Qt::Key key, int times = 1, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    QWidget *target() const;
    /// Opens the choices of the field that has the focus, ticks these and closes it.
    void choose(const QStringList &names);
    static QString focused() { return QApplication::focusWidget()->objectName(); }

    int m_keys = 0;
};

void TestSearchForm::press(Qt::Key key, int times, Qt::KeyboardModifiers modifiers)
{
    for (int i = 0; i < times; ++i, ++m_keys)
        QTest::keyClick(target(), key, modifiers);
}

QWidget *TestSearchForm::target() const
{
    QWidget *popup = QApplication::activePopupWidget();
    return popup && popup->focusWidget() ? popup->focusWidget() : QApplication::focusWidget();
}

void TestSearchForm::type(const QString &text)
{
    for (const QChar letter : text)
        QTest::sendKeyEvent(QTest::Click, target(), Qt::Key_unknown, QString(letter), {});
    m_keys += int(text.size());
}

void TestSearchForm::choose(const QStringList &names)
{
    QWidget *box = QApplication::focusWidget();
    press(Qt::Key_Down, 1, Qt::AltModifier);
    auto *popup = box->findChild<ChoicePopup *>();
    QVERIFY(popup);
    QTRY_VERIFY(popup->isVisible());
    auto *search = popup->findChild<QLineEdit *>();
    for (const QString &name : names) {
        if (search->isVisible()) {
            search->selectAll();
            type(name);
            press(Qt::Key_Return);
        } else {
            const QAbstractItemModel &model = *popup->findChild<QTreeView *>()->model();
            const auto found = model.match(model.index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchStartsWith);
            QVERIFY2(!found.isEmpty(), qPrintable(name));
            press(Qt::Key_Home);
            press(Qt::Key_Down, found.front().row());
            press(Qt::Key_Return);
        }
    }
    press(Qt::Key_Escape);
    QTRY_VERIFY(!popup->isVisible());
    box->setFocus(); // where Escape leaves it in a window that is active
}

void TestSearchForm::byKeyboardAlone()
{
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.newSearch();
    QApplication::setActiveWindow(&rig.window());
    VacanciesPage &page = rig.vacancies();
    page.findChild<QLineEdit *>(u"textEdit"_s)->setFocus();
    type(u"бухгалтер"_s);
    press(Qt::Key_Tab, 3);
    QCOMPARE(focused(), u"areasBox"_s);
    choose({u"Moscow"_s, u"Saint Petersburg"_s});
    press(Qt::Key_Tab, 2);
    QCOMPARE(focused(), u"salarySpin"_s);
    type(u"80000"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"periodBox"_s);
    type(u"last 7"_s);
    press(Qt::Key_Tab);
    QCOMPARE(focused(), u"moreButton"_s);
    press(Qt::Key_Space);
    press(Qt::Key_Tab, 2);
    QCOMPARE(focused(), u"workFormatBox"_s);
    choose({u"remote"_s, u"hybrid"_s});
    press(Qt::Key_Tab, 15);
    QCOMPARE(focused(), u"sourcesBox"_s);
    choose({u"hh.ru"_s});

    checkValues(page.values());
    qInfo("%d keys", m_keys);
    QVERIFY(m_keys < 120); // half a minute for somebody who types four a second
    const auto *details = page.findChild<QComboBox *>(u"detailsBox"_s);
    QTRY_VERIFY(details->isVisible() && details->width() >= details->sizeHint().width());
    QVERIFY(details->width() > 200);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(rig.window().grab().save(folder + u"/form-by-keyboard.png"_s));
}

void TestSearchForm::checkValues(const VacanciesValues &values)
{
    QCOMPARE(values.text, u"бухгалтер"_s);
    QCOMPARE(values.areas, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(values.salary, 80'000);
    QCOMPARE(values.period, 7);
    QCOMPARE(values.workFormat, (QStringList{u"REMOTE"_s, u"HYBRID"_s}));
    QCOMPARE(values.sources.size(), 2);
}

void TestSearchForm::click(QWidget *widget, const QPoint &place)
{
    QVERIFY(widget && widget->isVisible());
    QTest::mouseClick(widget, Qt::LeftButton, {}, place);
    ++m_clicks;
}

void TestSearchForm::clickChoices(VacanciesPage &page, const QString &name, const QStringList &names)
{
    auto *box = page.findChild<QComboBox *>(name);
    QVERIFY(box);
    click(box);
    auto *popup = box->findChild<ChoicePopup *>();
    QVERIFY(popup);
    QTRY_VERIFY(popup->isVisible());
    auto *list = popup->findChild<QTreeView *>();
    for (const QString &wanted : names) {
        const QModelIndexList found = list->model()->match(
            list->model()->index(0, 0), Qt::DisplayRole, wanted, 1, Qt::MatchStartsWith | Qt::MatchRecursive);
        QVERIFY2(!found.isEmpty(), qPrintable(wanted));
        list->scrollTo(found.front()); // the wheel does it
        ++m_clicks;
        click(list->viewport(), list->visualRect(found.front()).center());
    }
    popup->close(); // a click anywhere else
    ++m_clicks;
    QTRY_VERIFY(!popup->isVisible());
}

void TestSearchForm::clickEntry(QComboBox *box, const QString &text)
{
    click(box);
    QTRY_VERIFY(box->view()->isVisible());
    const int row = box->findText(text, Qt::MatchStartsWith);
    QVERIFY(row >= 0);
    // What comes too soon after the click that has opened it is not heard.
    const auto isChosen = [box, row] {
        if (box->view()->isVisible())
            QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {},
                              box->view()->visualRect(box->model()->index(row, 0)).center());
        return box->currentIndex() == row && !box->view()->isVisible();
    };
    QTRY_VERIFY(isChosen());
    ++m_clicks;
}

/// Words and numbers are pasted, which a menu of the mouse does; there is nothing to type with.
void TestSearchForm::byMouseAlone()
{
    m_clicks = 0;
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.newSearch();
    QApplication::setActiveWindow(&rig.window());
    VacanciesPage &page = rig.vacancies();
    auto *text = page.findChild<QLineEdit *>(u"textEdit"_s);
    click(text);
    QGuiApplication::clipboard()->setText(u"бухгалтер"_s);
    text->paste();
    clickChoices(page, u"areasBox"_s, {u"Moscow"_s, u"Saint Petersburg"_s});
    auto *salary = page.findChild<QSpinBox *>(u"salarySpin"_s);
    click(salary);
    QGuiApplication::clipboard()->setText(u"80000"_s);
    auto *number = salary->findChild<QLineEdit *>();
    number->selectAll();
    number->paste();
    m_clicks += 4; // two menus
    clickEntry(page.findChild<QComboBox *>(u"periodBox"_s), u"last 7"_s);
    click(page.findChild<QPushButton *>(u"moreButton"_s));
    clickChoices(page, u"workFormatBox"_s, {u"remote"_s, u"hybrid"_s});
    clickChoices(page, u"sourcesBox"_s, {u"hh.ru"_s});
    checkValues(page.values());
    const auto *details = page.findChild<QComboBox *>(u"detailsBox"_s);
    QTRY_VERIFY(details->isVisible() && details->width() >= details->sizeHint().width());
    qInfo("%d clicks", m_clicks);
    QVERIFY(m_clicks < 40); // half a minute for somebody who takes his time
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(rig.window().grab().save(folder + u"/form-by-mouse.png"_s));
}

void TestSearchForm::suggestsWhileTyping()
{
    test::WindowRig rig;
    QVERIFY(QTest::qWaitForWindowExposed(&rig.window()));
    rig.newSearch();
    QVERIFY(rig.practice().start());
    rig.vacancies().preparePractice();
    QApplication::setActiveWindow(&rig.window());
    auto *text = rig.vacancies().findChild<QLineEdit *>(u"textEdit"_s);
    text->setFocus();
    text->clear();
    QTRY_COMPARE(QApplication::focusWidget(), text);
    type(u"бухг"_s);
    QTRY_VERIFY_WITH_TIMEOUT(QApplication::activePopupWidget(), 10'000);
    auto *list = qobject_cast<QAbstractItemView *>(QApplication::activePopupWidget());
    QVERIFY(list && list->model()->rowCount() > 0);
    const QString first = list->model()->index(0, 0).data().toString();
    QVERIFY2(first.contains(u"ухг"_s), qPrintable(first));
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(list->grab().save(folder + u"/suggestions.png"_s));
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(rig.vacancies().values().text, first);
    QCOMPARE(rig.vacancies().run(), 0); // chosen, not searched yet
}

QTEST_MAIN(TestSearchForm)
#include "tst_searchform.moc"

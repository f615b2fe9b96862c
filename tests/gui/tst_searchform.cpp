// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/choice/choicepopup.h"
#include "gui/windowrig.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
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

private:
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
    press(Qt::Key_Tab, 2);
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
    press(Qt::Key_Tab, 13);
    QCOMPARE(focused(), u"sourcesBox"_s);
    choose({u"hh.ru"_s});

    const VacanciesValues values = page.values();
    QCOMPARE(values.text, u"бухгалтер"_s);
    QCOMPARE(values.areas, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(values.salary, 80'000);
    QCOMPARE(values.period, 7);
    QCOMPARE(values.workFormat, (QStringList{u"REMOTE"_s, u"HYBRID"_s}));
    QCOMPARE(values.sources.size(), 2);
    qInfo("%d keys", m_keys);
    QVERIFY(m_keys < 120); // half a minute for somebody who types four a second
    const auto *details = page.findChild<QComboBox *>(u"detailsBox"_s);
    QTRY_VERIFY(details->isVisible() && details->width() >= details->sizeHint().width());
    QVERIFY(details->width() > 200);
    if (const QString folder = qEnvironmentVariable("LINNET_PICTURES"); !folder.isEmpty())
        QVERIFY(rig.window().grab().save(folder + u"/form-by-keyboard.png"_s));
}

QTEST_MAIN(TestSearchForm)
#include "tst_searchform.moc"

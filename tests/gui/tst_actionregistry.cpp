// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/keysdialog.h"
#include "gui/widgets/actionregistry.h"
#include "gui/windowrig.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QVBoxLayout>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The one list of actions: who is asked, what is offered, and that menus and the list of keys are made of
/// it.
class TestActionRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestIsAsked();
    void nobodyCanDoIt();
    void textsFollowTheLanguage();
    void menusAndKeysAreMadeOfIt();
};

void TestActionRegistry::theNearestIsAsked()
{
    ActionRegistry registry;
    QAction *action = registry.declare({u"a"_s, {}, [] { return u"&Act"_s; }, {}, {}, {}});
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *left = new QLineEdit(&window);
    auto *right = new QLineEdit(&window);
    layout->addWidget(left);
    layout->addWidget(right);
    QStringList asked;
    const auto ask = [&asked](const QString &who) { return [&asked, who] { asked << who; }; };
    bool leftCan = true;
    registry.provide(u"a"_s, &window, {ask(u"window"_s), {}, {}});
    registry.provide(u"a"_s, left, {ask(u"left"_s), [&leftCan] { return leftCan; }, {}});
    registry.provide(u"a"_s, right, {ask(u"right"_s), {}, {}});
    window.show();
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    left->setFocus();
    action->trigger();
    right->setFocus();
    action->trigger();
    QCOMPARE(asked, (QStringList{u"left"_s, u"right"_s}));
    right->hide();
    leftCan = false;
    action->trigger();
    QCOMPARE(asked.last(), u"window"_s);
    delete left;
    delete right;
    QVERIFY(registry.run(u"a"_s));
    QCOMPARE(asked.last(), u"window"_s);
}

void TestActionRegistry::nobodyCanDoIt()
{
    ActionRegistry registry;
    QAction *action = registry.declare({u"a"_s, {}, [] { return u"Act"_s; }, {}, {}, {}, true});
    QVERIFY(!action->isEnabled());
    bool on = true;
    {
        QWidget window;
        registry.provide(u"a"_s, &window, {[&on] { on = !on; }, {}, [&on] { return on; }});
        QTRY_VERIFY(action->isEnabled());
        QVERIFY(action->isChecked());
        action->trigger();
        QTRY_VERIFY(!action->isChecked());
    }
    QVERIFY(!registry.run(u"a"_s));
    QVERIFY(!registry.run(u"unknown"_s));
    registry.refresh();
    QTRY_VERIFY(!action->isEnabled());
}

void TestActionRegistry::textsFollowTheLanguage()
{
    ActionRegistry registry;
    QString text = u"&Save…"_s;
    QAction *action = registry.declare({u"a"_s, {}, [&text] { return text; }, {}, {}, {}});
    QCOMPARE(ActionRegistry::plainText(action), u"Save"_s);
    text = u"&Сохранить…"_s;
    registry.retranslate();
    QCOMPARE(ActionRegistry::plainText(action), u"Сохранить"_s);
}

void TestActionRegistry::menusAndKeysAreMadeOfIt()
{
    WindowRig rig;
    int inMenus = 0;
    for (const QAction *menu : rig.window().menuBar()->actions()) {
        for (QAction *action : menu->menu()->actions()) {
            if (action->isSeparator() || action->menu())
                continue;
            QVERIFY2(rig.actions().actions().contains(action), qPrintable(action->text()));
            QVERIFY2(rig.window().actions().contains(action), qPrintable(action->text())); // its key works
            ++inMenus;
        }
    }
    QVERIFY(inMenus > 25);
    const KeysDialog keys(rig.actions());
    QStringList shown;
    for (const QLabel *label : keys.findChildren<QLabel *>())
        shown << label->text();
    for (const QString &key :
         {u"F1"_s, u"F5"_s, u"Ctrl+C"_s, u"Ctrl+Shift+C"_s, u"Ctrl+Return"_s, u"Ctrl+A"_s})
        QVERIFY2(shown.contains(key), qPrintable(key));
    // Everything that is offered can be done by somebody, at one time or another.
    rig.workspace().newTask(u"vacancies"_s);
    for (const auto &id : {u"run.start"_s, u"file.quit"_s, u"view.navigator"_s, u"edit.settings"_s})
        QTRY_VERIFY2(rig.actions().action(id)->isEnabled(), qPrintable(id));
}

QTEST_MAIN(TestActionRegistry)
#include "tst_actionregistry.moc"

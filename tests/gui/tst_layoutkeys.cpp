// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/windowrig.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Keys with letters while the Russian layout is on, as systems tell them that do not look for the Latin
/// letter themselves.
class TestLayoutKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actions_data();
    void actions();
    void fields();
    void letters();
    void notInDialogs();
};

namespace {

void press(QWidget *widget, char16_t letter, Qt::KeyboardModifiers modifiers)
{
    const QString text =
        modifiers.testFlag(Qt::ControlModifier) ? QString() : QString(QChar(letter)).toLower();
    QTest::sendKeyEvent(QTest::Press, widget, Qt::Key(letter), text, modifiers);
    QTest::sendKeyEvent(QTest::Release, widget, Qt::Key(letter), text, modifiers);
}

/// Tells how often an action was chosen, without what it does.
struct Chosen
{
    Chosen(WindowRig &rig, const QString &id)
    {
        action = rig.actions().action(id);
        QObject::disconnect(action, &QAction::triggered, nullptr, nullptr);
        times = std::make_unique<QSignalSpy>(action, &QAction::triggered);
    }
    QAction *action;
    std::unique_ptr<QSignalSpy> times;
};

} // namespace

void TestLayoutKeys::actions_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QChar>("letter");
    QTest::addColumn<bool>("shift");
    QTest::newRow("Ctrl+O") << u"file.open"_s << QChar(u'Щ') << false;
    QTest::newRow("Ctrl+K") << u"view.commands"_s << QChar(u'Л') << false;
    QTest::newRow("Ctrl+,") << u"edit.settings"_s << QChar(u'Б') << false;
    QTest::newRow("Ctrl+Q") << u"file.quit"_s << QChar(u'Й') << false;
    QTest::newRow("Ctrl+Shift+I") << u"file.import"_s << QChar(u'Ш') << true;
    QTest::newRow("Ctrl+Shift+P") << u"view.problems"_s << QChar(u'З') << true;
}

void TestLayoutKeys::actions()
{
    QFETCH(const QString, id);
    QFETCH(const QChar, letter);
    QFETCH(const bool, shift);
    WindowRig rig;
    rig.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    const Chosen chosen(rig, id);
    QTRY_VERIFY(chosen.action->isEnabled());
    QWidget *focus = QApplication::focusWidget() ? QApplication::focusWidget() : &rig.window();
    press(focus, letter.unicode(), Qt::ControlModifier | (shift ? Qt::ShiftModifier : Qt::NoModifier));
    QCOMPARE(chosen.times->size(), 1);
    press(focus, letter.unicode(), Qt::NoModifier);
    press(focus, letter.unicode(), Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(chosen.times->size(), 1);
    chosen.action->setEnabled(false);
    press(focus, letter.unicode(), Qt::ControlModifier | (shift ? Qt::ShiftModifier : Qt::NoModifier));
    QCOMPARE(chosen.times->size(), 1);
}

/// Who types keeps the keys of fields: Ctrl+A marks the text and not the rows of the table.
void TestLayoutKeys::fields()
{
    WindowRig rig;
    rig.newSearch();
    rig.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    QLineEdit field(&rig.window());
    field.setText(u"аналитик"_s);
    field.show();
    field.setFocus();
    const Chosen all(rig, u"edit.selectAll"_s);
    press(&field, u'Ф', Qt::ControlModifier); // Ctrl+A
    QCOMPARE(field.selectedText(), u"аналитик"_s);
    QVERIFY(all.times->isEmpty());
    press(&field, u'Ч', Qt::ControlModifier); // Ctrl+X
    QCOMPARE(field.text(), QString());
    QCOMPARE(QApplication::clipboard()->text(), u"аналитик"_s);
    press(&field, u'М', Qt::ControlModifier); // Ctrl+V
    press(&field, u'М', Qt::ControlModifier);
    QCOMPARE(field.text(), u"аналитиканалитик"_s);
}

void TestLayoutKeys::letters()
{
    WindowRig rig;
    QLineEdit field(&rig.window());
    rig.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&rig.window()));
    field.show();
    field.setFocus();
    press(&field, u'Щ', Qt::NoModifier);
    QCOMPARE(field.text(), u"щ"_s);
}

/// What a dialog is in front of is not done behind it.
void TestLayoutKeys::notInDialogs()
{
    WindowRig rig;
    const Chosen chosen(rig, u"file.open"_s);
    QTRY_VERIFY(chosen.action->isEnabled());
    rig.actions().run(u"help.keys"_s);
    QWidget *dialog = QApplication::activeModalWidget();
    QVERIFY(dialog);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    press(dialog, u'Щ', Qt::ControlModifier);
    QVERIFY(chosen.times->isEmpty());
}

QTEST_MAIN(TestLayoutKeys)
#include "tst_layoutkeys.moc"

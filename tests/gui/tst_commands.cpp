// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/inenglish.h"
#include "gui/activity/activitypage.h"
#include "gui/appsettings.h"
#include "gui/commands/commandpopup.h"
#include "gui/run/runpage.h"
#include "gui/shell/windowcommands.h"
#include "gui/windowrig.h"
#include "models/commandmodel.h"
#include "practice/server/practicehost.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::models;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// The list of everything that can be done: how it is found, in which order, and that keys work it.
class TestCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void found_data();
    void found();
    void order();
    void whatIsNotPossible();
    void keys();
    void whereTheUserWas();
    void everything();
    void bothLanguages();
    void remembered();
    void fewerWhenReadOnly();
};

namespace {

Command command(const QString &id, const QString &text, const QString &english = {},
                const QString &where = {}, const QString &whereEnglish = {})
{
    Command result;
    result.id = id;
    result.text = text;
    result.english = english;
    result.where = where;
    result.whereEnglish = whereEnglish;
    result.run = [] {};
    return result;
}

QStringList ids(const CommandModel &model)
{
    QStringList result;
    for (int row = 0; row < model.rowCount(); ++row)
        result << model.command(model.index(row))->id;
    return result;
}

/// The list as somebody sees it who pressed Ctrl+K in the window.
struct Opened
{
    explicit Opened(WindowRig &rig)
    {
        rig.window().activateWindow();
        if (!QTest::qWaitForWindowActive(&rig.window()))
            return;
        QTest::keyClick(&rig.window(), Qt::Key_K, Qt::ControlModifier);
        popup = qobject_cast<CommandPopup *>(QApplication::activePopupWidget());
        if (!popup)
            return;
        field = popup->findChild<QLineEdit *>();
        list = popup->findChild<QListView *>();
    }
    QString first() const { return list->model()->index(0, 0).data().toString(); }
    int row(const QString &text) const
    {
        const auto found =
            list->model()->match(list->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchExactly);
        return found.isEmpty() ? -1 : found.first().row();
    }

    CommandPopup *popup = nullptr;
    QLineEdit *field = nullptr;
    QListView *list = nullptr;
};

} // namespace

void TestCommands::found_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isFound");
    QTest::newRow("begins the name") << u"спис"_s << true;
    QTest::newRow("case") << u"СПИСКИ"_s << true;
    QTest::newRow("words in any order") << u"прокси отчёт"_s << true;
    QTest::newRow("ё as е") << u"отчет"_s << true;
    QTest::newRow("ё where е is written") << u"чёк"_s << true;
    QTest::newRow("English") << u"proxy"_s << true;
    QTest::newRow("English and Russian") << u"lists прокси"_s << true;
    QTest::newRow("other layout, Russian") << u"ghjrcb"_s << true;
    QTest::newRow("other layout, English") << u"зкщчн"_s << true;
    QTest::newRow("other layout, capitals") << u"GHJRCB"_s << true;
    QTest::newRow("other layout, two words") << u"jnx`n ghjr"_s << true;
    QTest::newRow("the menu") << u"сервис"_s << true;
    QTest::newRow("the menu in English") << u"tools"_s << true;
    QTest::newRow("the middle of a word") << u"окси"_s << false;
    QTest::newRow("one word too many") << u"прокси вакансии"_s << false;
    QTest::newRow("half of each layout") << u"ghjrcb отч"_s << false;
    QTest::newRow("signs only") << u"!!"_s << false;
    QTest::newRow("a sign that is a letter of the other layout") << u"["_s << true; // х: "хосты"
}

void TestCommands::found()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, isFound);
    const Command all = command(u"a"_s, u"Списки прокси: отчёт, чек, хосты"_s, u"Proxy lists: report"_s,
                                u"Сервис"_s, u"Tools"_s);
    QCOMPARE(CommandWords(all).rank(CommandWords::Typed(typed)) >= 0, isFound);
}

void TestCommands::order()
{
    CommandModel model;
    Command impossible = command(u"impossible"_s, u"Run"_s);
    impossible.isPossible = false;
    model.setCommands({impossible, command(u"other"_s, u"Запуск"_s, u"Run"_s),
                       command(u"middle"_s, u"The run"_s), command(u"first"_s, u"Run again"_s),
                       command(u"second"_s, u"Runs"_s)},
                      {u"gone"_s, u"second"_s, u"middle"_s});
    QCOMPARE(ids(model), (QStringList{u"second"_s, u"middle"_s, u"other"_s, u"first"_s, u"impossible"_s}));
    model.setTyped(u"run"_s);
    QCOMPARE(ids(model), (QStringList{u"second"_s, u"first"_s, u"middle"_s, u"other"_s, u"impossible"_s}));
    model.setTyped(u"кгт"_s); // run
    QCOMPARE(model.rowCount(), 5);
    model.setTyped(u"nothing"_s);
    QCOMPARE(model.rowCount(), 0);
    model.setTyped(u"  "_s);
    QCOMPARE(model.rowCount(), 5);
}

void TestCommands::whatIsNotPossible()
{
    CommandModel model;
    Command forbidden = command(u"a"_s, u"Save"_s, {}, u"File"_s);
    forbidden.key = u"Ctrl+S"_s;
    forbidden.isPossible = false;
    forbidden.why = u"The project is read only."_s;
    model.setCommands({forbidden}, {});
    const QModelIndex row = model.index(0);
    QVERIFY(!row.flags().testFlag(Qt::ItemIsEnabled));
    QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Save, File, Ctrl+S"_s);
    QCOMPARE(row.data(Qt::AccessibleDescriptionRole).toString(), forbidden.why);
    QWidget window;
    CommandPopup popup(&window);
    const QSignalSpy chosen(&popup, &CommandPopup::chosen);
    popup.open({forbidden}, {});
    QTest::keyClick(popup.findChild<QLineEdit *>(), Qt::Key_Return);
    QVERIFY(chosen.isEmpty());
    QVERIFY(popup.isVisible());
}

void TestCommands::keys()
{
    WindowRig rig;
    Opened opened(rig);
    QVERIFY(opened.popup);
    QVERIFY(opened.field->hasFocus());
    QVERIFY(!opened.popup->accessibleName().isEmpty());
    QCOMPARE(opened.list->currentIndex().row(), 0);
    QTest::keyClick(opened.field, Qt::Key_Down);
    QTest::keyClick(opened.field, Qt::Key_Down);
    QCOMPARE(opened.list->currentIndex().row(), 2);
    QTest::keyClick(opened.field, Qt::Key_Up);
    QCOMPARE(opened.list->currentIndex().row(), 1);
    QTest::keyClick(opened.field, Qt::Key_PageUp);
    QCOMPARE(opened.list->currentIndex().row(), 0);
    QTest::keyClicks(opened.field, u"full scr"_s);
    QCOMPARE(opened.first(), u"Full screen"_s);
    QCOMPARE(opened.list->model()->index(0, 0).data(CommandModel::KeyRole).toString(), u"F11"_s);
    QTest::keyClick(opened.field, Qt::Key_Escape);
    QVERIFY(!opened.popup->isVisible());
    QVERIFY(!rig.window().isFullScreen());
    const Opened again(rig);
    QVERIFY(again.popup);
    QCOMPARE(again.field->text(), QString());
    QTest::keyClicks(again.field, u"requests"_s);
    QTest::keyClick(again.field, Qt::Key_Return);
    QVERIFY(!again.popup->isVisible());
    QTRY_VERIFY(rig.window().findChild<QWidget *>(u"underWayList"_s) ||
                rig.workspace().activity().isVisible());
}

/// An action is done to what had the focus before, not to the field of the list.
void TestCommands::whereTheUserWas()
{
    WindowRig rig;
    rig.newSearch();
    auto *words = rig.vacancies().findChild<QLineEdit *>(u"textEdit"_s);
    QWidget *target = words ? words : rig.vacancies().form()->findChild<QLineEdit *>();
    QVERIFY(target);
    target->setFocus();
    qobject_cast<QLineEdit *>(target)->setText(u"analyst"_s);
    const Opened opened(rig);
    QVERIFY(opened.popup);
    QTest::keyClicks(opened.field, u"select all"_s);
    QTest::keyClick(opened.field, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), target);
    QCOMPARE(qobject_cast<QLineEdit *>(target)->selectedText(), u"analyst"_s);
}

/// Pages, tabs, saved searches, runs and projects stand beside the actions.
void TestCommands::everything()
{
    WindowRig rig;
    QVERIFY(rig.session().projectSlot().openNew());
    rig.window().startPractice();
    VacanciesValues values = rig.vacancies().values();
    values.pages = 1;
    values.details = false;
    rig.vacancies().setValues(values);
    rig.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().run() != 0 && !rig.vacancies().isUnderWay(), 30'000);
    const store::RunId run = rig.vacancies().run();
    const models::NavigatorModel &places = rig.workspace().places();
    QTRY_VERIFY_WITH_TIMEOUT(places.indexOfRun(run).isValid(), 20'000); // runs are read beside the window
    const QString title = places.indexOfRun(run).parent().data().toString();
    rig.workspace().showStart();
    Opened opened(rig);
    QVERIFY(opened.popup);
    for (const QString &text : {u"Insight"_s, u"Vacancies"_s, u"Links"_s, u"New search"_s, title})
        QVERIFY2(opened.row(text) >= 0, qPrintable(text));
    for (const QAction *action : rig.actions().actions()) {
        if (action->objectName() != "view.commands"_L1)
            QVERIFY2(opened.row(rig.actions().said(action)) >= 0, qPrintable(action->text()));
    }
    opened.field->setText(u"insight"_s);
    QTest::keyClick(opened.field, Qt::Key_Return);
    QTRY_VERIFY(rig.vacancies().isVisible());
    QVERIFY(rig.vacancies().findChild<QWidget *>(u"questionList"_s) ||
            !rig.vacancies().results().pane()); // no table is in front
    rig.workspace().showStart();
    Opened again(rig);
    QVERIFY(again.popup);
    again.field->setText(title);
    QTest::keyClick(again.field, Qt::Key_Return);
    QTRY_VERIFY(rig.vacancies().isVisible());
    QCOMPARE(rig.vacancies().run(), run);
}

void TestCommands::bothLanguages()
{
    WindowRig rig(u"ru"_s);
    for (const QString &typed : {u"прокси"_s, u"ghjrcb"_s, u"proxies"_s, u"зкщчшуы"_s}) {
        const Opened opened(rig);
        QVERIFY(opened.popup);
        opened.field->setText(typed);
        QVERIFY2(opened.row(rig.actions().said(rig.actions().action(u"lists.proxies"_s))) >= 0,
                 qPrintable(typed));
        opened.popup->close();
    }
    const QAction *quit = rig.actions().action(u"file.quit"_s);
    QCOMPARE(rig.actions().said(quit), u"Выход"_s);
    {
        const InEnglish speech;
        QCOMPARE(rig.actions().said(quit), u"Quit"_s);
        QCOMPARE(rig.actions().group(quit), u"File"_s);
    }
    QCOMPARE(ActionRegistry::plainText(quit), u"Выход"_s);
}

/// What was used stands first the next time, and another day; runs only as long as their project is open.
void TestCommands::remembered()
{
    WindowRig rig;
    {
        const Opened opened(rig);
        QVERIFY(opened.popup);
        opened.field->setText(u"problems"_s);
        QTest::keyClick(opened.field, Qt::Key_Return);
    }
    {
        const Opened opened(rig);
        QVERIFY(opened.popup);
        QCOMPARE(opened.first(), u"Problems"_s);
        opened.popup->close();
    }
    QCOMPARE(setting::Commands.read(rig.settings()), QStringList{u"action:view.problems"_s});
    rig.makeWindow();
    const Opened opened(rig);
    QVERIFY(opened.popup);
    QCOMPARE(opened.first(), u"Problems"_s);
}

/// What cannot be done now is there and cannot be chosen.
void TestCommands::fewerWhenReadOnly()
{
    WindowRig rig;
    const Opened opened(rig);
    QVERIFY(opened.popup);
    const int row = opened.row(u"Save the project"_s);
    QVERIFY(row > 0);
    QVERIFY(!opened.list->model()->index(row, 0).flags().testFlag(Qt::ItemIsEnabled));
    const int possible = opened.row(u"Settings"_s);
    QVERIFY(possible >= 0 && possible < row);
    for (int i = 0; i < opened.list->model()->rowCount(); ++i)
        QTest::keyClick(opened.field, Qt::Key_Down);
    QVERIFY(opened.list->currentIndex().flags().testFlag(Qt::ItemIsEnabled));
}

QTEST_MAIN(TestCommands)
#include "tst_commands.moc"

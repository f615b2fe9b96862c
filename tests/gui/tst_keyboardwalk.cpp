// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawlsite.h"
#include "gui/shell/settingsdialog.h"
#include "gui/shell/startpage.h"
#include "gui/vacancies/tokendialog.h"
#include "gui/windowrig.h"
#include "vacancies/search/sources.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAccessible>
#include <QApplication>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QRegularExpression>
#include <QStyle>
#include <QTest>
#include <QTextBrowser>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Pages without a mouse: the Tab key comes to everything that can be used and shows where it is, screen
/// readers know what each thing is, and hear of a run's end.
class TestKeyboardWalk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pages();
    void dialogs();
    void endOfARun();
    void nothingMovesByItself();
};

namespace {

QString nameOf(const QWidget &widget)
{
    return u"%1 \"%2\""_s.arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName());
}

bool canHaveFocus(const QWidget &widget)
{
    const auto *radio = qobject_cast<const QRadioButton *>(&widget);
    const bool isOther = radio && radio->autoExclusive() && !radio->isChecked(); // the arrow keys come to it
    return widget.isVisible() && widget.isEnabled() && !widget.focusProxy() && !isOther &&
           (widget.focusPolicy() & Qt::TabFocus) && !widget.visibleRegion().isEmpty();
}

/// From where the focus is, until it comes back or stays.
QList<QWidget *> walk(QWidget &window)
{
    QList<QWidget *> result;
    constexpr int Most = 300;
    for (int i = 0; i < Most; ++i) {
        QWidget *focus = window.focusWidget();
        if (focus && result.contains(focus))
            break;
        if (focus)
            result << focus;
        const auto *text = qobject_cast<QPlainTextEdit *>(focus);
        const bool takesTab = text && !text->tabChangesFocus();
        QTest::keyClick(focus ? focus : &window, Qt::Key_Tab,
                        takesTab ? Qt::ControlModifier : Qt::NoModifier);
    }
    return result;
}

int differentPixels(const QImage &one, const QImage &other)
{
    if (one.size() != other.size())
        return std::max(one.width(), other.width());
    int result = 0;
    for (int y = 0; y < one.height(); ++y) {
        for (int x = 0; x < one.width(); ++x)
            result += one.pixel(x, y) != other.pixel(x, y);
    }
    return result;
}

/// What is wrong with a window for somebody who has no mouse.
QStringList faults(const QString &where, QWidget &window)
{
    QStringList result;
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window))
        return {where + u": is not active"_s};
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    const QList<QWidget *> reached = walk(window);
    if (!reached.isEmpty() && window.focusWidget() == reached.last())
        result << u"%1: Tab does not leave %2"_s.arg(where, nameOf(*reached.last()));
    if (reached.size() < 2)
        result << where + u": the Tab key goes nowhere"_s;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (canHaveFocus(*widget) && widget->window() == &window && !reached.contains(widget))
            result << u"%1: Tab does not come to %2"_s.arg(where, nameOf(*widget));
    }
    for (qsizetype i = 0; i < reached.size(); ++i) {
        QWidget *widget = reached[i];
        QWidget *other = reached[(i + 1) % reached.size()];
        // Lists show their current row, and what is only read its selection, when there is one.
        const bool showsMore =
            qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QTextBrowser *>(widget);
        if (!widget->isVisible() || !other->isVisible() || reached.size() < 2)
            continue;
        other->setFocus(Qt::TabFocusReason);
        const QImage without = widget->grab().toImage();
        widget->setFocus(Qt::TabFocusReason);
        const QImage with = widget->grab().toImage();
        if (!showsMore && differentPixels(with, without) < 8)
            result << u"%1: nobody sees the focus on %2"_s.arg(where, nameOf(*widget));
        const QAccessibleInterface *read = QAccessible::queryAccessibleInterface(widget);
        if (!read || read->role() == QAccessible::NoRole || read->role() == QAccessible::Client)
            result << u"%1: nobody hears what %2 is"_s.arg(where, nameOf(*widget));
        else if (!read->state().focusable)
            result << u"%1: is told not to take the focus: %2"_s.arg(where, nameOf(*widget));
    }
    return result;
}

void search(WindowRig &rig)
{
    rig.window().startPractice();
    VacanciesValues values = rig.vacancies().values();
    values.pages = 1;
    values.details = false;
    rig.vacancies().setValues(values);
    rig.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().run() != 0 && !rig.vacancies().isUnderWay(), 30'000);
}

QStringList announced; ///< by listen()

void listen(QAccessibleEvent *event)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    if (event->type() == QAccessible::Announcement)
        announced << static_cast<QAccessibleAnnouncementEvent *>(event)->message();
#else
    if (event->type() == QAccessible::Alert)
        announced << event->accessibleInterface()->text(QAccessible::Description);
#endif
}

} // namespace

void TestKeyboardWalk::pages()
{
    WindowRig rig;
    Workspace &workspace = rig.workspace();
    QStringList found = faults(u"start page"_s, rig.window());
    for (const QString &kind : {u"vacancies"_s, u"crawl"_s, u"checks"_s, u"proxies"_s}) {
        workspace.newTask(kind);
        if (auto *more = workspace.task(kind)->findChild<QAbstractButton *>(u"moreButton"_s))
            more->setChecked(true);
        found << faults(kind, rig.window());
    }
    workspace.showLists(u"proxies"_s);
    found << faults(u"lists of proxies"_s, rig.window());
    search(rig);
    QTRY_VERIFY_WITH_TIMEOUT(rig.vacancies().results().shown() > 0, 20'000);
    found << faults(u"results"_s, rig.window());
    for (const ResultsView::TabName &tab : rig.vacancies().tabNames()) {
        rig.vacancies().results().goTo(tab);
        found << faults(u"tab "_s + tab.title, rig.window());
    }
    workspace.showActivity();
    found << faults(u"requests"_s, rig.window());
    workspace.showProblems();
    found << faults(u"problems"_s, rig.window());
    found.removeDuplicates();
    for (const QString &fault : std::as_const(found))
        qWarning("%s", qPrintable(fault));
    QVERIFY2(found.isEmpty(), qPrintable(found.value(0)));
}

void TestKeyboardWalk::dialogs()
{
    WindowRig rig;
    SettingsDialog settings(rig.services());
    settings.show();
    QStringList found = faults(u"settings"_s, settings);
    TokenDialog token(rig.session(), rig.access(), *vacancies::sourceById(u"hh"));
    token.show();
    found << faults(u"token"_s, token);
    for (const QString &fault : std::as_const(found))
        qWarning("%s", qPrintable(fault));
    QVERIFY2(found.isEmpty(), qPrintable(found.value(0)));
}

void TestKeyboardWalk::endOfARun()
{
    WindowRig rig;
    announced.clear();
    QAccessible::setActive(true);
    const QAccessible::UpdateHandler before = QAccessible::installUpdateHandler(listen);
    search(rig);
    QTRY_VERIFY_WITH_TIMEOUT(!announced.isEmpty(), 20'000);
    const store::RunId run = rig.vacancies().run();
    rig.workspace().showStart();
    rig.workspace().showRun(run); // what ended before is not told again
    QAccessible::installUpdateHandler(before);
    QAccessible::setActive(false);
    QCOMPARE(announced.size(), 1);
    QVERIFY2(announced.first().contains(QRegularExpression(u"\\d"_s)), qPrintable(announced.first()));
}

/// Who gets dizzy by what moves need not look for a switch.
void TestKeyboardWalk::nothingMovesByItself()
{
    const WindowRig rig;
    QCOMPARE(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    for (const auto effect : {Qt::UI_AnimateMenu, Qt::UI_FadeMenu, Qt::UI_AnimateCombo, Qt::UI_AnimateTooltip,
                              Qt::UI_FadeTooltip, Qt::UI_AnimateToolBox})
        QVERIFY(!QApplication::isEffectEnabled(effect));
}

QTEST_MAIN(TestKeyboardWalk)
#include "tst_keyboardwalk.moc"

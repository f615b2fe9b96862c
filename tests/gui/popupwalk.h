// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choice/choicebox.h"
#include "gui/choice/choicepopup.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSet>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Opens everything that drops down from a window by keys, walks through it, leaves it by Escape, and says
/// what is wrong; the focus is then where it was.
class PopupWalk
{
public:
    explicit PopupWalk(QWidget &window)
        : m_window(window)
    {
    }

    QStringList faults()
    {
        m_window.activateWindow();
        if (!QTest::qWaitFor([this] { return m_window.isActiveWindow(); }))
            return {u"the window is not active"_s};
        for (QAbstractButton *button : m_window.findChildren<QAbstractButton *>()) {
            if (canOpen(*button) && menuOf(*button))
                walkMenu(*button, *menuOf(*button));
        }
        for (gui::ChoiceBox *box : m_window.findChildren<gui::ChoiceBox *>()) {
            if (canOpen(*box))
                walkChoices(*box);
        }
        return m_faults;
    }
    int walked() const { return m_walked; }

private:
    bool canOpen(const QWidget &widget) const
    {
        return widget.isVisible() && widget.isEnabled() && widget.window() == &m_window &&
               (widget.focusPolicy() & Qt::TabFocus);
    }

    static QMenu *menuOf(const QAbstractButton &button)
    {
        if (const auto *tool = qobject_cast<const QToolButton *>(&button))
            return tool->menu();
        const auto *push = qobject_cast<const QPushButton *>(&button);
        return push ? push->menu() : nullptr;
    }

    static QString nameOf(const QWidget &widget)
    {
        return u"%1 \"%2\" %3"_s.arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName(),
                                     widget.accessibleName());
    }

    void blame(const QWidget &opener, const QString &what) { m_faults << nameOf(opener) + u": "_s + what; }

    /// Window systems activate what was in front before; the platform of tests leaves that to the program.
    void comeBack(const QWidget &opener)
    {
        m_window.activateWindow();
        if (!QTest::qWaitFor([&] { return m_window.isActiveWindow() && opener.hasFocus(); })) {
            const QWidget *focus = m_window.focusWidget();
            blame(opener,
                  u"the focus does not come back, but to %1"_s.arg(focus ? nameOf(*focus) : u"nothing"_s));
        }
    }

    /// Calls `then` once the menu is shown: some buttons come back only when it is gone.
    class OnceShown : public QObject
    {
    public:
        OnceShown(QMenu &menu, std::function<void()> then)
            : m_then(std::move(then))
        {
            menu.installEventFilter(this);
        }

    protected:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Show)
                QMetaObject::invokeMethod(this, m_then, Qt::QueuedConnection);
            return false;
        }

    private:
        std::function<void()> m_then;
    };

    void walkMenu(QAbstractButton &button, QMenu &menu)
    {
        ++m_walked;
        bool isShown = false;
        const OnceShown shown(menu, [&] {
            isShown = true;
            comeToAll(button, menu);
            QTest::keyClick(&menu, Qt::Key_Escape);
            if (menu.isVisible()) {
                blame(button, u"Escape does not close the menu"_s);
                menu.close();
            }
        });
        button.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&button, Qt::Key_Space);
        if (!QTest::qWaitFor([&] { return isShown && !menu.isVisible(); })) {
            blame(button, u"the space bar opens no menu"_s);
            return;
        }
        comeBack(button);
    }

    void comeToAll(const QAbstractButton &button, QMenu &menu)
    {
        QSet<QAction *> left;
        for (QAction *action : menu.actions()) {
            if (action->isVisible() && action->isEnabled() && !action->isSeparator())
                left.insert(action);
        }
        if (left.isEmpty())
            blame(button, u"an empty menu"_s);
        for (qsizetype i = 0; i <= menu.actions().size(); ++i) {
            QTest::keyClick(&menu, Qt::Key_Down);
            left.remove(menu.activeAction());
        }
        for (const QAction *action : std::as_const(left))
            blame(button, u"keys do not come to “%1”"_s.arg(action->text()));
    }

    void walkChoices(gui::ChoiceBox &box)
    {
        ++m_walked;
        box.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&box, Qt::Key_Down, Qt::AltModifier);
        auto *popup = box.findChild<gui::ChoicePopup *>();
        if (!popup || !QTest::qWaitFor([popup] { return popup->isVisible(); })) {
            blame(box, u"Alt+Down opens no list"_s);
            return;
        }
        comeToAll(box, *popup);
        tick(box, *popup);
        QTest::keyClick(popup->focusWidget(), Qt::Key_Escape);
        if (popup->isVisible()) {
            blame(box, u"Escape does not close the list"_s);
            popup->close();
        }
        comeBack(box);
    }

    void comeToAll(const gui::ChoiceBox &box, QWidget &popup)
    {
        QSet<QWidget *> left;
        for (QWidget *part : popup.findChildren<QWidget *>()) {
            if (part->isVisible() && part->isEnabled() && (part->focusPolicy() & Qt::TabFocus))
                left.insert(part);
        }
        const qsizetype parts = left.size();
        QWidget *first = popup.focusWidget();
        if (!first) {
            blame(box, u"nothing in the list has the focus"_s);
            return;
        }
        for (qsizetype i = 0; i < parts; ++i) {
            left.remove(popup.focusWidget());
            QTest::keyClick(popup.focusWidget(), Qt::Key_Tab);
        }
        for (const QWidget *part : std::as_const(left))
            blame(box, u"Tab does not come to %1"_s.arg(nameOf(*part)));
        if (popup.focusWidget() != first)
            blame(box, u"Tab does not come round in the list"_s);
    }

    /// The space bar ticks a choice, and takes the tick away again.
    void tick(gui::ChoiceBox &box, QWidget &popup)
    {
        auto *list = popup.findChild<QTreeView *>();
        if (!list->model() || list->model()->rowCount() == 0)
            return;
        const QStringList before = box.checked();
        list->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list, Qt::Key_Home);
        constexpr int MostHeadings = 20; // those of groups have no tick
        for (int i = 0; i < MostHeadings && !list->currentIndex().flags().testFlag(Qt::ItemIsUserCheckable);
             ++i) {
            QTest::keyClick(list, Qt::Key_Right);
            QTest::keyClick(list, Qt::Key_Down);
        }
        QTest::keyClick(list, Qt::Key_Space);
        if (box.checked() == before)
            blame(box, u"the space bar ticks nothing"_s);
        QTest::keyClick(list, Qt::Key_Space);
        if (box.checked() != before)
            blame(box, u"the space bar takes no tick away"_s);
    }

    QWidget &m_window;
    QStringList m_faults;
    int m_walked = 0;
};

} // namespace linnet::test

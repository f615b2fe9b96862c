// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/look/stylepaint.h"
#include "gui/table/rowtableview.h"

#include <QAbstractItemView>
#include <QAccessible>
#include <QApplication>
#include <QButtonGroup>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDateTimeEdit>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Goes through a window by the Tab key and back, as somebody does who has no mouse, and says what is wrong.
class FocusWalk
{
public:
    explicit FocusWalk(QWidget &window)
        : m_window(window)
    {
    }

    /// Empty = everything can be come to, in the order of the eye, and is seen where it has the focus.
    QStringList faults()
    {
        m_window.activateWindow();
        if (!QTest::qWaitFor([this] { return m_window.isActiveWindow(); }))
            return {u"the window is not active"_s};
        m_window.setAttribute(Qt::WA_KeyboardFocusChange);
        if (auto *dialog = qobject_cast<QDialog *>(&m_window))
            lookForDefault(*dialog);
        m_reached = walk(Qt::Key_Tab);
        if (m_reached.isEmpty())
            return {u"the Tab key goes nowhere"_s};
        lookForUnreached();
        lookForMouseOnly();
        lookForUnsorted();
        lookForOrder();
        lookForWayBack();
        lookForUnseen();
        m_reached.front()->setFocus(Qt::TabFocusReason);
        return m_faults;
    }

private:
    static QString nameOf(const QWidget &widget)
    {
        QStringList path{u"%1 \"%2\""_s.arg(QLatin1StringView(widget.metaObject()->className()),
                                            widget.objectName().isEmpty() ? widget.accessibleName()
                                                                          : widget.objectName())};
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            path.first() += u' ' + button->text();
        for (const QWidget *over = widget.parentWidget(); over && path.size() < 3;
             over = over->parentWidget())
            path << QLatin1StringView(over->metaObject()->className());
        return path.join(u" in "_s);
    }

    static bool canHaveFocus(const QWidget &widget)
    {
        const auto *radio = qobject_cast<const QRadioButton *>(&widget);
        const bool isOther = radio && radio->autoExclusive() && !radio->isChecked(); // arrow keys come to it
        return widget.isVisible() && widget.isEnabled() && !widget.focusProxy() && !isOther &&
               (widget.focusPolicy() & Qt::TabFocus) && !widget.size().isEmpty();
    }

    static bool isInSight(const QWidget &widget)
    {
        QRect place = widget.rect();
        for (const QWidget *part = &widget; !part->isWindow(); part = part->parentWidget())
            place = place.translated(part->pos()).intersected(part->parentWidget()->rect());
        return !place.isEmpty();
    }

    /// The Tab key goes from one link, or part of a date, to the next in it.
    static bool hasStops(const QWidget &widget)
    {
        const auto *label = qobject_cast<const QLabel *>(&widget);
        return qobject_cast<const QTextBrowser *>(&widget) || qobject_cast<const QDateTimeEdit *>(&widget) ||
               (label && label->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard));
    }

    /// From where the focus is until it comes back or stays.
    QList<QWidget *> walk(Qt::Key key)
    {
        QList<QWidget *> result;
        constexpr int Most = 400;
        for (int i = 0; i < Most; ++i) {
            QWidget *focus = m_window.focusWidget();
            if (focus && !canHaveFocus(*focus)) { // left by a page that went
                QTest::keyClick(focus, key);
                continue;
            }
            const bool isInText = focus && !result.isEmpty() && focus == result.last() && hasStops(*focus);
            if (focus && result.contains(focus) && !isInText) {
                if (focus != result.front())
                    m_faults << u"the focus stays with %1"_s.arg(nameOf(*focus));
                return result;
            }
            if (focus && !isInText) {
                result << focus;
                if (!isInSight(*focus))
                    m_faults << u"cannot be seen when it has the focus: %1"_s.arg(nameOf(*focus));
            }
            QTest::keyClick(focus ? focus : &m_window, key,
                            key == Qt::Key_Backtab ? Qt::ShiftModifier : Qt::NoModifier);
        }
        m_faults << u"the Tab key does not come back"_s;
        return result;
    }

    void lookForUnreached()
    {
        for (const QWidget *widget : m_window.findChildren<QWidget *>()) {
            if (canHaveFocus(*widget) && widget->window() == &m_window &&
                !m_reached.contains(const_cast<QWidget *>(widget)))
                m_faults << u"Tab does not come to %1"_s.arg(nameOf(*widget));
        }
        for (const QScrollArea *area : m_window.findChildren<QScrollArea *>()) {
            const auto isWithin = [area](const QWidget *widget) {
                return widget == area || area->isAncestorOf(widget);
            };
            if (area->isVisible() && area->verticalScrollBar()->maximum() > 0 &&
                std::ranges::none_of(m_reached, isWithin))
                m_faults << u"no key scrolls %1"_s.arg(nameOf(*area));
        }
    }

    /// Parts that Qt makes of something which can have the focus, and which keys of that reach.
    static bool isPartOfOne(const QWidget &widget)
    {
        for (const QWidget *over = widget.parentWidget(); over && !over->isWindow();
             over = over->parentWidget()) {
            if (qobject_cast<const QTabBar *>(over) || qobject_cast<const QLineEdit *>(over) ||
                qobject_cast<const QComboBox *>(over) || qobject_cast<const QAbstractSpinBox *>(over) ||
                qobject_cast<const QHeaderView *>(over) || qobject_cast<const QScrollBar *>(over))
                return true;
        }
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        const bool isOneOfSome =
            button && !button->isChecked() &&
            (button->autoExclusive() || (button->group() && button->group()->exclusive()));
        return widget.inherits("QTableCornerButton") || isOneOfSome; // arrow keys come to those
    }

    static bool takesClicks(const QWidget &widget)
    {
        const bool isView =
            qobject_cast<const QAbstractItemView *>(&widget) && !qobject_cast<const QHeaderView *>(&widget);
        return isView || qobject_cast<const QAbstractButton *>(&widget) ||
               qobject_cast<const QComboBox *>(&widget) || qobject_cast<const QAbstractSpinBox *>(&widget) ||
               qobject_cast<const QLineEdit *>(&widget) || widget.cursor().shape() == Qt::PointingHandCursor;
    }

    /// A key of its own, or one of what it lies on, which it names.
    static bool hasKey(const QWidget &widget)
    {
        const auto *button = qobject_cast<const QAbstractButton *>(&widget);
        static const QRegularExpression named(u"\\(([^()]+)\\)$"_s);
        return button && (!button->shortcut().isEmpty() ||
                          !QKeySequence(named.match(button->toolTip()).captured(1)).isEmpty());
    }

    void lookForMouseOnly()
    {
        for (const QWidget *widget : m_window.findChildren<QWidget *>()) {
            const bool isUsed = widget->isVisible() && widget->isEnabled() && widget->window() == &m_window;
            if (isUsed && takesClicks(*widget) && !canHaveFocus(*widget) && !widget->focusProxy() &&
                !isPartOfOne(*widget) && !hasKey(*widget))
                m_faults << u"only the mouse comes to %1"_s.arg(nameOf(*widget));
        }
    }

    /// What a click on a heading does stands in the menu that a key opens on a cell.
    void lookForUnsorted()
    {
        for (QTableView *table : m_window.findChildren<QTableView *>()) {
            const bool isSorted = table->isSortingEnabled() || qobject_cast<gui::RowTableView *>(table);
            if (!isSorted || !table->isVisible() || table->window() != &m_window || !table->model() ||
                table->model()->rowCount() == 0)
                continue;
            if (!table->currentIndex().isValid())
                table->setCurrentIndex(
                    table->model()->index(0, table->horizontalHeader()->logicalIndexAt(0)));
            const QPoint cell = table->visualRect(table->currentIndex()).center();
            QContextMenuEvent asked(QContextMenuEvent::Keyboard, cell, table->viewport()->mapToGlobal(cell));
            QApplication::sendEvent(table->viewport(), &asked);
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            const auto sorts = [](const QAction *action) { return action->text().startsWith("Sort "_L1); };
            if (!menu || std::ranges::none_of(menu->actions(), sorts))
                m_faults << u"no key sorts %1"_s.arg(nameOf(*table));
            if (menu)
                menu->close();
        }
    }

    /// Where it is, beside `other`: of what both are within, or of what is scrolled without the other.
    QRect placeBeside(const QWidget &widget, const QWidget &other) const
    {
        const QWidget *result = &widget;
        const QWidget *ground = &m_window;
        for (const QWidget *over = widget.parentWidget(); over && over != &m_window;
             over = over->parentWidget()) {
            const auto *area = qobject_cast<const QScrollArea *>(over);
            if (!area)
                continue;
            if (!area->isAncestorOf(&other))
                result = area;
            else if (ground == &m_window)
                ground = area->widget();
        }
        return {result->mapTo(ground, QPoint()), result->size()};
    }

    bool isBefore(const QWidget &later, const QWidget &sooner) const
    {
        const QRect after = placeBeside(sooner, later);
        const QRect before = placeBeside(later, sooner);
        if (after.intersects(before))
            return false;
        if (std::abs(after.center().y() - before.center().y()) <
            std::min(after.height(), before.height()) / 2)
            return after.right() <= before.left();
        return after.bottom() <= before.top() && after.left() < before.right();
    }

    /// A round goes back once, from its end to its beginning.
    void lookForOrder()
    {
        QStringList back;
        for (qsizetype i = 0; i < m_reached.size(); ++i) {
            const QWidget &sooner = *m_reached[i];
            const QWidget &later = *m_reached[(i + 1) % m_reached.size()];
            if (isBefore(sooner, later))
                back << u"Tab goes back from %1 to %2"_s.arg(nameOf(sooner), nameOf(later));
        }
        if (back.size() > 1)
            m_faults << back;
    }

    void lookForWayBack()
    {
        m_reached.front()->setFocus(Qt::TabFocusReason);
        const QList<QWidget *> back = walk(Qt::Key_Backtab);
        QList<QWidget *> wanted{m_reached.front()};
        std::ranges::reverse_copy(m_reached.sliced(1), std::back_inserter(wanted));
        if (back != wanted)
            m_faults << u"Shift+Tab goes another way: %1 of %2"_s.arg(back.size()).arg(wanted.size());
    }

    static int differentPixels(const QImage &one, const QImage &other)
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

    void lookForUnseen()
    {
        constexpr int Least = 30; // more than a cursor has
        for (qsizetype i = 0; m_reached.size() > 1 && i < m_reached.size(); ++i) {
            QWidget *widget = m_reached[i];
            QWidget *other = m_reached[(i + 1) % m_reached.size()];
            if (!widget->isVisible() || !other->isVisible())
                continue;
            other->setFocus(Qt::TabFocusReason);
            const QImage without = widget->grab().toImage();
            widget->setFocus(Qt::TabFocusReason);
            if (differentPixels(widget->grab().toImage(), without) < Least)
                m_faults << u"nobody sees the focus on %1"_s.arg(nameOf(*widget));
            const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(widget);
            const bool hasRole =
                heard && heard->role() != QAccessible::NoRole &&
                (heard->role() != QAccessible::Client || !widget->accessibleName().isEmpty());
            if (!hasRole)
                m_faults << u"nobody hears what this is: %1"_s.arg(nameOf(*widget));
            else if (!heard->state().focusable)
                m_faults << u"readers are told that this takes no focus: %1"_s.arg(nameOf(*widget));
        }
    }

    /// Return presses the button that does what the dialog is for, or closes it.
    void lookForDefault(const QDialog &dialog)
    {
        const QPushButton *standard = nullptr;
        const QPushButton *primary = nullptr;
        for (const QPushButton *button : dialog.findChildren<QPushButton *>()) {
            if (button->window() != &dialog || !button->isVisible())
                continue;
            if (button->isDefault())
                standard = button;
            if (button->property(gui::paint::PrimaryProperty).toBool())
                primary = button;
        }
        if (!standard)
            m_faults << u"no button is Return's"_s;
        else if (primary && primary != standard)
            m_faults << u"Return presses “%1” and not “%2”"_s.arg(standard->text(), primary->text());
    }

    QWidget &m_window;
    QList<QWidget *> m_reached;
    QStringList m_faults;
};

} // namespace linnet::test

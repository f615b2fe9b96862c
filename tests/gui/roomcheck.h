// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartview.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/listrow.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QStyleOptionSpinBox>
#include <QTabBar>
#include <QToolButton>
#include <QToolTip>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// What does not fit its place in a window: texts that are cut without saying so, controls that are squeezed
/// or stand outside, a window that is larger than the screen.
class RoomCheck
{
public:
    /// room: what a screen leaves for windows, in pixels.
    RoomCheck(QWidget &window, QSize room)
        : m_window(window)
        , m_room(room)
    {
    }

    QStringList faults()
    {
        const QSize least = m_window.minimumSizeHint().expandedTo(m_window.minimumSize());
        for (const QSize &size : {least, m_window.size()}) {
            if (size.width() > m_room.width() || size.height() > m_room.height()) {
                m_faults << u"needs %1 of %2"_s.arg(text(size), text(m_room));
                break;
            }
        }
        for (const QWidget *widget : m_window.findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->window() == &m_window && !isInternal(*widget))
                look(*widget);
        }
        return m_faults;
    }
    int looked() const { return m_looked; }

private:
    static QString text(QSize size) { return u"%1x%2"_s.arg(size.width()).arg(size.height()); }

    static bool isInternal(const QWidget &widget)
    {
        return widget.objectName().startsWith("qt_"_L1) || widget.inherits("QComboBoxPrivateContainer") ||
               widget.inherits("QLineEditIconButton") || widget.focusProxy() ||
               qobject_cast<const QTabBar *>(widget.parentWidget());
    }

    void look(const QWidget &widget)
    {
        ++m_looked;
        QString why = cut(widget);
        if (why.isEmpty())
            why = squeezed(widget);
        if (why.isEmpty())
            why = outside(widget);
        if (!why.isEmpty())
            m_faults << u"%1 \"%2\": %3"_s.arg(QLatin1StringView(widget.metaObject()->className()),
                                               widget.objectName(), why);
    }

    static QString needs(QSize room, QSize needed, const QString &what)
    {
        if (room.width() >= needed.width() && room.height() >= needed.height())
            return {};
        return u"%1 for %2: %3"_s.arg(text(room), text(needed), what);
    }

    /// Why not all of a text can be read; empty = it can, or is whole beside the pointer.
    static QString cut(const QWidget &widget)
    {
        if (qobject_cast<const gui::ElidedLabel *>(&widget) || qobject_cast<const gui::ListRow *>(&widget))
            return {}; // they give way on purpose, and tell the whole
        if (const auto *label = qobject_cast<const QLabel *>(&widget))
            return cutLabel(*label);
        if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
            return cutButton(*button);
        if (const auto *bar = qobject_cast<const QTabBar *>(&widget))
            return cutTab(*bar);
        if (const auto *box = qobject_cast<const QComboBox *>(&widget))
            return cutChoice(*box);
        if (const auto *box = qobject_cast<const QAbstractSpinBox *>(&widget))
            return cutNumber(*box);
        return {};
    }

    static QString cutLabel(const QLabel &label)
    {
        if (label.text().isEmpty() || label.toolTip().contains(label.text()))
            return {};
        const QSize room = label.size();
        if (!label.wordWrap())
            return needs(room, label.sizeHint(), label.text());
        return needs(room, {label.minimumSizeHint().width(), label.heightForWidth(room.width())},
                     label.text());
    }

    static QString cutButton(const QAbstractButton &button)
    {
        const auto *tool = qobject_cast<const QToolButton *>(&button);
        const bool isIcon =
            tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
        if (button.text().isEmpty() || isIcon || button.toolTip().contains(button.text()))
            return {};
        const int icon = button.icon().isNull() ? 0 : button.iconSize().width() + 4;
        const QSize text = button.fontMetrics().size(Qt::TextShowMnemonic, button.text());
        const bool hasBox = !tool && !qobject_cast<const QPushButton *>(&button);
        return needs(button.size(), {hasBox ? button.sizeHint().width() : text.width() + icon, text.height()},
                     button.text());
    }

    static QString cutTab(const QTabBar &bar)
    {
        for (int tab = 0; tab < bar.count(); ++tab) {
            const QSize room = bar.tabRect(tab).size();
            const QSize needed(bar.fontMetrics().size(Qt::TextShowMnemonic, bar.tabText(tab)).width(),
                               bar.fontMetrics().height());
            if (bar.isTabVisible(tab) && bar.tabToolTip(tab).isEmpty()) {
                if (const QString why = needs(room, needed, bar.tabText(tab)); !why.isEmpty())
                    return why;
            }
        }
        return {};
    }

    static QString cutChoice(const QComboBox &box)
    {
        QStyleOptionComboBox option;
        option.initFrom(&box);
        option.editable = box.isEditable();
        const QRect room =
            box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
        const QString shown = box.currentText();
        if (box.isEditable())
            return {};
        const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
        const QString why =
            needs(room.size(),
                  {box.fontMetrics().horizontalAdvance(shown) + icon, box.fontMetrics().height()}, shown);
        return why.isEmpty() || isToldWhole(box) ? QString() : why;
    }

    static bool isToldWhole(const QComboBox &box)
    {
        QHelpEvent asked(QEvent::ToolTip, QPoint(2, 2), box.mapToGlobal(QPoint(2, 2)));
        QApplication::sendEvent(const_cast<QComboBox *>(&box), &asked);
        const bool result = QToolTip::text().contains(box.currentText());
        QToolTip::hideText();
        return result;
    }

    static QString cutNumber(const QAbstractSpinBox &box)
    {
        const auto *edit = box.findChild<QLineEdit *>();
        if (!edit)
            return {};
        const QMargins margins = edit->textMargins();
        return needs(
            edit->size(),
            {edit->fontMetrics().horizontalAdvance(edit->displayText()) + margins.left() + margins.right(),
             edit->fontMetrics().height()},
            edit->displayText());
    }

    /// What can be used is smaller than it says it may be.
    static QString squeezed(const QWidget &widget)
    {
        // Charts leave out what has no room; buttons are looked at above.
        if (!(widget.focusPolicy() & Qt::TabFocus) || qobject_cast<const QAbstractButton *>(&widget) ||
            qobject_cast<const gui::ChartView *>(&widget))
            return {};
        const QSize least = widget.minimumSizeHint().boundedTo(widget.maximumSize());
        return needs(widget.size(), least, u"is squeezed"_s);
    }

    /// Where nobody comes to it, not by scrolling either.
    QString outside(const QWidget &widget) const
    {
        const bool isUsed = (widget.focusPolicy() & Qt::TabFocus) || qobject_cast<const QLabel *>(&widget) ||
                            qobject_cast<const QAbstractButton *>(&widget);
        if (!isUsed || widget.size().isEmpty())
            return {};
        for (const QWidget *over = &widget; over; over = over->parentWidget()) {
            if (over->inherits("QHeaderView"))
                return {}; // goes with its column
        }
        QRect place = widget.rect();
        for (const QWidget *at = &widget; at != &m_window; at = at->parentWidget()) {
            const QWidget *over = at->parentWidget();
            place.translate(at->pos());
            const auto *area = qobject_cast<const QAbstractScrollArea *>(over->parentWidget());
            const bool isScrolled = area && area->viewport() == over;
            if (isScrolled && !qobject_cast<const QScrollArea *>(area))
                return {}; // a part of a table, which goes with its row or column
            if (isScrolled) {
                const QRect whole = at->geometry();
                if (whole.width() > over->width() &&
                    area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff)
                    return u"the area around it does not scroll sideways: %1 in %2"_s.arg(text(whole.size()),
                                                                                          text(over->size()));
                return {};
            }
            const QRect room = over->rect();
            if (!room.contains(place) && !place.isEmpty())
                return u"stands outside of %1, which has %2, at %3,%4 with %5"_s
                    .arg(QLatin1StringView(over->metaObject()->className()), text(room.size()))
                    .arg(place.x())
                    .arg(place.y())
                    .arg(text(place.size()));
        }
        return {};
    }

    QWidget &m_window;
    QSize m_room;
    QStringList m_faults;
    int m_looked = 0;
};

} // namespace linnet::test

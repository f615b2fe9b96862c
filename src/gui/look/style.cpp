// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/style.h"

#include "gui/look/choicedelegate.h"
#include "gui/look/focuspass.h"
#include "gui/look/icons.h"
#include "gui/look/stylepaint.h"
#include "gui/look/textscale.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListView>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int ControlHeight = 28;
constexpr int ArrowWidth = 22;
constexpr int ButtonPadding = 8;
constexpr int MenuArrow = 16;
constexpr int FieldPadding = 4;

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property(paint::PrimaryProperty).toBool();
}

QColor inkOf(const QStyleOption *option)
{
    const Palette &colors = paint::paletteOf(option);
    return option->state.testFlag(QStyle::State_Enabled) ? colors.muted : colors.disabled;
}

/// A button in a form or page that opens a menu; null for those of bars, which are flat.
const QStyleOptionToolButton *menuButton(const QStyleOption *option)
{
    const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool opens = button && button->features.testFlag(QStyleOptionToolButton::HasMenu) &&
                       !button->state.testFlag(QStyle::State_AutoRaise);
    return opens ? button : nullptr;
}

} // namespace

void setPrimary(QWidget *button)
{
    button->setProperty(paint::PrimaryProperty, true);
}

void setInvalid(QWidget *field, bool invalid)
{
    if (field->property(paint::InvalidProperty).toBool() == invalid)
        return;
    field->setProperty(paint::InvalidProperty, invalid);
    field->update();
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(u"Fusion"_s))
{
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    // A focus proxy takes the Tab key past what stands before the proxy.
    if (auto *tabs = qobject_cast<QTabWidget *>(widget)) {
        tabs->setFocusProxy(nullptr);
        tabs->setFocusPolicy(Qt::NoFocus);
        passFocus(tabs, tabs->tabBar());
    }
    // The list that a box shows stands in a frame of its own, whose parent is the box.
    auto *list = qobject_cast<QListView *>(widget);
    if (list && list->parentWidget() && qobject_cast<QComboBox *>(list->parentWidget()->parentWidget()))
        list->setItemDelegate(new ChoiceDelegate(list));
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    // Fusion's own is a small bitmap.
    if (icon == SP_LineEditClearButton)
        return lineIcon("close"_L1, IconTint::Muted);
    return QProxyStyle::standardIcon(icon, option, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ButtonMargin:
        return 12;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return scaled(16);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_SplitterWidth:
        return 5;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_TabBarTabHSpace:
        return 26;
    case PM_TabBarTabVSpace:
        return 12;
    case PM_HeaderMargin:
        return 6;
    case PM_MenuBarItemSpacing:
        return 2;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_MenuButtonIndicator:
        return scaled(12);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return scaled(16);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_ComboBox_Popup:
        return 0; // a list below the box, not over it
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Widget_Animation_Duration:
        return 0; // nothing moves by itself
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton:
        result += QSize(ButtonPadding, 0);
        result.setHeight(std::max(result.height(), ControlHeight));
        break;
    case CT_ComboBox:
        result.rwidth() += scaled(ArrowWidth) - ArrowWidth; // it has room for the usual one
        [[fallthrough]];
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), ControlHeight));
        break;
    case CT_ToolButton:
        if (menuButton(option)) {
            result += QSize(ButtonPadding + scaled(MenuArrow), 0);
            result.setHeight(std::max(result.height(), ControlHeight));
        }
        break;
    case CT_LineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            result.setHeight(std::max(result.height(), ControlHeight));
        break;
    case CT_MenuBarItem:
        result += QSize(4, 4);
        break;
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType != QStyleOptionMenuItem::Separator)
            result.setHeight(std::max(result.height(), 26));
        break;
    default:
        break;
    }
    return result;
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(FieldPadding, 0, -FieldPadding, 0);
    return rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub,
                            const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine)
            return {};
        if (sub == SC_ScrollBarGroove)
            return option->rect;
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        if (bar && (sub == SC_ScrollBarSlider || sub == SC_ScrollBarAddPage || sub == SC_ScrollBarSubPage)) {
            const bool horizontal = bar->orientation == Qt::Horizontal;
            const int room = horizontal ? bar->rect.width() : bar->rect.height();
            const qint64 span = qint64(bar->maximum) - bar->minimum + bar->pageStep;
            const int least = std::min(room, pixelMetric(PM_ScrollBarSliderMin, option, widget));
            const int length = span > 0 ? std::max(least, int(qint64(room) * bar->pageStep / span)) : room;
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                      room - length, bar->upsideDown);
            const auto part = [&](int from, int to) {
                return visualRect(
                    bar->direction, bar->rect,
                    horizontal ? QRect(bar->rect.x() + from, bar->rect.y(), to - from, bar->rect.height())
                               : QRect(bar->rect.x(), bar->rect.y() + from, bar->rect.width(), to - from));
            };
            if (sub == SC_ScrollBarSlider)
                return part(start, start + length);
            return sub == SC_ScrollBarSubPage ? part(0, start) : part(start + length, room);
        }
    }
    if (control == CC_SpinBox && sub == SC_SpinBoxEditField)
        return QProxyStyle::subControlRect(control, option, sub, widget).adjusted(FieldPadding, 0, 0, 0);
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow) {
        const int width = scaled(ArrowWidth);
        const QRect rect(option->rect.right() - width, option->rect.top(), width, option->rect.height());
        return visualRect(option->direction, option->rect, rect);
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Palette &colors = paint::paletteOf(option);
    switch (element) {
    case PE_PanelButtonCommand:
        paint::button(painter, option, widget);
        return;
    case PE_PanelButtonTool:
        paint::toolButton(painter, option);
        return;
    case PE_FrameDefaultButton:
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange) &&
            !qobject_cast<const QAbstractItemView *>(widget))
            paint::focusRing(painter, option);
        return;
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            paint::field(painter, option, widget, true);
        return;
    case PE_FrameLineEdit:
        paint::field(painter, option, widget, false);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paint::checkBox(painter, option);
        return;
    case PE_IndicatorRadioButton:
        paint::radioButton(painter, option);
        return;
    case PE_IndicatorArrowDown:
        paint::chevron(painter, option->rect, Qt::DownArrow, inkOf(option));
        return;
    case PE_IndicatorArrowUp:
        paint::chevron(painter, option->rect, Qt::UpArrow, inkOf(option));
        return;
    case PE_IndicatorArrowLeft:
        paint::chevron(painter, option->rect, Qt::LeftArrow, inkOf(option));
        return;
    case PE_IndicatorArrowRight:
        paint::chevron(painter, option->rect, Qt::RightArrow, inkOf(option));
        return;
    case PE_IndicatorBranch:
        if (option->state.testFlag(State_Children))
            paint::chevron(painter, option->rect,
                           option->state.testFlag(State_Open)     ? Qt::DownArrow
                           : option->direction == Qt::RightToLeft ? Qt::LeftArrow
                                                                  : Qt::RightArrow,
                           colors.muted);
        return;
    case PE_Frame:
        // A field of several lines is a field like others.
        if (const auto *edit = qobject_cast<const QPlainTextEdit *>(widget); edit && !edit->isReadOnly()) {
            paint::field(painter, option, widget, false);
            return;
        }
        [[fallthrough]];
    case PE_FrameTabWidget:
    case PE_FrameMenu:
    case PE_FrameGroupBox:
        painter->save();
        painter->setPen(QPen(element == PE_FrameMenu ? colors.outline : colors.line, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        painter->restore();
        return;
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, colors.base);
        painter->setPen(QPen(colors.outline, 1));
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameTabBarBase:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButton:
        QProxyStyle::drawControl(element, option, painter, widget);
        if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
            paint::buttonRing(painter, option, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option)) {
            QStyleOptionButton copy = *button;
            if (isPrimary(widget) && copy.state.testFlag(State_Enabled))
                copy.palette.setColor(QPalette::ButtonText, paint::paletteOf(option).onAccent);
            QProxyStyle::drawControl(element, &copy, painter, widget);
            return;
        }
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            paint::header(painter, header);
            return;
        }
        break;
    case CE_HeaderEmptyArea: {
        const Palette &colors = paint::paletteOf(option);
        painter->fillRect(option->rect, colors.window);
        painter->setPen(QPen(colors.line, 1));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option)) {
            paint::tab(painter, tab);
            return;
        }
        break;
    case CE_ProgressBarGroove:
        return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option)) {
            paint::progressBar(painter, bar);
            return;
        }
        break;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option)) {
            paint::menuBarItem(painter, item);
            drawItemText(painter, item->rect, Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextSingleLine,
                         item->palette, item->state.testFlag(State_Enabled), item->text,
                         QPalette::ButtonText);
            return;
        }
        break;
    case CE_MenuBarEmptyArea: {
        const Palette &colors = paint::paletteOf(option);
        painter->fillRect(option->rect, colors.base);
        painter->setPen(QPen(colors.line, 1));
        painter->drawLine(option->rect.bottomLeft(), option->rect.bottomRight());
        return;
    }
    case CE_Splitter: {
        const Palette &colors = paint::paletteOf(option);
        painter->setPen(QPen(colors.line, 1));
        const QPoint middle = option->rect.center();
        if (option->state.testFlag(State_Horizontal))
            painter->drawLine(middle.x(), option->rect.top(), middle.x(), option->rect.bottom());
        else
            painter->drawLine(option->rect.left(), middle.y(), option->rect.right(), middle.y());
        return;
    }
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox: {
        const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option);
        if (box && (box->editable || widget->property(paint::InvalidProperty).toBool()))
            paint::field(painter, option, widget, true);
        else
            paint::button(painter, option, nullptr);
        if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
            paint::focusRing(painter, option);
        paint::chevron(painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), Qt::DownArrow,
                       inkOf(option));
        return;
    }
    case CC_SpinBox: {
        const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        paint::field(painter, option, widget, true);
        if (box && box->buttonSymbols != QAbstractSpinBox::NoButtons) {
            paint::chevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), Qt::UpArrow,
                           inkOf(option));
            paint::chevron(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget), Qt::DownArrow,
                           inkOf(option));
        }
        return;
    }
    case CC_ToolButton:
        if (const QStyleOptionToolButton *button = menuButton(option)) {
            drawPrimitive(PE_PanelButtonTool, option, painter, widget);
            QStyleOptionToolButton label = *button;
            label.features &= ~QStyleOptionToolButton::HasMenu;
            label.rect.adjust(ButtonPadding / 2, 0, -scaled(MenuArrow), 0);
            drawControl(CE_ToolButtonLabel, &label, painter, widget);
            QRect arrow = option->rect;
            arrow.setLeft(arrow.right() - scaled(MenuArrow) - 4);
            paint::chevron(painter, arrow, Qt::DownArrow, inkOf(option));
            if (option->state.testFlag(State_HasFocus) && option->state.testFlag(State_KeyboardFocusChange))
                paint::focusRing(painter, option);
            return;
        }
        break;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option)) {
            paint::scrollBar(painter, bar, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
            return;
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace linnet::gui

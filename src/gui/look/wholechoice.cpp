// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/wholechoice.h"

#include <QApplication>
#include <QComboBox>
#include <QHelpEvent>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolTip>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isCut(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    option.editable = box.isEditable();
    const QRect room =
        box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    const int icon = box.itemIcon(box.currentIndex()).isNull() ? 0 : box.iconSize().width() + 4;
    return box.fontMetrics().horizontalAdvance(box.currentText()) + icon > room.width();
}

} // namespace

WholeChoice::WholeChoice(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool WholeChoice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return false;
    auto *box = qobject_cast<QComboBox *>(watched);
    if (!box || box->isEditable() || !isCut(*box))
        return false;
    const QString help = box->toolTip() == box->currentText() ? QString() : box->toolTip();
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(),
                       help.isEmpty() ? box->currentText() : box->currentText() + u"\n"_s + help, box);
    return true;
}

} // namespace linnet::gui

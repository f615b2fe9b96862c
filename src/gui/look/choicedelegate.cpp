// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/choicedelegate.h"

#include "gui/look/palette.h"

#include <QPainter>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int LineHeight = 26;
constexpr int SeparatorHeight = 7;
constexpr int Padding = 4; // on the left and right of a separator

/// As QComboBox::insertSeparator() marks it.
bool isSeparator(const QModelIndex &index)
{
    return index.data(Qt::AccessibleDescriptionRole).toString() == "separator"_L1;
}

} // namespace

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), isSeparator(index) ? SeparatorHeight : std::max(size.height(), LineHeight)};
}

void ChoiceDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    if (!isSeparator(index)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QRect line = option.rect.adjusted(Padding, 0, -Padding, 0);
    painter->setPen(QPen(Palette::of(option.palette).line, 1));
    painter->drawLine(line.left(), line.center().y(), line.right(), line.center().y());
}

} // namespace linnet::gui

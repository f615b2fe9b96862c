// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/facetdelegate.h"

#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "models/table/facetmodel.h"

#include <QApplication>
#include <QLocale>
#include <QPainter>

namespace linnet::gui {

using models::FacetModel;

namespace {

constexpr int Margin = 12;
constexpr int BoxSize = 14;
constexpr int BoxGap = 7;
constexpr int LineHeight = 23;
constexpr int TitleHeight = 32;

FacetModel::Kind kindOf(const QModelIndex &index)
{
    return FacetModel::Kind(index.data(FacetModel::KindRole).toInt());
}

} // namespace

void FacetDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const Palette &colors = Palette::of(option.palette);
    const QRect inner = option.rect.adjusted(Margin, 0, -Margin, 0);
    painter->save();
    switch (kindOf(index)) {
    case FacetModel::Kind::Title: {
        QFont font = option.font;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        painter->setPen(colors.text);
        painter->drawText(inner.adjusted(0, 0, 0, -4), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
        break;
    }
    case FacetModel::Kind::More:
        painter->setPen(colors.accent);
        painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        break;
    default:
        paintValue(painter, option, index);
    }
    painter->restore();
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(colors.accent);
        painter->drawRect(option.rect.adjusted(2, 1, -3, -2));
    }
}

void FacetDelegate::paintValue(QPainter *painter, const QStyleOptionViewItem &option,
                               const QModelIndex &index) const
{
    const Palette &colors = Palette::of(option.palette);
    QRect inner = option.rect.adjusted(Margin, 0, -Margin, 0);
    const qint64 count = index.data(FacetModel::CountRole).toLongLong();
    const QString countText = count < 0 ? QString() : QLocale().toString(count);
    painter->setPen(colors.muted);
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, countText);
    const int size = scaled(BoxSize);
    const bool canTick = kindOf(index) != FacetModel::Kind::More;
    if (canTick) {
        QStyleOptionButton box;
        box.initFrom(option.widget);
        box.rect = QRect(inner.left(), inner.center().y() - size / 2, size, size);
        box.state =
            QStyle::State_Enabled |
            (index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? QStyle::State_On : QStyle::State_Off);
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &box, painter, option.widget);
    }
    inner.setLeft(inner.left() + size + scaled(BoxGap));
    const double share = index.data(FacetModel::ShareRole).toDouble();
    if (share > 0) {
        const QRectF bar(inner.left(), option.rect.bottom() - 1.5, std::max(1.0, share * inner.width()), 2);
        painter->fillRect(bar, mixed(colors.base, colors.accent, 0.55));
    }
    inner.setRight(inner.right() - option.fontMetrics.horizontalAdvance(countText) - 8);
    painter->setPen(kindOf(index) == FacetModel::Kind::Value ? colors.text : colors.muted);
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, inner.width()));
}

QSize FacetDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = std::max(LineHeight, option.fontMetrics.height() + 6);
    return {100, kindOf(index) == FacetModel::Kind::Title ? std::max(TitleHeight, line + 9) : line};
}

} // namespace linnet::gui

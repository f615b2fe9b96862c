// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowdelegate.h"

#include "gui/look/palette.h"
#include "models/table/rowmodel.h"

#include <QPainter>

namespace linnet::gui {

RowDelegate::RowDelegate(const table::Schema &schema, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_schema(schema)
{
}

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Palette &colors = Palette::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(option.rect, selected ? colors.selection : colors.base);
    painter->setPen(colors.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());

    const table::Column &column = m_schema.columns[size_t(index.column())];
    const bool isLoaded = index.data(models::RowModel::LoadedRole).toBool();
    const bool differs = isLoaded && index.data(models::RowModel::DiffersRole).toBool();
    painter->setPen(!isLoaded ? colors.muted : differs ? colors.accent : colors.text);
    const QRect inner = option.rect.adjusted(Margin, 0, -Margin, -1);
    const QString text = index.data().toString();
    QFont font = option.font;
    if (differs)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->drawText(inner, int(models::CellFormat::alignment(column)) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));

    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(colors.accent);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * Margin + 1,
            option.rect.height()};
}

} // namespace linnet::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowdelegate.h"

#include "gui/look/palette.h"
#include "models/table/rowmodel.h"
#include "table/markcolumns.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace linnet::gui {

namespace {

/// Full, or an outline that says where to click.
void paintStar(QPainter &painter, const QRect &rect, bool starred, const Palette &colors)
{
    constexpr int Points = 5;
    const double radius = std::min(rect.width(), rect.height()) * 0.34;
    QPolygonF star;
    for (int i = 0; i < 2 * Points; ++i) {
        const double angle = std::numbers::pi * (double(i) / Points - 0.5);
        const double distance = i % 2 == 0 ? radius : radius * 0.42;
        star << QPointF(std::cos(angle), std::sin(angle)) * distance;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(rect).center());
    painter.setPen(QPen(starred ? colors.warning : colors.line, 1.2));
    painter.setBrush(starred ? QBrush(colors.warning) : QBrush(Qt::NoBrush));
    painter.drawPolygon(star);
    painter.restore();
}

void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, const Palette &colors)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setPen(colors.accent);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
}

} // namespace

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
    if (column.key == table::StarredColumn.key) {
        if (isLoaded)
            paintStar(*painter, option.rect, index.data(models::RowModel::RawRole).toBool(), colors);
        paintFocus(*painter, option, colors);
        return;
    }
    const QString text = index.data().toString();
    QFont font = option.font;
    if (differs)
        font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    painter->drawText(inner, int(models::CellFormat::alignment(column)) | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));

    paintFocus(*painter, option, colors);
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {option.fontMetrics.horizontalAdvance(index.data().toString()) + 2 * Margin + 1,
            option.rect.height()};
}

} // namespace linnet::gui

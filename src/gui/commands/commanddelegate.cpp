// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/commands/commanddelegate.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "models/commandmodel.h"

#include <QPainter>

namespace linnet::gui {

using models::CommandModel;

namespace {

constexpr int Margin = 12;
constexpr int Gap = 8;
constexpr int UsualIcon = 16;
constexpr int LeastHeight = 28;
constexpr int Stripe = 3;

/// Writes it into the room, elided, and takes what it needs from the side on which it stands.
void write(QPainter *painter, QRect &room, const QString &text, Qt::AlignmentFlag side)
{
    if (text.isEmpty())
        return;
    const QFontMetrics metrics = painter->fontMetrics();
    const QString shown = metrics.elidedText(text, Qt::ElideRight, std::max(0, room.width()));
    const int needed = metrics.horizontalAdvance(shown) + Gap;
    painter->drawText(room, side | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (side == Qt::AlignLeft)
        room.setLeft(room.left() + needed);
    else
        room.setRight(room.right() - needed);
}

} // namespace

void CommandDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const Palette &colors = Palette::of(option.palette);
    const bool isPossible = index.flags().testFlag(Qt::ItemIsEnabled);
    painter->save();
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->fillRect(option.rect, colors.selection);
        painter->fillRect(QRect(option.rect.topLeft(), QSize(Stripe, option.rect.height())), colors.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver) && isPossible) {
        painter->fillRect(option.rect, mixed(colors.base, colors.text, 0.04));
    }
    QRect room = option.rect.adjusted(Margin, 0, -Margin, 0);
    const int size = scaled(UsualIcon);
    const QByteArray icon = index.data(CommandModel::IconRole).toString().toLatin1();
    if (!icon.isEmpty())
        lineIcon(QLatin1StringView(icon), IconTint::Muted)
            .paint(painter, QRect(room.left(), room.center().y() - size / 2 + 1, size, size), Qt::AlignCenter,
                   isPossible ? QIcon::Normal : QIcon::Disabled);
    room.setLeft(room.left() + size + Gap);
    painter->setFont(option.font);
    painter->setPen(isPossible ? colors.muted : colors.disabled);
    write(painter, room, index.data(CommandModel::KeyRole).toString(), Qt::AlignRight);
    painter->setPen(isPossible ? colors.text : colors.disabled);
    write(painter, room, index.data().toString(), Qt::AlignLeft);
    // Why it cannot be chosen is to be read, although it cannot.
    const QString why = index.data(CommandModel::WhyRole).toString();
    painter->setPen(isPossible || !why.isEmpty() ? colors.muted : colors.disabled);
    write(painter, room, why.isEmpty() ? index.data(CommandModel::WhereRole).toString() : why, Qt::AlignLeft);
    painter->restore();
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {120, std::max(LeastHeight, option.fontMetrics.height() + 10)};
}

} // namespace linnet::gui

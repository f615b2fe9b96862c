// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/navigator/navigatordelegate.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/textscale.h"
#include "models/navigatormodel.h"

#include <QPainter>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using Kind = models::NavigatorModel::Kind;
using Tone = models::NavigatorModel::Tone;

namespace {

constexpr int RowHeight = 26;
constexpr int HeadingHeight = 36;
constexpr int Margin = 12;
constexpr int UsualIcon = 16;
constexpr int Stripe = 3;

Kind kindOf(const QModelIndex &index)
{
    return Kind(index.data(models::NavigatorModel::KindRole).toInt());
}

QIcon iconOf(const QModelIndex &index)
{
    switch (kindOf(index)) {
    case Kind::Start:
        return lineIcon("home"_L1, IconTint::Muted);
    case Kind::NewTask:
        return lineIcon("plus"_L1, IconTint::Muted);
    case Kind::List:
        return lineIcon(index.data(models::NavigatorModel::ListRole).toString().isEmpty() ? "plus"_L1
                                                                                          : "proxies"_L1,
                        IconTint::Muted);
    case Kind::Folder:
    case Kind::Task:
        return lineIcon(QLatin1StringView(index.data(models::NavigatorModel::IconRole).toString().toLatin1()),
                        IconTint::Muted);
    case Kind::Requests:
        return lineIcon("hourglass"_L1, IconTint::Muted);
    case Kind::Problems:
        return lineIcon("warning"_L1, IconTint::Muted);
    default:
        return {};
    }
}

QColor noteColor(Tone tone, bool selected, const Palette &colors)
{
    if (selected)
        return colors.text;
    switch (tone) {
    case Tone::Good:
        return colors.good;
    case Tone::Warning:
        return colors.warning;
    case Tone::Muted:
        break;
    }
    return colors.muted;
}

QFont fontOf(const QFont &base, Kind kind, bool selected)
{
    QFont font = base;
    if (kind == Kind::Heading || kind == Kind::Run)
        font.setPointSizeF(font.pointSizeF() * 0.92);
    if (kind == Kind::Heading || (selected && kind != Kind::Run))
        font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void NavigatorDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Palette &colors = Palette::of(option.palette);
    const Kind kind = kindOf(index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect all(0, option.rect.top(), option.rect.right() + 1, option.rect.height());
    painter->save();
    if (selected) {
        painter->fillRect(all, colors.selection);
        painter->fillRect(QRect(all.left(), all.top(), Stripe, all.height()), colors.accent);
    } else if (option.state.testFlag(QStyle::State_MouseOver) && kind != Kind::Heading) {
        painter->fillRect(all, mixed(colors.base, colors.text, 0.04));
    }
    QRect text =
        option.rect.adjusted(kind == Kind::Run ? Margin + 8 : 4, kind == Kind::Heading ? 10 : 0, -Margin, 0);
    if (const QIcon icon = iconOf(index); !icon.isNull()) {
        const int size = scaled(UsualIcon);
        icon.paint(painter, QRect(text.left(), text.center().y() - size / 2 + 1, size, size));
        text.setLeft(text.left() + size + 8);
    }
    const QString note = index.data(models::NavigatorModel::NoteRole).toString();
    if (!note.isEmpty()) {
        painter->setFont(fontOf(option.font, Kind::Run, false));
        painter->setPen(
            noteColor(Tone(index.data(models::NavigatorModel::ToneRole).toInt()), selected, colors));
        // What it is called comes first: the note has what that leaves, but two fifths at least.
        constexpr int Gap = 8;
        const QFontMetrics nameMetrics(fontOf(option.font, kind, selected));
        const int left = text.width() - Gap - nameMetrics.horizontalAdvance(index.data().toString());
        const QString fitting = painter->fontMetrics().elidedText(note, Qt::ElideRight,
                                                                  std::max({left, text.width() * 2 / 5, 0}));
        painter->drawText(text, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, fitting);
        text.setRight(text.right() - painter->fontMetrics().horizontalAdvance(fitting) - Gap);
    }
    painter->setFont(fontOf(option.font, kind, selected));
    const bool muted = (kind == Kind::Heading || kind == Kind::Run) && !selected;
    painter->setPen(muted ? colors.muted : colors.text);
    const QString shown =
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, std::max(0, text.width()));
    painter->drawText(text, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(colors.accent, 1));
        painter->drawRect(all.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

QSize NavigatorDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int needed = QFontMetrics(option.font).height() + 8;
    return {120, std::max(needed, kindOf(index) == Kind::Heading ? HeadingHeight : RowHeight)};
}

} // namespace linnet::gui

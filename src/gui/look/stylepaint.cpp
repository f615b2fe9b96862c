// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/stylepaint.h"

#include "gui/look/textscale.h"

#include <QWidget>

namespace linnet::gui::paint {

namespace {

bool has(const QStyleOption *option, QStyle::StateFlag flag)
{
    return option->state.testFlag(flag);
}

/// The middle of the pixels, so that lines of one pixel are sharp.
QRectF lineRect(const QRect &rect)
{
    return QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5);
}

void panel(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &line)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(line.alpha() ? QPen(line, 1) : QPen(Qt::NoPen));
    painter->setBrush(fill);
    painter->drawRoundedRect(lineRect(rect), Radius, Radius);
    painter->restore();
}

} // namespace

const Palette &paletteOf(const QStyleOption *option)
{
    return Palette::of(option->palette);
}

void button(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Palette &colors = paletteOf(option);
    const bool primary = widget && widget->property(PrimaryProperty).toBool();
    QColor fill = primary ? colors.accent : colors.base;
    QColor line = primary ? colors.accent : colors.outline;
    if (!has(option, QStyle::State_Enabled)) {
        fill = primary ? colors.line : colors.window;
        line = colors.line;
    } else if (has(option, QStyle::State_Sunken) || has(option, QStyle::State_On)) {
        fill = mixed(fill, primary ? colors.onAccent : colors.text, primary ? 0.18 : 0.12);
    } else if (has(option, QStyle::State_MouseOver)) {
        fill = mixed(fill, primary ? colors.onAccent : colors.text, primary ? 0.10 : 0.05);
    }
    panel(painter, option->rect, fill, line);
}

void toolButton(QPainter *painter, const QStyleOption *option)
{
    const Palette &colors = paletteOf(option);
    const bool flat = has(option, QStyle::State_AutoRaise);
    const bool on = has(option, QStyle::State_On);
    const bool active = has(option, QStyle::State_Enabled) &&
                        (has(option, QStyle::State_Sunken) || has(option, QStyle::State_MouseOver) || on);
    if (flat && !active)
        return;
    QColor fill = flat ? QColor(Qt::transparent) : colors.base;
    if (on)
        fill = colors.selection;
    else if (has(option, QStyle::State_Sunken))
        fill = mixed(colors.base, colors.text, 0.12);
    else if (active)
        fill = mixed(colors.base, colors.text, 0.06);
    panel(painter, option->rect, fill, flat ? QColor(Qt::transparent) : colors.outline);
}

void field(QPainter *painter, const QStyleOption *option, const QWidget *widget, bool fill)
{
    const Palette &colors = paletteOf(option);
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor line = enabled ? colors.outline : colors.line;
    if (widget && widget->property(InvalidProperty).toBool())
        line = colors.bad;
    else if (enabled && has(option, QStyle::State_HasFocus))
        line = colors.accent;
    panel(painter, option->rect, fill ? (enabled ? colors.base : colors.window) : QColor(Qt::transparent),
          line);
}

void focusRing(QPainter *painter, const QStyleOption *option)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(paletteOf(option).accent, 1.5));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(option->rect).adjusted(0.75, 0.75, -0.75, -0.75), Radius, Radius);
    painter->restore();
}

void buttonRing(QPainter *painter, const QStyleOption *option, const QWidget *widget)
{
    const Palette &colors = paletteOf(option);
    const bool primary = widget && widget->property(PrimaryProperty).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(primary ? colors.onAccent : colors.accent, 2));
    const qreal inset = primary ? 3 : 1;
    painter->drawRoundedRect(QRectF(option->rect).adjusted(inset, inset, -inset, -inset), Radius - 1,
                             Radius - 1);
    painter->restore();
}

void checkBox(QPainter *painter, const QStyleOption *option)
{
    const Palette &colors = paletteOf(option);
    const bool on = has(option, QStyle::State_On);
    const bool partly = has(option, QStyle::State_NoChange);
    const bool enabled = has(option, QStyle::State_Enabled);
    const int side = std::min({option->rect.width(), option->rect.height(), scaled(16)});
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const QColor mark = enabled ? colors.accent : colors.disabled;
    const bool filled = on || partly;
    panel(painter, box, filled ? mark : (enabled ? colors.base : colors.window),
          filled ? mark : (enabled ? colors.muted : colors.line));
    if (!filled)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(colors.onAccent, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF corner = box.topLeft();
    const qreal unit = side / 16.0;
    if (partly)
        painter->drawLine(corner + QPointF(4.5, 8) * unit, corner + QPointF(11.5, 8) * unit);
    else
        painter->drawPolyline(QPolygonF{corner + QPointF(4, 8.5) * unit, corner + QPointF(7, 11.5) * unit,
                                        corner + QPointF(12, 5) * unit});
    painter->restore();
}

void radioButton(QPainter *painter, const QStyleOption *option)
{
    const Palette &colors = paletteOf(option);
    const bool on = has(option, QStyle::State_On);
    const bool enabled = has(option, QStyle::State_Enabled);
    const int side = std::min({option->rect.width(), option->rect.height(), scaled(16)});
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const QColor mark = enabled ? colors.accent : colors.disabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on ? mark : colors.muted, on ? 4.5 : 1));
    painter->setBrush(colors.base);
    const qreal inset = on ? 2.5 : 0.5;
    painter->drawEllipse(QRectF(box).adjusted(inset, inset, -inset, -inset));
    painter->restore();
}

void chevron(QPainter *painter, const QRect &rect, Qt::ArrowType direction, const QColor &color)
{
    const qreal half = std::min(4.0 * textScale(), std::min(rect.width(), rect.height()) / 2.0 - 1);
    if (half <= 0)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->translate(QRectF(rect).center());
    switch (direction) {
    case Qt::UpArrow:
        painter->rotate(180);
        break;
    case Qt::LeftArrow:
        painter->rotate(90);
        break;
    case Qt::RightArrow:
        painter->rotate(-90);
        break;
    default:
        break;
    }
    painter->setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPolyline(
        QPolygonF{QPointF(-half, -half / 2), QPointF(0, half / 2), QPointF(half, -half / 2)});
    painter->restore();
}

void header(QPainter *painter, const QStyleOptionHeader *option)
{
    const Palette &colors = paletteOf(option);
    QColor fill = colors.window;
    if (has(option, QStyle::State_Sunken))
        fill = mixed(fill, colors.text, 0.10);
    else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled))
        fill = mixed(fill, colors.text, 0.05);
    const QRect &rect = option->rect;
    painter->fillRect(rect, fill);
    painter->setPen(QPen(colors.line, 1));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());
    const bool mirrored = option->direction == Qt::RightToLeft;
    const int edge = mirrored ? rect.left() : rect.right();
    painter->drawLine(edge, rect.top(), edge, rect.bottom());
}

void tab(QPainter *painter, const QStyleOptionTab *option)
{
    const Palette &colors = paletteOf(option);
    const QRect &rect = option->rect;
    if (has(option, QStyle::State_Selected)) {
        painter->save();
        painter->setClipRect(rect);
        panel(painter, rect.adjusted(0, 2, 0, Radius + 1), colors.base, colors.line);
        painter->restore();
    } else if (has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled)) {
        panel(painter, rect.adjusted(2, 4, -2, -4), mixed(colors.window, colors.text, 0.06), Qt::transparent);
    }
}

void progressBar(QPainter *painter, const QStyleOptionProgressBar *option)
{
    const Palette &colors = paletteOf(option);
    QRectF groove(option->rect);
    groove.setHeight(6);
    groove.moveCenter(QRectF(option->rect).center());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colors.line);
    painter->drawRoundedRect(groove, 3, 3);
    const qreal span = qreal(option->maximum) - option->minimum;
    painter->setBrush(colors.accent);
    if (span > 0) {
        QRectF done = groove;
        done.setWidth(groove.width() * (qreal(option->progress) - option->minimum) / span);
        if (option->direction == Qt::RightToLeft)
            done.moveRight(groove.right());
        if (done.width() >= 1)
            painter->drawRoundedRect(done, 3, 3);
    }
    painter->restore();
}

void scrollBar(QPainter *painter, const QStyleOptionSlider *option, const QRect &slider)
{
    const Palette &colors = paletteOf(option);
    const bool horizontal = option->orientation == Qt::Horizontal;
    painter->fillRect(option->rect, colors.base);
    if (option->maximum <= option->minimum)
        return;
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(active ? colors.muted : mixed(colors.line, colors.muted, 0.4));
    const QRectF bar = QRectF(slider).adjusted(horizontal ? 1 : 3, horizontal ? 3 : 1, horizontal ? -1 : -3,
                                               horizontal ? -3 : -1);
    const qreal radius = std::min(bar.width(), bar.height()) / 2;
    painter->drawRoundedRect(bar, radius, radius);
    painter->restore();
}

void menuBarItem(QPainter *painter, const QStyleOptionMenuItem *option)
{
    const Palette &colors = paletteOf(option);
    painter->fillRect(option->rect, colors.base);
    painter->setPen(QPen(colors.line, 1));
    painter->drawLine(option->rect.left(), option->menuRect.bottom(), option->rect.right(),
                      option->menuRect.bottom());
    if (has(option, QStyle::State_Selected) && has(option, QStyle::State_Enabled))
        panel(painter, option->rect.adjusted(1, 2, -1, -3), mixed(colors.base, colors.text, 0.08),
              Qt::transparent);
}

} // namespace linnet::gui::paint

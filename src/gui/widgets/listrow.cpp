// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/listrow.h"

#include "gui/look/icons.h"
#include "gui/look/palette.h"
#include "gui/look/textscale.h"

#include <QPainter>
#include <QToolButton>

namespace linnet::gui {

namespace {

constexpr int RowHeight = 36;
constexpr int Margin = 16;
constexpr int IconSize = 16;
constexpr int Gap = 12;
constexpr int ButtonSize = 24;

} // namespace

ListRow::ListRow(const QString &text, const QString &note, QWidget *parent)
    : QAbstractButton(parent)
    , m_note(note)
{
    setText(text);
    setAccessibleName(text);
    setAccessibleDescription(note);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ListRow::setWarning(bool warning)
{
    m_warning = warning;
    update();
}

void ListRow::setRemovable(const QString &buttonText)
{
    m_remove = new QToolButton(this);
    m_remove->setAutoRaise(true);
    m_remove->setIcon(lineIcon(QLatin1StringView("trash"), IconTint::Muted));
    m_remove->setToolTip(buttonText);
    m_remove->setAccessibleName(buttonText);
    m_remove->setCursor(Qt::ArrowCursor);
    connect(m_remove, &QToolButton::clicked, this, &ListRow::removeRequested);
}

void ListRow::resizeEvent(QResizeEvent *event)
{
    QAbstractButton::resizeEvent(event);
    if (m_remove)
        m_remove->setGeometry(width() - scaled(ButtonSize) - Gap, (height() - scaled(ButtonSize)) / 2,
                              scaled(ButtonSize), scaled(ButtonSize));
}

QSize ListRow::sizeHint() const
{
    const int icons = icon().isNull() ? 0 : scaled(IconSize) + Gap;
    const int width = 2 * Margin + icons + fontMetrics().horizontalAdvance(text()) + Gap +
                      fontMetrics().horizontalAdvance(m_note);
    return {width, std::max(RowHeight, fontMetrics().height() + 16)};
}

QSize ListRow::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void ListRow::paintEvent(QPaintEvent *)
{
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    if (isDown() || underMouse())
        painter.fillRect(rect(), mixed(colors.base, colors.text, isDown() ? 0.10 : 0.04));
    QRect room = rect().adjusted(Margin, 0, -Margin, 0);
    if (m_remove)
        room.setRight(m_remove->x() - Gap / 2);
    if (!icon().isNull()) {
        const int size = scaled(IconSize);
        icon().paint(&painter, QRect(room.left(), room.center().y() - size / 2 + 1, size, size));
        room.setLeft(room.left() + size + Gap);
    }
    const QFontMetrics metrics = fontMetrics();
    const int wanted = std::min(metrics.horizontalAdvance(text()), room.width() * 2 / 3);
    painter.setPen(m_warning ? colors.warning : colors.text);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(text(), Qt::ElideRight, wanted + 1));
    const QString note = metrics.elidedText(m_note, Qt::ElideRight, room.width() - wanted - Gap);
    painter.setPen(m_warning ? colors.warning : colors.muted);
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, note);
    setToolTip(note == m_note ? QString() : m_note);
    if (hasFocus()) {
        painter.setPen(QPen(colors.accent, 1));
        painter.drawRect(rect().adjusted(1, 1, -2, -2));
    }
}

} // namespace linnet::gui

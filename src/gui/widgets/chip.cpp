// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/chip.h"

#include "gui/look/palette.h"
#include "gui/look/textscale.h"

#include <QPainter>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Side = 10;
constexpr int CrossWidth = 18;
constexpr int MaxWidth = 320;

} // namespace

Chip::Chip(const models::FilterState::Chip &chip, QWidget *parent)
    : QAbstractButton(parent)
    , m_column(chip.column.isEmpty() ? QString() : chip.column + ": "_L1)
    , m_value(chip.text)
{
    const QString whole = m_column + m_value;
    setText(whole);
    setToolTip(tr("%1\nClick to remove this filter").arg(whole));
    setAccessibleName(tr("Remove the filter %1").arg(whole));
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

QFont Chip::valueFont() const
{
    QFont result = font();
    result.setWeight(QFont::DemiBold);
    return result;
}

QSize Chip::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_column) +
                      QFontMetrics(valueFont()).horizontalAdvance(m_value) + 2 * Side;
    return {std::min(width + scaled(CrossWidth), scaled(MaxWidth)), fontMetrics().height() + 9};
}

void Chip::paintEvent(QPaintEvent *)
{
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF pill = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(hasFocus() ? QPen(colors.accent, 1.5) : QPen(colors.line));
    painter.setBrush(underMouse() || isDown() ? colors.selection
                                              : mixed(colors.base, colors.selection, 0.45));
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);

    QRect inner = rect().adjusted(Side, 0, -Side - scaled(CrossWidth) + 6, 0);
    painter.setPen(colors.muted);
    const int columnWidth = fontMetrics().horizontalAdvance(m_column);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, m_column);
    painter.setPen(colors.text);
    painter.setFont(valueFont());
    inner.setLeft(inner.left() + columnWidth);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(m_value, Qt::ElideRight, inner.width()));

    painter.setPen(QPen(colors.muted, 1.4, Qt::SolidLine, Qt::RoundCap));
    const double arm = 3 * textScale();
    const QPointF center(width() - Side - 1 - arm, height() / 2.0);
    painter.drawLine(center + QPointF(-arm, -arm), center + QPointF(arm, arm));
    painter.drawLine(center + QPointF(-arm, arm), center + QPointF(arm, -arm));
}

} // namespace linnet::gui

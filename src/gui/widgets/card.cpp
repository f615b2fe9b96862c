// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/card.h"

#include "gui/look/palette.h"
#include "gui/widgets/listrow.h"

#include <QPainter>

namespace linnet::gui {

namespace {

constexpr int Radius = 8;

} // namespace

Card::Card(QWidget *parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::NoFrame);
}

void Card::paintEvent(QPaintEvent *)
{
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(colors.base);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Radius, Radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (const ListRow *row : findChildren<ListRow *>(Qt::FindDirectChildrenOnly)) {
        if (row->isVisible() && row->y() > 1)
            painter.drawLine(1, row->y() - 1, width() - 2, row->y() - 1);
    }
}

} // namespace linnet::gui

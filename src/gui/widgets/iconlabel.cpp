// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/iconlabel.h"

#include "gui/look/textscale.h"

#include <QPainter>

namespace linnet::gui {

IconLabel::IconLabel(int size, QWidget *parent)
    : QWidget(parent)
{
    keepScaled(this, [this, size] { setFixedSize(scaled(QSize(size, size))); });
}

void IconLabel::setIcon(const QIcon &icon)
{
    m_icon = icon;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    m_icon.paint(&painter, rect());
}

} // namespace linnet::gui

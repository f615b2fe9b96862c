// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/sparkline.h"

#include "gui/look/palette.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace linnet::gui {

namespace {

constexpr size_t MostValues = 240; ///< two a second

} // namespace

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Sparkline::setTitle(const QString &title)
{
    m_title = title;
    setAccessibleName(title);
    update();
}

void Sparkline::add(double value)
{
    m_values.push_back(value);
    if (m_values.size() > MostValues)
        m_values.pop_front();
    setAccessibleDescription(QLocale().toString(value, 'f', value < 10 ? 1 : 0));
    update();
}

void Sparkline::clear()
{
    m_values.clear();
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    const Palette &colors = Palette::of(palette());
    QPainter painter(this);
    const int line = fontMetrics().height() + 2;
    const QRect head(0, 0, width(), line);
    painter.setPen(colors.muted);
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    painter.setPen(colors.text);
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter,
                     QLocale().toString(last(), 'f', last() < 10 && last() != qint64(last()) ? 1 : 0));
    const QRect area(0, line + 2, width(), height() - line - 4);
    painter.setPen(colors.line);
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    if (m_values.size() < 2)
        return;
    const double most = std::max(1.0, *std::ranges::max_element(m_values));
    QPainterPath path;
    for (size_t i = 0; i < m_values.size(); ++i) {
        const double x =
            area.right() - double(m_values.size() - 1 - i) * area.width() / double(MostValues - 1);
        const double y = area.bottom() - m_values[i] / most * (area.height() - 2);
        i == 0 ? path.moveTo(x, y) : path.lineTo(x, y);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colors.accent, 1.5));
    painter.drawPath(path);
}

} // namespace linnet::gui

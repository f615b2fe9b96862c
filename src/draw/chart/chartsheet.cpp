// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartsheet.h"

#include <algorithm>

namespace linnet::draw {

ChartSheet::ChartSheet(const Chart &chart, const QRectF &frame, const ChartStyle &style)
    : m_chart(chart)
    , m_numbers(style.locale)
    , m_words(chart, style.locale)
    , m_text(style.textFont())
    , m_title(style.titleFont())
{
    m_layout.frame = frame;
}

QRectF ChartSheet::put(const QRectF &room, const QString &text, TextRole role, Qt::Alignment where)
{
    const TextRuler &ruler_ = role == TextRole::Title ? m_title : m_text;
    const QString fitting = ruler_.elided(text, room.width());
    if (fitting.isEmpty())
        return {};
    const double width = ruler_.width(fitting);
    double left = room.left();
    if (where & Qt::AlignRight)
        left = room.right() - width;
    else if (where & Qt::AlignHCenter)
        left = room.center().x() - width / 2;
    const QRectF place(left, room.center().y() - ruler_.line() / 2, width, ruler_.line());
    if (!m_layout.frame.contains(place))
        return {};
    m_layout.texts.push_back({place, fitting, role});
    return place;
}

bool ChartSheet::putTick(double x, double top, const QString &text, double left, double right)
{
    const double width = m_text.width(text);
    if (width > right - left)
        return false;
    const QRectF place(std::clamp(x - width / 2, left, right - width), top, width, line());
    const double gap = line() / 2;
    if (m_lastTick.top() == top && place.intersects(m_lastTick.adjusted(-gap, 0, gap, 0)))
        return false;
    if (!m_layout.frame.contains(place))
        return false;
    m_layout.texts.push_back({place, text, TextRole::Tick});
    m_lastTick = place;
    return true;
}

} // namespace linnet::draw

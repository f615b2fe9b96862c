// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/bars.h"

#include <QPainter>

#include <algorithm>

namespace linnet::draw {

namespace {

constexpr int Gap = 2;
constexpr int Least = 2; ///< height of a bar that stands for something

} // namespace

Bars::Bars(const QRect &area, std::span<const qint64> counts)
    : m_area(area)
    , m_counts(counts)
{
    if (!counts.empty())
        m_largest = std::max<qint64>(1, *std::ranges::max_element(counts));
}

int Bars::edge(int index) const
{
    return m_area.left() + int(index * qint64(m_area.width()) / std::max<qint64>(1, qint64(m_counts.size())));
}

QRect Bars::bar(int index) const
{
    const qint64 count = m_counts[size_t(index)];
    const int height = count == 0 ? 0 : std::max(Least, int(count * m_area.height() / m_largest));
    return {edge(index), m_area.bottom() + 1 - height, edge(index + 1) - edge(index) - Gap, height};
}

int Bars::at(int x) const
{
    const auto count = int(m_counts.size());
    return std::clamp((x - m_area.left()) * count / std::max(1, m_area.width()), count > 0 ? 0 : -1,
                      count - 1);
}

void Bars::paint(QPainter &painter, const Palette &colors, std::pair<int, int> chosen) const
{
    for (int i = 0; i < int(m_counts.size()); ++i) {
        const bool marked = chosen.first >= 0 && i >= chosen.first && i <= chosen.second;
        painter.fillRect(bar(i), marked ? colors.accent : mixed(colors.base, colors.accent, 0.7));
    }
    painter.setPen(colors.line);
    painter.drawLine(m_area.left(), m_area.bottom() + 1, m_area.right(), m_area.bottom() + 1);
}

} // namespace linnet::draw

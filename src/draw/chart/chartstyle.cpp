// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartstyle.h"

#include <QFontInfo>

#include <array>

namespace linnet::draw {

QColor ChartStyle::series(int index) const
{
    const std::array inks{colors.accent, colors.warning, colors.good, mixed(colors.accent, colors.bad, 0.6),
                          colors.muted,  colors.bad};
    return inks[size_t(index) % inks.size()];
}

QColor ChartStyle::water() const
{
    return mixed(colors.dark ? colors.window : colors.base, colors.accent, 0.12);
}

QColor ChartStyle::land() const
{
    return colors.dark ? mixed(colors.base, colors.muted, 0.12) : mixed(colors.base, colors.window, 0.5);
}

QFont ChartStyle::textFont() const
{
    QFont result = font;
    result.setPixelSize(std::max(1, QFontInfo(font).pixelSize()));
    return result;
}

QFont ChartStyle::titleFont() const
{
    QFont result = textFont();
    result.setPixelSize(qRound(result.pixelSize() * 1.15));
    result.setWeight(QFont::DemiBold);
    return result;
}

ChartStyle ChartStyle::forPaper(const QFont &font, const QLocale &locale)
{
    ChartStyle style{Palette::light(), font, locale};
    style.colors.text = Qt::black;
    style.colors.window = style.colors.base;
    return style;
}

} // namespace linnet::draw

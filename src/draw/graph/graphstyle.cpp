// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/graph/graphstyle.h"

namespace linnet::draw {

QColor GraphStyle::ink(quint8 number) const
{
    if (number >= GraphPicture::FirstOfKinds) {
        // Hues as far apart as twelve can be, neighbours in the list farthest.
        const int kind = (number - GraphPicture::FirstOfKinds) % GraphPicture::Kinds;
        const int hue = (210 + kind * 150) % 360;
        return QColor::fromHsl(hue, colors.dark ? 150 : 170, colors.dark ? 165 : 105);
    }
    if (number >= GraphPicture::FirstOfRamp) {
        const double share = double(number - GraphPicture::FirstOfRamp) / (GraphPicture::RampSteps - 1);
        return QColor::fromHsl(int(215 - 200 * share), 170, colors.dark ? 160 : 110); // blue to red
    }
    switch (number) {
    case GraphPicture::Good:
        return colors.good;
    case GraphPicture::Warning:
        return colors.warning;
    case GraphPicture::Bad:
        return colors.bad;
    case GraphPicture::Faint:
        return mixed(colors.muted, colors.base, 0.4);
    default:
        return colors.accent;
    }
}

} // namespace linnet::draw

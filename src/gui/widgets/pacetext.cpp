// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pacetext.h"

#include <QLocale>

namespace linnet::gui {

using namespace std::chrono_literals;

QList<std::chrono::milliseconds> PaceText::offered()
{
    return {2000ms, 1000ms, 500ms, 200ms, 100ms, 50ms, 20ms, 0ms};
}

QString PaceText::of(std::chrono::milliseconds delay)
{
    switch (delay.count()) {
    case 0:
        return tr("no pause (own server only)");
    case 20:
        return tr("50 a second, only for a site of yours");
    case 50:
        return tr("20 a second, very quick");
    case 100:
        return tr("10 a second, quick");
    case 200:
        return tr("5 a second, polite");
    case 500:
        return tr("2 a second, gentle");
    case 1000:
        return tr("1 a second, very gentle");
    case 2000:
        return tr("one every 2 s, slowest");
    default:
        return tr("one every %1 s").arg(QLocale().toString(double(delay.count()) / 1000.0));
    }
}

} // namespace linnet::gui

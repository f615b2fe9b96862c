// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/duration.h"

#include <QCoreApplication>

namespace linnet::gui {

namespace {

QString seconds(int n)
{
    return QCoreApplication::translate("linnet::gui::Duration", "%n s", "seconds", n);
}

QString minutes(int n)
{
    return QCoreApplication::translate("linnet::gui::Duration", "%n min", "minutes", n);
}

QString hours(int n)
{
    return QCoreApplication::translate("linnet::gui::Duration", "%n h", "hours", n);
}

QString joined(const QString &big, const QString &small)
{
    return QCoreApplication::translate("linnet::gui::Duration", "%1 %2", "two parts of a span: 6 min 12 s")
        .arg(big, small);
}

int roundedTo(int value, int step)
{
    return (value + step / 2) / step * step;
}

} // namespace

QString durationText(std::chrono::milliseconds span)
{
    const int total = int((std::max<qint64>(0, span.count()) + 999) / 1000);
    if (total < 10)
        return seconds(std::max(1, total));
    if (total < 55)
        return seconds(roundedTo(total, 5));
    const int inMinutes = std::max(1, (total + 30) / 60);
    if (inMinutes < 60)
        return minutes(inMinutes);
    const int rest = roundedTo(inMinutes % 60, 10);
    const int full = inMinutes / 60 + rest / 60;
    return rest % 60 == 0 ? hours(full) : joined(hours(full), minutes(rest % 60));
}

QString exactDurationText(std::chrono::milliseconds span)
{
    const int total = int((std::max<qint64>(0, span.count()) + 500) / 1000);
    if (total < 60)
        return seconds(total);
    if (total < 3600)
        return total % 60 == 0 ? minutes(total / 60) : joined(minutes(total / 60), seconds(total % 60));
    const int rest = total % 3600 / 60;
    return rest == 0 ? hours(total / 3600) : joined(hours(total / 3600), minutes(rest));
}

} // namespace linnet::gui

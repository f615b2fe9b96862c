// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace linnet::links {

/// A year and month that an address names: "/2031/05", "date=2031-05-01", "year=2031&month=5".
struct CalendarDate
{
    int year = 0;
    bool inCalendar = false; ///< the address also has a word for it: calendar, events, month …
    QByteArrayView text;

    static std::optional<CalendarDate> find(QByteArrayView path, QByteArrayView query);
    /// A calendar without an end would have it, seen from the year `now`; so may other things.
    bool isEndless(int now) const;
};

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/traps/calendardate.h"

#include <QByteArray>

#include <algorithm>

namespace linnet::links {

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isCalendarWord(QByteArrayView word)
{
    constexpr const char *words[]{"calendar", "kalender", "event", "schedule", "agenda",
                                  "month",    "year",     "week",  "day",      "date"};
    if (word.endsWith('s') || word.endsWith('S'))
        word.chop(1);
    return std::any_of(std::begin(words), std::end(words),
                       [word](const char *known) { return word.compare(known, Qt::CaseInsensitive) == 0; });
}

/// As a word of its own: "holidays", "candidates" and "updates" have nothing to do with it.
bool hasCalendarWord(QByteArrayView text)
{
    for (qsizetype from = 0; from < text.size();) {
        qsizetype end = from;
        while (end < text.size() && isLetter(text[end]))
            ++end;
        if (end > from && isCalendarWord(text.sliced(from, end - from)))
            return true;
        from = end + 1;
    }
    return false;
}

/// Four digits from 1000 that stand alone, a separator, and a month that stands alone.
std::optional<CalendarDate> yearAndMonth(QByteArrayView text)
{
    for (qsizetype i = 0; i + 6 <= text.size(); ++i) {
        if ((i > 0 && isDigit(text[i - 1])) || text[i] < '1' || text[i] > '9')
            continue;
        if (!std::all_of(text.begin() + i, text.begin() + i + 4, isDigit) ||
            !QByteArrayView("-/_.").contains(text[i + 4]))
            continue;
        qsizetype end = i + 5;
        int month = 0;
        for (; end < text.size() && end < i + 7 && isDigit(text[end]); ++end)
            month = month * 10 + (text[end] - '0');
        const bool alone = end == text.size() || !isDigit(text[end]);
        if (month >= 1 && month <= 12 && alone)
            return CalendarDate{text.sliced(i, 4).toByteArray().toInt(), false, text.sliced(i, end - i)};
    }
    return std::nullopt;
}

std::optional<CalendarDate> yearArgument(QByteArrayView query)
{
    for (qsizetype i = 0; i + 9 <= query.size(); ++i) {
        const bool begins = i == 0 || query[i - 1] == '&';
        if (begins && query.sliced(i, 5).compare("year=", Qt::CaseInsensitive) == 0 &&
            std::all_of(query.begin() + i + 5, query.begin() + i + 9, isDigit) &&
            (i + 9 == query.size() || !isDigit(query[i + 9])))
            return CalendarDate{query.sliced(i + 5, 4).toByteArray().toInt(), true, query.sliced(i, 9)};
    }
    return std::nullopt;
}

} // namespace

std::optional<CalendarDate> CalendarDate::find(QByteArrayView path, QByteArrayView query)
{
    std::optional<CalendarDate> date = yearAndMonth(path);
    if (!date)
        date = yearArgument(query);
    if (!date)
        date = yearAndMonth(query);
    if (date && !date->inCalendar)
        date->inCalendar = hasCalendarWord(path) || hasCalendarWord(query);
    return date;
}

bool CalendarDate::isEndless(int now) const
{
    constexpr int ahead = 2;
    constexpr int firstWebYears = 1970;
    // Without a word for it, numbers like 3000/12 may be anything.
    constexpr int lastPlausible = 2200;
    return year > now + ahead ? inCalendar || year < lastPlausible : inCalendar && year < firstWebYears;
}

} // namespace linnet::links

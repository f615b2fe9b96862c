// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/dateticks.h"

#include "draw/chart/textruler.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate day(double julian)
{
    return std::abs(julian) < 1e8 ? QDate::fromJulianDay(qint64(julian)) : QDate();
}

/// "May 2026": in some languages a month without a day has a form of its own.
QString monthName(const QLocale &locale, QDate date)
{
    return u"%1 %2"_s.arg(locale.standaloneMonthName(date.month(), QLocale::ShortFormat)).arg(date.year());
}

} // namespace

DateTicks::DateTicks(const Chart &chart, const QLocale &locale)
    : m_chart(chart)
    , m_locale(locale)
{
    if (!chart.groups.empty())
        m_years = day(chart.groups.front().from).year() != day(chart.groups.back().to - 1).year();
}

std::vector<DateTicks::Tick>
DateTicks::fitting(const std::function<bool(const std::vector<Tick> &)> &fits) const
{
    if (m_chart.groups.empty())
        return {};
    for (int step = 0; step <= int(Step::TwentyYears); ++step) {
        std::vector<Tick> ticks = every(Step(step));
        // One name alone does not say how long the time is.
        if (ticks.size() > 1 && fits(ticks))
            return ticks;
    }
    for (size_t every_ = 2; every_ < m_chart.groups.size(); every_ *= 2) {
        std::vector<Tick> ticks;
        for (size_t group = 0; group < m_chart.groups.size(); group += every_)
            ticks.push_back({int(group), text(int(group), Step::Group)});
        if (fits(ticks))
            return ticks;
    }
    return {{0, text(0, Step::Group)}};
}

std::vector<DateTicks::Tick> DateTicks::every(Step step) const
{
    std::vector<Tick> ticks;
    for (int group = 0; group < int(m_chart.groups.size()); ++group) {
        const ChartGroup &of = m_chart.groups[size_t(group)];
        const QDate first = day(of.from);
        const QDate last = day(std::max(of.from, of.to - 1));
        if (first.isValid() && last.isValid() && begins(step, first, last))
            ticks.push_back({group, text(group, step)});
    }
    return ticks;
}

/// Whether one of these days is the first of its week, month or year.
bool DateTicks::begins(Step step, QDate first, QDate last) const
{
    if (step == Step::Group)
        return true;
    if (step == Step::Week)
        return last.toJulianDay() / 7 != (first.toJulianDay() - 1) / 7; // day 0 was a Monday
    const int months = step == Step::Month       ? 1
                       : step == Step::Quarter   ? 3
                       : step == Step::Year      ? 12
                       : step == Step::FiveYears ? 60
                                                 : 240;
    const auto number = [months](QDate date) { return (date.year() * 12 + date.month() - 1) / months; };
    return number(last) != number(first.addDays(-1));
}

QString DateTicks::text(int group, Step step) const
{
    const ChartGroup &of = m_chart.groups[size_t(group)];
    if (step == Step::Group && !of.label.isEmpty())
        return TextRuler::oneLine(of.label);
    // The day that the step is named after lies within the group, as a rule at its end.
    const QDate first = day(of.from);
    const QDate last = day(std::max(of.from, of.to - 1));
    const double days = of.to - of.from;
    if (step >= Step::Year || days >= 300)
        return QString::number(last.year());
    if (step >= Step::Month || days >= 27)
        return monthName(m_locale, days >= 27 ? first : last);
    return m_locale.toString(first, m_years ? u"d MMM yyyy"_s : u"d MMM"_s);
}

} // namespace linnet::draw

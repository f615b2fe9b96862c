// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"

#include <QDate>
#include <QLocale>

#include <functional>

namespace linnet::draw {

/// Which groups of a timeline are named below it: all of them, or those in which a week, month, quarter or
/// year begins, so many as there is room for.
class DateTicks
{
public:
    struct Tick
    {
        int group = 0;
        QString text;
    };

    /// The chart outlives the ticks.
    DateTicks(const Chart &chart, const QLocale &locale);

    /// The closest ticks of which `fits` says that they do; at least the first group is named.
    std::vector<Tick> fitting(const std::function<bool(const std::vector<Tick> &)> &fits) const;

private:
    enum class Step : quint8
    {
        Group,
        Week,
        Month,
        Quarter,
        Year,
        FiveYears,
        TwentyYears,
    };

    bool begins(Step step, QDate first, QDate last) const;
    std::vector<Tick> every(Step step) const;
    QString text(int group, Step step) const;

    const Chart &m_chart;
    QLocale m_locale;
    bool m_years = false; ///< days of more than one year
};

} // namespace linnet::draw

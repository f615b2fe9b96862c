// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartnumbers.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace linnet::draw {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double Exact = 1e15; ///< from here on digits are no more than noise
constexpr double Tiny = 0.01;  ///< three decimals would not tell such numbers apart

int decimalsFor(double step)
{
    return step > 0 ? int(std::clamp(std::ceil(-std::log10(step) - 1e-9), 0.0, 3.0)) : 0;
}

} // namespace

QString ChartNumbers::text(std::optional<double> value, ValueForm form) const
{
    if (!value || !std::isfinite(*value))
        return nothing();
    if (form == ValueForm::Date)
        return date(*value);
    if (form == ValueForm::Share)
        return percent(*value, 1);
    if (std::abs(*value) >= Exact)
        return m_locale.toString(*value, 'g', 4);
    const bool whole = form == ValueForm::Count || std::abs(*value) >= 100 || *value == std::round(*value);
    // Not "-0".
    return whole ? m_locale.toString(std::round(*value) + 0.0, 'f', 0) : m_locale.toString(*value, 'f', 2);
}

QString ChartNumbers::brief(std::optional<double> value, ValueForm form) const
{
    if (!value || !std::isfinite(*value) || form == ValueForm::Date || form == ValueForm::Share ||
        std::abs(*value) < 10'000)
        return text(value, form);
    const double size = std::pow(10.0, std::floor(std::log10(std::abs(*value))) - 1);
    return inUnits(std::round(*value / size) * size, std::abs(*value), size);
}

QString ChartNumbers::tick(double value, const Scale &scale, ValueForm form) const
{
    if (form == ValueForm::Date)
        return date(value);
    if (form == ValueForm::Share)
        return percent(value, decimalsFor(scale.step() * 100));
    return inUnits(value, std::max(std::abs(scale.low()), std::abs(scale.high())), scale.step());
}

QString ChartNumbers::inUnits(double value, double largest, double step) const
{
    if (value == 0)
        return m_locale.toString(0);
    if (largest >= Exact || largest < Tiny)
        return m_locale.toString(value, 'g', 3);
    const auto in = [&](double unit) {
        return m_locale.toString(value / unit, 'f', decimalsFor(step / unit));
    };
    //: A billion, 10^9, behind a number on an axis.
    if (largest >= 1e9)
        return tr("%1bn").arg(in(1e9));
    //: A million behind a number on an axis.
    if (largest >= 1e6)
        return tr("%1M").arg(in(1e6));
    //: A thousand behind a number on an axis.
    if (largest >= 1e4)
        return tr("%1k").arg(in(1e3));
    return in(1);
}

QString ChartNumbers::percent(double share, int decimals) const
{
    const double hundred = share * 100;
    const bool whole = std::abs(hundred - std::round(hundred)) < 1e-9;
    // The blank does not break.
    return m_locale.toString(hundred + 0.0, 'f', whole ? 0 : decimals) + QStringLiteral("\u00a0%");
}

QString ChartNumbers::date(double julianDay) const
{
    const QDate day = std::abs(julianDay) < 1e8 ? QDate::fromJulianDay(qint64(julianDay)) : QDate();
    return day.isValid() ? m_locale.toString(day, u"d MMM yyyy"_s) : nothing();
}

} // namespace linnet::draw

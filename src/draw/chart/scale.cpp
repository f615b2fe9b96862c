// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/scale.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

constexpr double SameWithin = 1e-9;

double roundStep(double least)
{
    const double power = std::pow(10.0, std::floor(std::log10(least)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

} // namespace

Scale::Scale(double one, double other, Wish wish)
{
    auto [low, high] = std::minmax({one, other}); // by value
    if (wish.zero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    // Between numbers that are all but the same there are no others to write at the ticks.
    if (high - low <= std::max(std::abs(low), std::abs(high)) * SameWithin) {
        const double room = low == 0 ? 1 : std::abs(low) / 2;
        high += room;
        low = low == 0 ? 0 : low - room;
    }
    m_step = roundStep((high - low) / std::max(1, wish.ticks));
    if (wish.whole)
        m_step = std::max(1.0, m_step);
    // What was calculated may miss a round number by a little.
    m_low = std::floor(low / m_step + 1e-9) * m_step;
    m_high = std::ceil(high / m_step - 1e-9) * m_step;
    if (!(m_high > m_low))
        m_high = m_low + m_step;
}

std::vector<double> Scale::ticks() const
{
    const auto count = int(std::clamp(std::round((m_high - m_low) / m_step), 1.0, 1000.0));
    std::vector<double> result;
    for (int i = 0; i <= count; ++i) {
        const double tick = m_low + i * m_step;
        result.push_back(std::abs(tick) < m_step * 1e-6 ? 0 : tick);
    }
    return result;
}

double Scale::share(double value) const
{
    return std::clamp((value - m_low) / (m_high - m_low), 0.0, 1.0);
}

} // namespace linnet::draw

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace linnet::draw {

/// An axis of numbers that begins and ends at a tick; ticks are 1, 2 or 5 times a power of ten apart.
class Scale
{
public:
    struct Wish
    {
        bool zero = true;   ///< zero is on the axis
        bool whole = false; ///< no ticks between whole numbers
        int ticks = 5;      ///< about so many steps, at least 1
    };

    Scale() = default;
    /// Holds both values, which are finite and in any order.
    Scale(double one, double other, Wish wish);

    double low() const { return m_low; }
    double high() const { return m_high; }
    double step() const { return m_step; }
    std::vector<double> ticks() const;
    /// Where a value stands: 0 at low(), 1 at high(); never outside.
    double share(double value) const;

private:
    double m_low = 0;
    double m_high = 1;
    double m_step = 1;
};

} // namespace linnet::draw

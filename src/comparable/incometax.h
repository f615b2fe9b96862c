// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>

#include <vector>

namespace linnet::comparable {

inline constexpr double MonthsOfYear = 12;

/// A tax on the income of a year by marginal steps: each rate is taken of the part above its step only.
/// What is for a month is the twelfth of a year: the year's average month, whatever month the tax rises in.
class IncomeTax
{
public:
    /// "0:13 2400000:15": above so much a year, so many percent; from 0 on, rising, 0 to 99 percent.
    static Result<IncomeTax> parse(QByteArrayView text);

    double netOfMonth(double gross) const;
    double grossOfMonth(double net) const;

private:
    struct Step
    {
        double above = 0; ///< a year, before tax
        double rate = 0;  ///< of what is above, 0 to below 1
        double net = 0;   ///< what is left of `above` after tax
    };
    std::vector<Step> m_steps; ///< at least one
};

} // namespace linnet::comparable

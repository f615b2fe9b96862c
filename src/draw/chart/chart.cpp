// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chart.h"

#include <algorithm>
#include <cmath>

namespace linnet::draw {

namespace {

constexpr double Farthest = 1e300; ///< differences of such values are still numbers

std::optional<double> usable(std::optional<double> value)
{
    if (!value || !std::isfinite(*value))
        return {};
    return std::clamp(*value, -Farthest, Farthest);
}

} // namespace

int Chart::seriesCount() const
{
    return std::max(1, int(series.size()));
}

std::optional<double> Chart::value(int group, int series_) const
{
    const std::vector<std::optional<double>> &values = groups[size_t(group)].values;
    if (series_ >= int(values.size()))
        return {};
    const std::optional<double> value = usable(values[size_t(series_)]);
    return value && kind == ChartKind::Shares ? std::max(0.0, *value) : value;
}

Quantiles Chart::quantiles(int group) const
{
    const Quantiles &of = groups[size_t(group)].quantiles;
    return {usable(of.p10), usable(of.p25), usable(of.median), usable(of.p75), usable(of.p90)};
}

bool Chart::isFew(int group, int series_) const
{
    const ChartGroup &of = groups[size_t(group)];
    return series_ < int(of.sides.size()) ? of.sides[size_t(series_)].few : of.few;
}

bool Chart::isEmpty() const
{
    if (kind == ChartKind::Ranges)
        return groups.empty();
    for (int group = 0; group < int(groups.size()); ++group) {
        for (int i = 0; i < seriesCount(); ++i) {
            const std::optional<double> found = value(group, i);
            if (found && (kind != ChartKind::Shares || *found > 0))
                return false;
        }
    }
    return true;
}

} // namespace linnet::draw

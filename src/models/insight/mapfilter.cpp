// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/mapfilter.h"

#include <cmath>
#include <limits>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;

namespace {

constexpr double Infinity = std::numeric_limits<double>::infinity();

const QString &latitude()
{
    static const QString key = u"lat"_s;
    return key;
}

const QString &longitude()
{
    static const QString key = u"lng"_s;
    return key;
}

std::optional<std::pair<double, double>> range(const Condition &condition)
{
    if (condition.op != FilterOp::Between || condition.operands.size() != 2)
        return {};
    const auto *low = std::get_if<double>(&condition.operands[0]);
    const auto *high = std::get_if<double>(&condition.operands[1]);
    return low && high ? std::optional(std::pair(*low, *high)) : std::nullopt;
}

} // namespace

table::Filter MapFilter::without(const table::Filter &filter)
{
    return filter.without(latitude()).without(longitude());
}

table::Filter MapFilter::with(const table::Filter &filter, const draw::MapBox &box)
{
    table::Filter result = without(filter);
    result.conditions.append({latitude(), FilterOp::Between, {box.south, box.north}, false});
    if (box.west <= box.east)
        result.conditions.append({longitude(), FilterOp::Between, {box.west, box.east}, false});
    else // over 180 degrees: all but the rest of the world
        result.conditions.append({longitude(),
                                  FilterOp::Between,
                                  {std::nextafter(box.east, Infinity), std::nextafter(box.west, -Infinity)},
                                  true});
    return result;
}

std::optional<draw::MapBox> MapFilter::boxOf(const table::Filter &filter)
{
    const QList<Condition> latitudes = filter.of(latitude());
    const QList<Condition> longitudes = filter.of(longitude());
    if (latitudes.size() != 1 || longitudes.size() != 1 || latitudes[0].negated)
        return {};
    const auto up = range(latitudes[0]);
    const auto along = range(longitudes[0]);
    if (!up || !along)
        return {};
    if (!longitudes[0].negated)
        return draw::MapBox{up->first, along->first, up->second, along->second};
    return draw::MapBox{up->first, std::nextafter(along->second, Infinity), up->second,
                        std::nextafter(along->first, -Infinity)};
}

} // namespace linnet::models

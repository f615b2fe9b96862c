// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/map/mapclusters.h"
#include "table/filter.h"

#include <optional>

namespace linnet::models {

/// A part of a map as conditions of a filter, and back: what is chosen there, the table is filtered by.
struct MapFilter
{
    static table::Filter without(const table::Filter &filter);
    /// In place of any other part.
    static table::Filter with(const table::Filter &filter, const draw::MapBox &box);
    /// Nothing when its conditions on coordinates are none that a map sets.
    static std::optional<draw::MapBox> boxOf(const table::Filter &filter);
};

} // namespace linnet::models

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

struct sqlite3;

namespace linnet::store {

/// What linnet_alike() is asked; the numbers stand in the SQL of views.
enum class AlikePart : int
{
    NearDistance = 0,   ///< bits
    NearFirst = 1,      ///< number of an address
    TwinKinds = 2,      ///< text
    TwinNumber = 3,     ///< number of an address
    CanonicalLinks = 4, ///< of the address that pages name as canonical
    LinkScore = 5,      ///< 0 to 100
    Component = 6,      ///< from 1; this and the next two: what SiteGraph says
    Core = 7,
    Betweenness = 8,
};

/// Adds linnet_alike(part, writes, run_id, number): what AlikePages and SiteGraph say of an address of a
/// crawl. `writes` of the table moment tells it when to reckon again.
Result<void> addAlikeFunction(sqlite3 *connection);

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <vector>

namespace linnet::test {

/// An invented ad and the job that it is.
struct LabelledAd
{
    table::Cells cells; ///< of table::vacancySchema()
    int job = 0;
    const char *kind = ""; ///< how it came to be: "repost", "edited", "renamed", "agency", "region", …
};

/// About so many ads in Russian and English: jobs that are published once and several times (again, edited,
/// under another title, by an agency), and what only looks like that: other regions, one template for many
/// positions, one position with many texts, a chain with one text in fifty towns.
std::vector<LabelledAd> labelledAds(int count, unsigned seed);

} // namespace linnet::test

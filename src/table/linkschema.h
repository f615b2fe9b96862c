// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// The links of the pages of a crawl, one row for each place that names an address: the eight contract
/// columns first, then Linnet's own.
const Schema &linkSchema();

/// Positions in linkSchema().columns, for the code that makes rows.
enum class LinkColumn : int
{
    SourceUrl,
    ParsedUrl, ///< without fragment
    Element,   ///< tag name in lower case: a, area, link, img, script, iframe, frame, form, source, video,
               ///< audio, meta
    Anchor,
    Rel,
    Fragment, ///< without #; null when there is none
    TargetStatus,
    Line,        ///< from 1
    Nofollow,    ///< by rel, meta robots or X-Robots-Tag
    Internal,    ///< the target is within the scope of the crawl
    TargetState, ///< state of the target's row in pageSchema()
    TargetVerdict,
    TargetWhy,      ///< why_not_fetched of the target
    TargetReason,   ///< reason of the target
    TargetFinalUrl, ///< final_url of the target
    FragmentFound,  ///< null without fragment, or when the target was not read
    Count,
};

} // namespace linnet::table

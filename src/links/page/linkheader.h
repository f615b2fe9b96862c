// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linnet::links {

/// One value of a Link header (RFC 8288, 3).
struct LinkValue
{
    std::string target; ///< as written
    std::string rel;
    std::string hreflang;
};

/// All values of the header; what is no link is passed over.
std::vector<LinkValue> parseLinkHeader(std::string_view header);

} // namespace linnet::links

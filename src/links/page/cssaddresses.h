// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linnet::links {

/// An address in a style sheet.
struct CssAddress
{
    std::string url;        ///< as written, escapes resolved; neither empty nor a place (#) or data: itself
    std::size_t offset = 0; ///< of url( or of the string
    bool isSheet = false;   ///< of an @import rule

    bool operator==(const CssAddress &) const = default;
};

/// What a style sheet or a style attribute loads: url(), src() and the strings of @import and image-set(),
/// in order (CSS Syntax Level 3, 4.3; CSS Values Level 4, 4.5; CSS Images Level 4, 2.4). Names of namespaces
/// load nothing. Linear, any bytes.
std::vector<CssAddress> cssAddresses(std::string_view css);

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace linnet::links {

/// The content of a meta element with http-equiv "refresh".
struct Refresh
{
    double seconds = 0;
    std::string_view url; ///< as written; empty = the page itself
};

/// Reads it as browsers do (WHATWG HTML 7.5.10, the shared declarative refresh steps); nothing when they
/// would not refresh.
std::optional<Refresh> parseRefresh(std::string_view content);

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace linnet::url {

/// Appends a query, its "?" included, percent-encoded as browsers do it for http (URL Standard §1.3): letters
/// beyond ASCII in the given encoding (a name of the Encoding Standard; empty = UTF-8), those that it does
/// not have as "%26%231234%3B". Linear.
void appendQuery(std::string &to, std::string_view query, std::string_view encoding);

} // namespace linnet::url

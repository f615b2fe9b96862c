// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace linnet::links {

/// The addresses of a srcset attribute (WHATWG HTML 4.8.4.2.2), as written; whatever their descriptors say.
std::vector<std::string_view> srcsetUrls(std::string_view srcset);

} // namespace linnet::links

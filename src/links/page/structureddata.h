// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linnet::links {

/// Adds the types that a block of JSON-LD names at its top or in its graph, each once and at most twenty.
/// False when the block is no JSON.
bool readDataTypes(std::string_view block, std::vector<std::string> &types);

} // namespace linnet::links

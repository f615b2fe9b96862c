// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/page/pagedetails.h"

#include <string_view>

namespace linnet::links {

/// Adds the types that a block of JSON-LD names at its top or in its graph, each once and at most twenty, and
/// what it says of jobs there. False when the block is no JSON.
bool readStructuredData(std::string_view block, std::vector<std::string> &types, JobData &jobs);

} // namespace linnet::links

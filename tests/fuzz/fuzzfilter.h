// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// The filter language and the cells above columns: what was read is written so that it reads the same, and
/// every filter can be asked of a project.
int fuzzFilter(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

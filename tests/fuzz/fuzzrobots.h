// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// robots.txt: patterns match as their definition says, line ends and foreign groups change nothing, a
/// verdict names the line that it comes from.
int fuzzRobots(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

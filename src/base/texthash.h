// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace linnet {

/// 128 bits of a text by MurmurHash3 (x64, seed 0): the same on every machine, so that it can be stored.
/// Tells equal texts from different ones that nobody made to collide.
std::array<std::uint64_t, 2> textHash(std::string_view text);

} // namespace linnet

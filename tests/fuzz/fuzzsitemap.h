// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Sitemaps, plain, packed and in pieces: they say the same, and no entry is lost without being counted.
int fuzzSitemap(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Release::read(): what is taken is a version and a page of the web, and nothing else.
int fuzzRelease(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

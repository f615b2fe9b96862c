// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// redacted(): a secret in a line of its own is hidden whatever stands around it.
int fuzzRedacted(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

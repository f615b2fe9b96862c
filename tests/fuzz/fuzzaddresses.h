// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Lists of addresses, as lines and as tables: every line is taken, repeated or refused, what was taken reads
/// as itself, and a table that is written as CSV is the same table again.
int fuzzAddresses(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

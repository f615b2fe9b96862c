// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Files of JSON records: the same in pieces of any size, gone on with at any place, and as Qt reads them.
int fuzzRecords(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

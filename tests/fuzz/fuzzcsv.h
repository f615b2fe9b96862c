// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// imports::CsvReader and what tells how a text is written: pieces of any size give the same, each place can
/// be begun at, nothing is lost.
int fuzzCsv(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

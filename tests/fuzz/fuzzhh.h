// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Answers of hh.ru, lists and details: every item is a row, left out or counted as unreadable.
int fuzzHh(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Answers to the sources of vacancies/boards, each read by all of them: every record is a row, left out or
/// counted as unreadable.
int fuzzBoards(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz

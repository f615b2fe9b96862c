// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linnet::encoding {

/// Position of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
std::size_t validUtf8Length(std::string_view bytes);

/// True for well-formed UTF-8, so also for ASCII.
inline bool isValidUtf8(std::string_view bytes)
{
    return validUtf8Length(bytes) == bytes.size();
}

/// What stands at the beginning of text that is no UTF-8.
struct Malformed
{
    std::size_t length = 1; ///< of the longest beginning of a sequence ("maximal subpart"), at least 1
    bool isCut = false;     ///< more bytes could make it well-formed
};

/// Of at least one byte, at a position that validUtf8Length() gave.
Malformed malformedUtf8(std::string_view bytes);

/// How many of the bytes are ASCII before the first that is not.
std::size_t asciiLength(const std::uint8_t *begin, const std::uint8_t *end);

} // namespace linnet::encoding

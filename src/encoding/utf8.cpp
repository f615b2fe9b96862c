// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/utf8.h"

#include <algorithm>
#include <cstring>

namespace linnet::encoding {

namespace {

constexpr bool isTail(std::uint8_t byte)
{
    return (byte & 0xC0) == 0x80;
}

/// The sequence that a first byte begins: its length (0 = none) and the bytes that may come second.
struct Lead
{
    std::size_t length = 0;
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;

    explicit Lead(std::uint8_t first)
    {
        if (first < 0xC2 || first > 0xF4)
            return;
        length = first < 0xE0 ? 2 : (first < 0xF0 ? 3 : 4);
        low = first == 0xE0 ? 0xA0 : (first == 0xF0 ? 0x90 : 0x80);
        high = first == 0xED ? 0x9F : (first == 0xF4 ? 0x8F : 0xBF);
    }
    bool mayFollow(std::uint8_t second) const { return second >= low && second <= high; }
};

/// Length of the well-formed sequence at the start, 0 when it is none.
std::size_t sequenceLength(const std::uint8_t *at, std::size_t left)
{
    if (at[0] < 0x80)
        return 1;
    const Lead lead(at[0]);
    if (lead.length == 0 || left < lead.length || !lead.mayFollow(at[1]))
        return 0;
    return std::all_of(at + 2, at + lead.length, isTail) ? lead.length : 0;
}

} // namespace

std::size_t asciiLength(const std::uint8_t *begin, const std::uint8_t *end)
{
    constexpr std::uint64_t HighBits = 0x8080808080808080U;
    const std::uint8_t *at = begin;
    std::uint64_t word = 0;
    while (std::size_t(end - at) >= sizeof word) {
        std::memcpy(&word, at, sizeof word);
        if ((word & HighBits) != 0)
            break;
        at += sizeof word;
    }
    while (at < end && *at < 0x80)
        ++at;
    return std::size_t(at - begin);
}

std::size_t validUtf8Length(std::string_view bytes)
{
    const auto *begin = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const std::size_t size = bytes.size();
    constexpr std::uint64_t HighBits = 0x8080808080808080U;
    for (std::size_t i = 0; i < size;) {
        std::uint64_t word = 0;
        if (i + sizeof word <= size) {
            std::memcpy(&word, begin + i, sizeof word);
            if ((word & HighBits) == 0) {
                i += sizeof word;
                continue;
            }
        }
        // At least one letter; eight bytes at once only pay where ASCII is long.
        do {
            const std::size_t length = sequenceLength(begin + i, size - i);
            if (length == 0)
                return i;
            i += length;
        } while (i < size && begin[i] >= 0x80);
    }
    return size;
}

Malformed malformedUtf8(std::string_view bytes)
{
    const auto *at = reinterpret_cast<const std::uint8_t *>(bytes.data());
    const Lead lead(at[0]);
    std::size_t length = 1;
    if (lead.length == 0 || (bytes.size() > 1 && !lead.mayFollow(at[1])))
        return {};
    while (length < bytes.size() && length < lead.length && isTail(at[length]))
        ++length;
    return {length, length == bytes.size() && length < lead.length};
}

} // namespace linnet::encoding

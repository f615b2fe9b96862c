// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace linnet::url {

/// The percent-encode sets of URL Standard §1.3; each value is a bit of percentTable.
enum class EncodeSet : std::uint8_t
{
    Fragment = 1,
    Query = 2, ///< of special schemes, so with the apostrophe
    Path = 4,
    UserInfo = 8
};

namespace detail {

constexpr std::array<std::uint8_t, 256> makePercentTable()
{
    std::array<std::uint8_t, 256> table{};
    const auto mark = [&table](std::string_view bytes, unsigned sets) {
        for (const char c : bytes)
            table[std::uint8_t(c)] = std::uint8_t(table[std::uint8_t(c)] | sets);
    };
    constexpr unsigned Fragment = 1, Query = 2, Path = 4, UserInfo = 8;
    for (unsigned byte = 0; byte < 256; ++byte) {
        if (byte < 0x20 || byte > 0x7E)
            table[byte] = Fragment | Query | Path | UserInfo;
    }
    mark(" \"<>", Fragment | Query | Path | UserInfo);
    mark("`", Fragment | Path | UserInfo);
    mark("#", Query | Path | UserInfo);
    mark("'", Query);
    mark("?^{}", Path | UserInfo);
    mark("/:;=@[\\]|", UserInfo);
    return table;
}

} // namespace detail

inline constexpr std::array<std::uint8_t, 256> percentTable = detail::makePercentTable();

constexpr bool needsPercent(char c, EncodeSet set)
{
    return (percentTable[std::uint8_t(c)] & std::uint8_t(set)) != 0;
}

/// Appends "%XX" for one byte.
void appendPercent(std::string &to, char byte);
/// Appends bytes, those of the set as "%XX"; a "%" that is there already stays.
void appendEncoded(std::string &to, std::string_view bytes, EncodeSet set);
/// A "%" without two hexadecimal digits becomes "%25".
std::string withoutStrayPercents(std::string_view text);

} // namespace linnet::url

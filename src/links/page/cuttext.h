// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace linnet::links {

/// Bytes kept of what is no address of the web.
inline constexpr std::size_t LongestForeign = 2000;

/// At most the first bytes of a UTF-8 text, never a part of a letter.
inline std::string_view cutView(std::string_view text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return text;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    return text.substr(0, bytes);
}

/// The same in its place.
inline void cutText(std::string &text, std::size_t bytes)
{
    text.resize(cutView(text, bytes).size());
}

} // namespace linnet::links

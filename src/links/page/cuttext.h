// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace linnet::links {

/// Bytes kept of what is no address of the web.
inline constexpr std::size_t LongestForeign = 2000;

/// Keeps at most the first bytes of a UTF-8 text, never a part of a letter.
inline void cutText(std::string &text, std::size_t bytes)
{
    if (text.size() <= bytes)
        return;
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80)
        --bytes;
    text.resize(bytes);
}

} // namespace linnet::links

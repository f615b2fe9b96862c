// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/ascii.h"

#include <cstddef>

namespace linnet::html {

/// Bytes of the white space at the start of a text, 0 when it begins with a letter. Non-breaking spaces
/// count: they only lay out, and text with them is not found by people who type a space.
constexpr std::size_t spaceLength(std::string_view text)
{
    if (isSpace(text.front()) || text.front() == '\v')
        return 1;
    return text.starts_with("\xC2\xA0") ? 2 : 0;
}

/// Bytes up to the next white space or the end; the text begins with a letter.
constexpr std::size_t wordLength(std::string_view text)
{
    std::size_t length = 1;
    for (; length < text.size(); ++length) {
        const char c = text[length];
        // All white space is up to the blank, but for the two bytes of the non-breaking one.
        const bool candidate = static_cast<unsigned char>(c) <= ' ' || c == '\xC2';
        if (candidate && spaceLength(text.substr(length)) > 0)
            break;
    }
    return length;
}

} // namespace linnet::html

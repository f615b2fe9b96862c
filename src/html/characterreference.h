// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linnet::html {

/// What a character reference at the start of some input stands for (WHATWG HTML 13.2.5.72 to 13.2.5.80).
struct CharacterReference
{
    std::size_t length = 0;  ///< bytes of input that it takes, "&" included; 0 = the ampersand is plain text
    bool incomplete = false; ///< more input is needed to tell; only when it is not the last
    std::uint8_t size = 0;   ///< bytes of utf8 in use
    std::array<char, 8> utf8{};

    std::string_view text() const { return {utf8.data(), size}; }
};

enum class ReferencePlace : std::uint8_t
{
    Text,
    Attribute
};

/// Reads the reference at the start of input, which begins with "&". `last` says that no more input follows.
/// In attributes a name without semicolon before "=", a letter or a digit is plain text.
CharacterReference readReference(std::string_view input, ReferencePlace place, bool last);

} // namespace linnet::html

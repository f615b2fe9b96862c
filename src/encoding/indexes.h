// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace linnet::encoding {

/// The indexes of the Encoding Standard (§5): the code point at a pointer, 0 where there is none. The other
/// way each is searched by a list that is sorted when it is first needed.

/// Of the bytes 0x80 to 0xFF; null when the encoding has no such index.
const char16_t *singleByteIndex(std::string_view name);

struct Index
{
    enum Name : std::uint8_t
    {
        Big5,
        EucKr,
        Gb18030, ///< of two bytes
        Jis0208,
        Jis0212,
    };
    static constexpr std::uint32_t None = 0xFFFF'FFFF;

    static char32_t at(Name name, std::uint32_t pointer);
    /// The first pointer of a code point, else None. Of Big5 as "index Big5 pointer" has it.
    static std::uint32_t pointerOf(Name name, char32_t point);
    /// "Index Shift_JIS pointer".
    static std::uint32_t shiftJisPointerOf(char32_t point);
};

/// Of four bytes of gb18030 ("index gb18030 ranges code point" and "… pointer"); 0 and Index::None where
/// there is none.
char32_t gb18030Range(std::uint32_t pointer);
std::uint32_t gb18030RangePointerOf(char32_t point);

/// ISO-2022-JP writes half-width katakana (from U+FF61) as these.
char32_t wideKatakana(char32_t half);

} // namespace linnet::encoding

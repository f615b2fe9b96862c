// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace linnet::encoding {

/// How the bytes of an encoding are read.
enum class Scheme : std::uint8_t
{
    Utf8,
    Utf16Be,
    Utf16Le,
    SingleByte,
    Gbk, ///< read as gb18030, written without its four bytes
    Gb18030,
    Big5,
    EucJp,
    Iso2022Jp,
    ShiftJis,
    EucKr,
    UserDefined,
    Replacement, ///< markup could hide in such a text from checks, so browsers show none of it
};

/// An encoding of the Encoding Standard (https://encoding.spec.whatwg.org, §4.2). Everywhere else an encoding
/// is its name.
struct Encoding
{
    std::string_view name; ///< as "UTF-8" or "windows-1251"; lives for ever
    Scheme scheme;
    std::string_view labels; ///< each between blanks

    /// Null when no encoding has this name.
    static const Encoding *named(std::string_view name);
};

/// The name of the encoding that a label stands for (§4.2, "get an encoding": any case, white space around it
/// does not count); empty when the label is unknown.
std::string_view nameForLabel(std::string_view label);

struct Mark
{
    std::string_view name;  ///< of the encoding
    std::size_t length = 0; ///< in bytes, which are no text
};

/// The byte order mark at the beginning (§6, "BOM sniff").
std::optional<Mark> byteOrderMark(std::string_view bytes);

/// UTF-16 without a mark, by its name: what people write in it is mostly ASCII, so that every other byte is
/// zero. Empty when it is none; looks at the first thousand bytes.
std::string_view unmarkedUtf16(std::string_view bytes);

} // namespace linnet::encoding

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linnet::html {

/// Which witness told the encoding; the first that speaks wins, in this order (WHATWG HTML 13.2.3.1).
enum class EncodingSource : std::uint8_t
{
    ByteOrderMark,
    Http,  ///< the charset of Content-Type
    Meta,  ///< a meta element in the first 1,024 bytes
    Bytes, ///< nothing but ASCII, or valid UTF-8
    Guess, ///< the statistics of the letters
    Default
};

/// Stored code of a source: "bom", "http", "meta", "bytes", "guess", "default".
std::string_view sourceCode(EncodingSource source);

struct DetectedEncoding
{
    std::string_view name; ///< of the Encoding Standard, as "UTF-8" or "windows-1251"; lives for ever
    EncodingSource source = EncodingSource::Default;
    std::size_t markLength = 0; ///< bytes of the byte order mark, which are no text
};

/// The encoding of a document as browsers find it; falls back to windows-1252. `httpCharset` is the label of
/// the Content-Type header, empty when there is none. Looks at no more than the first 64 KB but for the
/// validity of UTF-8.
DetectedEncoding detectEncoding(std::string_view body, std::string_view httpCharset);

/// What a meta element of the first 1,024 bytes says (WHATWG HTML 13.2.3.2); empty when none does.
std::string_view prescanMeta(std::string_view body);

} // namespace linnet::html

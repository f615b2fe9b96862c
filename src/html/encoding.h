// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
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

/// The encoding that a label stands for (Encoding Standard §4.2, any case, white space around it does not
/// count); empty when the label is unknown.
std::string_view encodingForLabel(std::string_view label);

/// The encoding of a document as browsers find it; falls back to windows-1252. `httpCharset` is the label of
/// the Content-Type header, empty when there is none. Looks at no more than the first 64 KB but for the
/// validity of UTF-8.
DetectedEncoding detectEncoding(std::string_view body, std::string_view httpCharset);

/// The name under which QStringDecoder and QStringEncoder know an encoding of the Encoding Standard.
const char *codecName(std::string_view encoding);

/// What a meta element of the first 1,024 bytes says (WHATWG HTML 13.2.3.2); empty when none does.
std::string_view prescanMeta(std::string_view body);

/// True for well-formed UTF-8 (Unicode 15, table 3-7), so also for ASCII.
bool isValidUtf8(std::string_view bytes);

/// A text in UTF-8.
struct DecodedText
{
    std::string_view text; ///< of the bytes themselves when they need no change, else of the buffer
    bool faulty = false;   ///< some bytes stand for nothing in the encoding and became U+FFFD
};

/// Decodes bytes, which begin after a byte order mark, from the encoding of that name.
DecodedText decodeToUtf8(std::string_view bytes, std::string_view encoding, std::string &buffer);

} // namespace linnet::html

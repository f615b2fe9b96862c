// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encoding/encoding.h"
#include "encoding/iso2022jp.h"
#include "encoding/utf8sink.h"

#include <string>
#include <string_view>

namespace linnet::encoding {

/// Bytes of any encoding of the Encoding Standard to UTF-8, piece by piece. What stands for nothing becomes
/// U+FFFD, by the standard's rules (§4.1, "error mode replacement"). Linear; any thread.
class Decoder
{
public:
    /// The name of an encoding; any other is read as UTF-8.
    explicit Decoder(std::string_view encoding);

    /// Appends the text of the next bytes, which begin after a byte order mark.
    void append(std::string_view bytes, std::string &to) { read(bytes, false, to); }
    /// The last bytes: a letter that they cut becomes U+FFFD.
    void finish(std::string_view bytes, std::string &to) { read(bytes, true, to); }
    bool isFaulty() const { return m_isFaulty; } ///< some bytes stood for nothing

private:
    void read(std::string_view bytes, bool isLast, std::string &to);
    std::size_t decode(std::string_view bytes, bool isLast, Utf8Sink &to);
    std::size_t decodeUtf8(std::string_view bytes, bool isLast, Utf8Sink &to);
    std::size_t decodeUtf16(std::string_view bytes, bool isLast, Utf8Sink &to);
    void decodeSingle(std::string_view bytes, Utf8Sink &to) const;
    std::size_t decodeMultibyte(std::string_view bytes, bool isLast, Utf8Sink &to);

    Scheme m_scheme = Scheme::Utf8;
    const char16_t *m_index = nullptr; ///< of a single-byte encoding
    Iso2022Jp m_japanese;
    std::string m_cut; ///< the beginning of a letter
    bool m_isFaulty = false;
    bool m_isReplaced = false;
};

/// A text in UTF-8.
struct DecodedText
{
    std::string_view text; ///< of the bytes themselves when they need no change, else of the buffer
    bool faulty = false;   ///< some bytes stand for nothing in the encoding and became U+FFFD
};

/// All of a text, which begins after a byte order mark, from the encoding of that name.
DecodedText decodeToUtf8(std::string_view bytes, std::string_view encoding, std::string &buffer);

} // namespace linnet::encoding

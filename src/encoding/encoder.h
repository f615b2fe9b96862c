// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encoding/encoding.h"

#include <string>
#include <string_view>

namespace linnet::encoding {

/// Letters to the bytes of an encoding of the Encoding Standard, as forms and the queries of addresses need
/// them (§4.3, "output encoding": UTF-8 for UTF-16 and the replacement encoding, and for names that are
/// none).
class Encoder
{
public:
    explicit Encoder(std::string_view encoding);

    /// Appends the bytes of a code point; false when the encoding has none for it. ISO-2022-JP begins and
    /// ends each letter in ASCII only after finish().
    bool append(char32_t point, std::string &to);
    /// Ends what append() began, so that ASCII can follow.
    void finish(std::string &to);

private:
    enum class State : std::uint8_t
    {
        Ascii,
        Roman,
        Jis0208,
    };

    bool appendSingle(char32_t point, std::string &to) const;
    bool appendGb18030(char32_t point, std::string &to) const;
    bool appendIso2022Jp(char32_t point, std::string &to);
    void switchTo(State state, std::string &to);

    Scheme m_scheme = Scheme::Utf8;
    const char16_t *m_index = nullptr;
    State m_state = State::Ascii;
};

} // namespace linnet::encoding

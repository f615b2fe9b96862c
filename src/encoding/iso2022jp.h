// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encoding/utf8sink.h"

#include <cstdint>

namespace linnet::encoding {

/// The decoder of ISO-2022-JP (Encoding Standard §12.2.1): escape sequences say what the following bytes are.
/// It remembers where it is from one piece of bytes to the next.
class Iso2022Jp
{
public:
    void take(std::uint8_t byte, Utf8Sink &to);
    /// After the last byte.
    void finish(Utf8Sink &to);

private:
    enum class State : std::uint8_t
    {
        Ascii,
        Roman,
        Katakana,
        Leading,
        Trailing,
        EscapeStart,
        Escape,
    };

    void takeLetter(std::uint8_t byte, Utf8Sink &to);
    bool isEscape(std::uint8_t byte) const;
    void leaveEscape(Utf8Sink &to);

    State m_state = State::Ascii;
    State m_output = State::Ascii; ///< what is read when an escape sequence is none
    std::uint8_t m_leading = 0;
    bool m_isJustSwitched = false;
};

} // namespace linnet::encoding

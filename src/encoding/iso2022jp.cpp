// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/iso2022jp.h"

#include "encoding/indexes.h"

namespace linnet::encoding {

namespace {

constexpr std::uint8_t EscapeByte = 0x1B;

} // namespace

void Iso2022Jp::take(std::uint8_t byte, Utf8Sink &to)
{
    switch (m_state) {
    case State::EscapeStart:
        if (byte == '$' || byte == '(') {
            m_leading = byte;
            m_state = State::Escape;
            return;
        }
        leaveEscape(to);
        take(byte, to);
        return;
    case State::Escape:
        if (isEscape(byte)) {
            if (m_leading == '$')
                m_output = State::Leading;
            else
                m_output = byte == 'B' ? State::Ascii : (byte == 'J' ? State::Roman : State::Katakana);
            m_state = m_output;
            // Two in a row could hide what a filter looks for.
            if (m_isJustSwitched)
                to.fault();
            m_isJustSwitched = true;
            return;
        }
        leaveEscape(to);
        take(m_leading, to);
        take(byte, to);
        return;
    default:
        break;
    }
    if (byte == EscapeByte) {
        if (m_state == State::Trailing)
            to.fault();
        m_state = State::EscapeStart;
        return;
    }
    m_isJustSwitched = false;
    takeLetter(byte, to);
}

void Iso2022Jp::takeLetter(std::uint8_t byte, Utf8Sink &to)
{
    const bool isPart = byte >= 0x21 && byte <= 0x7E;
    char32_t point = 0;
    bool isLetter = false;
    switch (m_state) {
    case State::Roman:
    case State::Ascii:
        isLetter = byte < 0x80 && byte != 0x0E && byte != 0x0F;
        point = byte;
        if (m_state == State::Roman && byte == '\\')
            point = U'¥';
        if (m_state == State::Roman && byte == '~')
            point = U'‾';
        break;
    case State::Katakana:
        isLetter = byte >= 0x21 && byte <= 0x5F;
        point = 0xFF61U - 0x21U + byte;
        break;
    case State::Leading:
        if (isPart) {
            m_leading = byte;
            m_state = State::Trailing;
            return;
        }
        break;
    case State::Trailing:
        m_state = State::Leading;
        point = isPart ? Index::at(Index::Jis0208, (m_leading - 0x21U) * 94 + byte - 0x21U) : 0;
        isLetter = point != 0;
        break;
    case State::EscapeStart:
    case State::Escape:
        break;
    }
    if (isLetter)
        to.put(point);
    else
        to.fault();
}

bool Iso2022Jp::isEscape(std::uint8_t byte) const
{
    if (m_leading == '$')
        return byte == '@' || byte == 'B';
    return byte == 'B' || byte == 'J' || byte == 'I';
}

/// What began like an escape sequence is none: its first byte stands for nothing.
void Iso2022Jp::leaveEscape(Utf8Sink &to)
{
    m_isJustSwitched = false;
    m_state = m_output;
    to.fault();
}

void Iso2022Jp::finish(Utf8Sink &to)
{
    const State state = m_state;
    if (state == State::EscapeStart || state == State::Escape) {
        leaveEscape(to);
        if (state == State::Escape) {
            take(m_leading, to);
            finish(to);
        }
    } else if (state == State::Trailing) {
        m_state = State::Leading;
        to.fault();
    }
}

} // namespace linnet::encoding

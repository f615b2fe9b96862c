// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/encoder.h"

#include "encoding/indexes.h"
#include "encoding/utf8sink.h"

#include <algorithm>
#include <utility>

namespace linnet::encoding {

namespace {

bool put(std::string &to, std::uint32_t first, std::uint32_t second)
{
    to += char(first);
    to += char(second);
    return true;
}

/// Two bytes of a table with rows of `width`, whose second bytes leave a gap after 0x7E.
bool putRow(std::string &to, std::uint32_t pointer, std::uint32_t width, std::uint32_t beyondGap)
{
    if (pointer == Index::None)
        return false;
    const std::uint32_t tail = pointer % width;
    return put(to, pointer / width + 0x81, tail + (tail < 0x3F ? 0x40 : beyondGap));
}

bool isHalfKatakana(char32_t point)
{
    return point >= 0xFF61 && point <= 0xFF9F;
}

/// Japanese encodings have one minus.
char32_t withWideMinus(char32_t point)
{
    return point == 0x2212 ? 0xFF0D : point;
}

bool appendEucJp(char32_t point, std::string &to)
{
    if (isHalfKatakana(point))
        return put(to, 0x8E, point - 0xFF61 + 0xA1);
    const std::uint32_t pointer = Index::pointerOf(Index::Jis0208, withWideMinus(point));
    return pointer != Index::None && put(to, pointer / 94 + 0xA1, pointer % 94 + 0xA1);
}

bool appendShiftJis(char32_t point, std::string &to)
{
    if (point == 0x80 || isHalfKatakana(point)) {
        to += char(point == 0x80 ? point : point - 0xFF61 + 0xA1);
        return true;
    }
    const std::uint32_t pointer = Index::shiftJisPointerOf(withWideMinus(point));
    if (pointer == Index::None)
        return false;
    const std::uint32_t lead = pointer / 188;
    const std::uint32_t tail = pointer % 188;
    return put(to, lead + (lead < 0x1F ? 0x81 : 0xC1), tail + (tail < 0x3F ? 0x40 : 0x41));
}

// GB18030-2022 gave these letters places of their own; the old ones are still written (§10.2.2).
constexpr std::pair<char32_t, std::uint16_t> PrivateOnes[] = {
    {0xE78D, 0xA6D9}, {0xE78E, 0xA6DA}, {0xE78F, 0xA6DB}, {0xE790, 0xA6DC}, {0xE791, 0xA6DD},
    {0xE792, 0xA6DE}, {0xE793, 0xA6DF}, {0xE794, 0xA6EC}, {0xE795, 0xA6ED}, {0xE796, 0xA6F3},
    {0xE81E, 0xFE59}, {0xE826, 0xFE61}, {0xE82B, 0xFE66}, {0xE82C, 0xFE67}, {0xE832, 0xFE6D},
    {0xE843, 0xFE7E}, {0xE854, 0xFE90}, {0xE864, 0xFEA0}};

} // namespace

Encoder::Encoder(std::string_view encoding)
{
    const Encoding *known = Encoding::named(encoding);
    if (!known || known->scheme == Scheme::Utf16Be || known->scheme == Scheme::Utf16Le ||
        known->scheme == Scheme::Replacement)
        return;
    m_scheme = known->scheme;
    m_index = singleByteIndex(known->name);
}

bool Encoder::append(char32_t point, std::string &to)
{
    if (m_scheme == Scheme::Iso2022Jp)
        return appendIso2022Jp(point, to);
    if (point < 0x80) {
        to += char(point);
        return true;
    }
    const bool isJapanese = m_scheme == Scheme::EucJp || m_scheme == Scheme::ShiftJis;
    if (isJapanese && (point == U'¥' || point == U'‾')) {
        to += point == U'¥' ? '\\' : '~';
        return true;
    }
    switch (m_scheme) {
    case Scheme::SingleByte:
    case Scheme::UserDefined:
        return appendSingle(point, to);
    case Scheme::Gbk:
    case Scheme::Gb18030:
        return appendGb18030(point, to);
    case Scheme::Big5:
        return putRow(to, Index::pointerOf(Index::Big5, point), 157, 0x62);
    case Scheme::EucJp:
        return appendEucJp(point, to);
    case Scheme::ShiftJis:
        return appendShiftJis(point, to);
    case Scheme::EucKr: {
        const std::uint32_t pointer = Index::pointerOf(Index::EucKr, point);
        return pointer != Index::None && put(to, pointer / 190 + 0x81, pointer % 190 + 0x41);
    }
    default: {
        const Utf8Sink::Packed letter = Utf8Sink::Packed::of(point);
        to.append(letter.bytes.data(), letter.length);
        return true;
    }
    }
}

bool Encoder::appendSingle(char32_t point, std::string &to) const
{
    if (!m_index) {
        if (point >= 0xF780 && point <= 0xF7FF)
            to += char(point - 0xF780 + 0x80);
        return point >= 0xF780 && point <= 0xF7FF;
    }
    const char16_t *found = std::find(m_index, m_index + 128, point);
    if (found == m_index + 128)
        return false;
    to += char(0x80 + (found - m_index));
    return true;
}

bool Encoder::appendGb18030(char32_t point, std::string &to) const
{
    const bool isGbk = m_scheme == Scheme::Gbk;
    if (point == 0xE5E5)
        return false;
    if (isGbk && point == U'€') {
        to += '\x80';
        return true;
    }
    const auto *own = std::ranges::find(PrivateOnes, point, &std::pair<char32_t, std::uint16_t>::first);
    if (own != std::end(PrivateOnes))
        return put(to, own->second >> 8U, own->second & 0xFFU);
    if (putRow(to, Index::pointerOf(Index::Gb18030, point), 190, 0x41))
        return true;
    if (isGbk)
        return false;
    const std::uint32_t pointer = gb18030RangePointerOf(point);
    put(to, pointer / 12600 + 0x81, pointer / 1260 % 10 + 0x30);
    return put(to, pointer / 10 % 126 + 0x81, pointer % 10 + 0x30);
}

bool Encoder::appendIso2022Jp(char32_t point, std::string &to)
{
    const bool isYen = point == U'¥' || point == U'‾';
    if (m_state != State::Jis0208 && (point == 0x0E || point == 0x0F || point == 0x1B))
        return false;
    if (point < 0x80 || isYen) {
        const bool fitsRoman = isYen || (point != '\\' && point != '~');
        if (m_state != State::Roman || !fitsRoman)
            switchTo(isYen ? State::Roman : State::Ascii, to);
        // Seen again in ASCII, as the standard has it.
        if (point == 0x0E || point == 0x0F || point == 0x1B)
            return false;
        to += point == U'¥' ? '\\' : (point == U'‾' ? '~' : char(point));
        return true;
    }
    point = withWideMinus(point);
    if (isHalfKatakana(point))
        point = wideKatakana(point);
    const std::uint32_t pointer = Index::pointerOf(Index::Jis0208, point);
    if (pointer == Index::None) {
        if (m_state == State::Jis0208)
            switchTo(State::Ascii, to);
        return false;
    }
    switchTo(State::Jis0208, to);
    return put(to, pointer / 94 + 0x21, pointer % 94 + 0x21);
}

void Encoder::switchTo(State state, std::string &to)
{
    if (m_state == state)
        return;
    m_state = state;
    to += state == State::Ascii ? "\x1B(B" : (state == State::Roman ? "\x1B(J" : "\x1B$B");
}

void Encoder::finish(std::string &to)
{
    switchTo(State::Ascii, to);
}

} // namespace linnet::encoding

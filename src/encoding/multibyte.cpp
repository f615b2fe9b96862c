// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/multibyte.h"

#include "encoding/indexes.h"

namespace linnet::encoding::multibyte {

namespace {

constexpr bool isBetween(std::uint8_t byte, std::uint8_t low, std::uint8_t high)
{
    return byte >= low && byte <= high;
}

/// One byte that is no letter by itself.
bool faultyByte(Source &source, Utf8Sink &to)
{
    ++source.at;
    to.fault();
    return true;
}

/// A letter that is cut by the end of the bytes. At the end of all it stands for nothing.
bool cut(Source &source, Utf8Sink &to)
{
    if (!source.isLast)
        return false;
    source.at = source.end;
    to.fault();
    return true;
}

/// What two bytes are; 0 = nothing.
bool putPair(Source &source, Utf8Sink &to, char32_t point)
{
    if (point != 0) {
        source.at += 2;
        to.put(point);
        return true;
    }
    source.at += source.at[1] < 0x80 ? 1 : 2;
    to.fault();
    return true;
}

/// Four bytes that begin with two of which the second is a digit.
bool gb18030Four(Source &source, Utf8Sink &to)
{
    const std::uint8_t *at = source.at;
    const bool hasThird = source.left() > 2;
    const bool hasFourth = source.left() > 3;
    if ((hasThird && !isBetween(at[2], 0x81, 0xFE)) || (hasFourth && !isBetween(at[3], '0', '9')))
        return faultyByte(source, to);
    if (!hasFourth)
        return cut(source, to);
    const std::uint32_t pointer =
        (at[0] - 0x81U) * 12600 + (at[1] - 0x30U) * 1260 + (at[2] - 0x81U) * 10 + (at[3] - 0x30U);
    source.at += 4;
    if (const char32_t point = gb18030Range(pointer); point != 0)
        to.put(point);
    else
        to.fault();
    return true;
}

} // namespace

bool gb18030(Source &source, Utf8Sink &to)
{
    const std::uint8_t lead = source.at[0];
    if (lead == 0x80) {
        ++source.at;
        to.put(U'€');
        return true;
    }
    if (lead == 0xFF)
        return faultyByte(source, to);
    if (source.left() < 2)
        return cut(source, to);
    const std::uint8_t tail = source.at[1];
    if (isBetween(tail, '0', '9'))
        return gb18030Four(source, to);
    char32_t point = 0;
    if (isBetween(tail, 0x40, 0x7E) || isBetween(tail, 0x80, 0xFE))
        point = Index::at(Index::Gb18030, (lead - 0x81U) * 190 + tail - (tail < 0x7F ? 0x40U : 0x41U));
    return putPair(source, to, point);
}

bool big5(Source &source, Utf8Sink &to)
{
    const std::uint8_t lead = source.at[0];
    if (!isBetween(lead, 0x81, 0xFE))
        return faultyByte(source, to);
    if (source.left() < 2)
        return cut(source, to);
    const std::uint8_t tail = source.at[1];
    if (!isBetween(tail, 0x40, 0x7E) && !isBetween(tail, 0xA1, 0xFE))
        return putPair(source, to, 0);
    const std::uint32_t pointer = (lead - 0x81U) * 157 + tail - (tail < 0x7F ? 0x40U : 0x62U);
    // Four letters of Hong Kong's supplement are two code points.
    const bool isCapital = pointer == 1133 || pointer == 1135;
    if (isCapital || pointer == 1164 || pointer == 1166) {
        to.put(isCapital ? U'\u00CA' : U'\u00EA');
        return putPair(source, to, pointer == 1133 || pointer == 1164 ? U'\u0304' : U'\u030C');
    }
    return putPair(source, to, Index::at(Index::Big5, pointer));
}

bool eucJp(Source &source, Utf8Sink &to)
{
    const std::uint8_t *at = source.at;
    if (at[0] != 0x8E && at[0] != 0x8F && !isBetween(at[0], 0xA1, 0xFE))
        return faultyByte(source, to);
    if (source.left() < 2)
        return cut(source, to);
    if (at[0] == 0x8E)
        return putPair(source, to, isBetween(at[1], 0xA1, 0xDF) ? 0xFF61 + at[1] - 0xA1 : 0);
    if (!isBetween(at[1], 0xA1, 0xFE))
        return putPair(source, to, 0);
    if (at[0] != 0x8F)
        return putPair(source, to, Index::at(Index::Jis0208, (at[0] - 0xA1U) * 94 + at[1] - 0xA1U));
    if (source.left() < 3)
        return cut(source, to);
    ++source.at; // the other two are a pair of another index
    const bool isTail = isBetween(at[2], 0xA1, 0xFE);
    return putPair(source, to, isTail ? Index::at(Index::Jis0212, (at[1] - 0xA1U) * 94 + at[2] - 0xA1U) : 0);
}

bool shiftJis(Source &source, Utf8Sink &to)
{
    const std::uint8_t lead = source.at[0];
    if (lead == 0x80 || isBetween(lead, 0xA1, 0xDF)) {
        ++source.at;
        to.put(char32_t(lead == 0x80 ? 0x80 : 0xFF61 + lead - 0xA1));
        return true;
    }
    if (lead == 0xA0 || lead > 0xFC)
        return faultyByte(source, to);
    if (source.left() < 2)
        return cut(source, to);
    const std::uint8_t tail = source.at[1];
    if (!isBetween(tail, 0x40, 0x7E) && !isBetween(tail, 0x80, 0xFC))
        return putPair(source, to, 0);
    const std::uint32_t pointer =
        (lead - (lead < 0xA0 ? 0x81U : 0xC1U)) * 188 + tail - (tail < 0x7F ? 0x40U : 0x41U);
    const bool isOwn = pointer >= 8836 && pointer <= 10715; // Windows: letters that users made
    return putPair(source, to, isOwn ? 0xE000 - 8836 + pointer : Index::at(Index::Jis0208, pointer));
}

bool eucKr(Source &source, Utf8Sink &to)
{
    const std::uint8_t lead = source.at[0];
    if (!isBetween(lead, 0x81, 0xFE))
        return faultyByte(source, to);
    if (source.left() < 2)
        return cut(source, to);
    const std::uint8_t tail = source.at[1];
    return putPair(source, to,
                   isBetween(tail, 0x41, 0xFE) ? Index::at(Index::EucKr, (lead - 0x81U) * 190 + tail - 0x41U)
                                               : 0);
}

} // namespace linnet::encoding::multibyte

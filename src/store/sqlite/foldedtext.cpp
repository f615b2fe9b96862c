// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/foldedtext.h"

#include "base/textfold.h"

#include <algorithm>
#include <array>

namespace linnet::store {

namespace {

constexpr char32_t Invalid = 0xfffd;

bool isTail(uchar byte)
{
    return (byte & 0xc0) == 0x80;
}

// Reads one code point of two bytes or more and moves the position behind it.
char32_t decodeLong(const uchar *&at, const uchar *end)
{
    const uchar first = *at++;
    const int tails = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    if (first < 0xc2 || first > 0xf4 || end - at < tails || !std::all_of(at, at + tails, isTail))
        return Invalid;
    char32_t point = first & (0x3f >> tails);
    for (int i = 0; i < tails; ++i)
        point = (point << 6) | (*at++ & 0x3f);
    return point;
}

char *encode(char *to, char32_t point)
{
    if (point < 0x80) {
        *to++ = char(point);
    } else if (point < 0x800) {
        *to++ = char(0xc0 | (point >> 6));
        *to++ = char(0x80 | (point & 0x3f));
    } else if (point < 0x10000) {
        *to++ = char(0xe0 | (point >> 12));
        *to++ = char(0x80 | ((point >> 6) & 0x3f));
        *to++ = char(0x80 | (point & 0x3f));
    } else {
        *to++ = char(0xf0 | (point >> 18));
        *to++ = char(0x80 | ((point >> 12) & 0x3f));
        *to++ = char(0x80 | ((point >> 6) & 0x3f));
        *to++ = char(0x80 | (point & 0x3f));
    }
    return to;
}

// All that UTF-8 writes in one or two bytes, folded: English, Russian and most of Europe.
constexpr size_t TableSize = 0x800;
// Marks those beside which others are folded, which are all of one byte.
constexpr char16_t Sign = 0x8000;

const char16_t *foldTable()
{
    static const auto table = [] {
        std::array<char16_t, TableSize> result{};
        for (size_t unit = 0; unit < result.size(); ++unit)
            result[unit] = foldUnit(char16_t(unit)) | (foldsNeighbours(char16_t(unit)) ? Sign : char16_t(0));
        return result;
    }();
    return table.data();
}

char32_t fold(char32_t point)
{
    return point < 0x10000 ? foldUnit(char16_t(point)) : point;
}

} // namespace

QStringView FoldedText::utf16(QByteArrayView utf8)
{
    // UTF-8 never has fewer bytes than UTF-16 has units.
    if (m_units.size() < size_t(utf8.size()))
        m_units.resize(size_t(utf8.size()));
    const char16_t *table = foldTable();
    const auto *at = reinterpret_cast<const uchar *>(utf8.data());
    const uchar *end = at + utf8.size();
    char16_t *to = m_units.data();
    m_signs.clear();
    const auto put = [&to](char16_t unit) {
        *to = unit;
        to += unit != 0; // what is not compared folds to 0
    };
    while (at < end) {
        if (*at < 0x80) {
            const char16_t unit = table[*at++];
            if ((unit & Sign) != 0)
                m_signs.push_back(to - m_units.data());
            *to++ = unit & ~Sign;
            continue;
        }
        if ((*at & 0xe0) == 0xc0 && end - at >= 2 && isTail(at[1])) {
            put(table[(at[0] & 0x1f) << 6 | (at[1] & 0x3f)]);
            at += 2;
            continue;
        }
        const char32_t point = fold(decodeLong(at, end));
        if (point < 0x10000) {
            put(char16_t(point));
        } else {
            *to++ = QChar::highSurrogate(point);
            *to++ = QChar::lowSurrogate(point);
        }
    }
    for (const std::ptrdiff_t sign : m_signs)
        foldNeighbours({m_units.data(), to}, size_t(sign));
    return QStringView(m_units.data(), to);
}

QByteArrayView FoldedText::utf8(QByteArrayView utf8)
{
    return encoded(utf16(utf8));
}

QByteArrayView FoldedText::encoded(QStringView units)
{
    const size_t room = size_t(units.size()) * 3;
    if (m_bytes.size() < room)
        m_bytes.resize(room);
    char *to = m_bytes.data();
    for (qsizetype i = 0; i < units.size(); ++i) {
        const QChar unit = units[i];
        const bool isPair = unit.isHighSurrogate() && i + 1 < units.size() && units[i + 1].isLowSurrogate();
        to = encode(to, isPair ? QChar::surrogateToUcs4(unit, units[i + 1]) : char32_t(unit.unicode()));
        i += isPair;
    }
    return QByteArrayView(m_bytes.data(), to - m_bytes.data());
}

} // namespace linnet::store

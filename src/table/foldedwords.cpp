// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/foldedwords.h"

#include <algorithm>
#include <array>

namespace linnet::table {

namespace {

enum class Kind : quint8
{
    Sign,
    Letter,
    Digit,
    Whole, ///< a word by itself
};

struct Range
{
    char16_t first;
    char16_t last;
    Kind kind;
};

// By ranges, not by Unicode's properties as Qt knows them: the words of a text that is in the index must be
// the same in every version of Qt. What is not named is a letter.
constexpr Range Ranges[] = {
    {0x0000, 0x00bf, Kind::Sign},   {u'0', u'9', Kind::Digit},      {u'a', u'z', Kind::Letter},
    {0x00aa, 0x00aa, Kind::Letter}, {0x00b5, 0x00b5, Kind::Letter}, {0x00ba, 0x00ba, Kind::Letter},
    {0x00d7, 0x00d7, Kind::Sign},   {0x00f7, 0x00f7, Kind::Sign},   {0x037e, 0x037e, Kind::Sign},
    {0x0387, 0x0387, Kind::Sign},   {0x055a, 0x055f, Kind::Sign},   {0x0589, 0x058a, Kind::Sign},
    {0x05be, 0x05be, Kind::Sign},   {0x05f3, 0x05f4, Kind::Sign},   {0x060c, 0x060d, Kind::Sign},
    {0x061b, 0x061f, Kind::Sign},   {0x066a, 0x066d, Kind::Sign},   {0x06d4, 0x06d4, Kind::Sign},
    {0x0964, 0x0965, Kind::Sign},   {0x1680, 0x1680, Kind::Sign},   {0x180e, 0x180e, Kind::Sign},
    {0x2000, 0x2bff, Kind::Sign},   {0x2e00, 0x2e7f, Kind::Sign},   {0x2e80, 0x2fff, Kind::Whole},
    {0x3000, 0x3004, Kind::Sign},   {0x3005, 0x3007, Kind::Whole},  {0x3008, 0x3020, Kind::Sign},
    {0x3021, 0x30ff, Kind::Whole},  {0x3030, 0x3030, Kind::Sign},   {0x303d, 0x303f, Kind::Sign},
    {0x30fb, 0x30fb, Kind::Sign},   {0x31f0, 0x31ff, Kind::Whole},  {0x3400, 0x4dbf, Kind::Whole},
    {0x4e00, 0x9fff, Kind::Whole},  {0xd800, 0xf8ff, Kind::Sign},   {0xf900, 0xfaff, Kind::Whole},
    {0xfe00, 0xfe6f, Kind::Sign},   {0xfeff, 0xff0f, Kind::Sign},   {0xff10, 0xff19, Kind::Digit},
    {0xff1a, 0xff20, Kind::Sign},   {0xff3b, 0xff40, Kind::Sign},   {0xff5b, 0xff65, Kind::Sign},
    {0xff66, 0xff9f, Kind::Whole},  {0xffe0, 0xffff, Kind::Sign},
};

const std::array<Kind, 0x10000> &kinds()
{
    static const auto table = [] {
        std::array<Kind, 0x10000> result{};
        result.fill(Kind::Letter);
        for (const Range &range : Ranges)
            std::fill(result.begin() + range.first, result.begin() + range.last + 1, range.kind);
        return result;
    }();
    return table;
}

/// A character: what it is, and of how many units. Halves of pairs alone are signs.
struct Character
{
    Kind kind = Kind::Sign;
    qsizetype units = 1;
};

Character characterAt(QStringView text, qsizetype at)
{
    const char16_t unit = text.utf16()[at];
    if (!QChar::isHighSurrogate(unit) || at + 1 >= text.size() || !text[at + 1].isLowSurrogate())
        return {kinds()[unit], 1};
    const char32_t point = QChar::surrogateToUcs4(unit, text.utf16()[at + 1]);
    if (point >= 0x20000 && point < 0x40000)
        return {Kind::Whole, 2};
    const bool isPicture = (point >= 0x1d000 && point < 0x1d200) || (point >= 0x1f000 && point < 0x1fb00);
    return {isPicture || point >= 0xe0000 ? Kind::Sign : Kind::Letter, 2};
}

bool isOfWord(Kind kind)
{
    return kind == Kind::Letter || kind == Kind::Digit;
}

} // namespace

// Behind the signs that belong to the letters and digits which end there. Of "C+Java" and "HTML+CSS" none
// does.
qsizetype FoldedWords::endOfSigns(qsizetype letters, bool isAllDigits) const
{
    qsizetype end = letters;
    while (end < m_text.size() && (m_text[end] == u'+' || m_text[end] == u'#'))
        ++end;
    if (end - letters != 1)
        return end;
    const bool isOne = letters - m_at == 1 && !isAllDigits;
    if (m_text[letters] == u'#')
        return isOne ? end : letters;
    const bool isLast = end == m_text.size() || characterAt(m_text, end).kind == Kind::Sign;
    return isLast && (isOne || isAllDigits) ? end : letters;
}

bool FoldedWords::next()
{
    qsizetype at = m_end;
    Character first;
    while (at < m_text.size()) {
        first = characterAt(m_text, at);
        if (first.kind != Kind::Sign)
            break;
        at += first.units;
    }
    if (at >= m_text.size())
        return false;
    m_at = at;
    bool isAllDigits = true;
    Character character = first;
    do {
        isAllDigits = isAllDigits && character.kind == Kind::Digit;
        at += character.units;
        if (at - m_at <= MostUnits)
            m_counted = at - m_at;
        if (first.kind == Kind::Whole || at >= m_text.size())
            break;
        character = characterAt(m_text, at);
    } while (isOfWord(character.kind));
    m_end = first.kind == Kind::Whole ? at : endOfSigns(at, isAllDigits);
    if (m_counted == at - m_at)
        m_counted = std::min(m_end - m_at, MostUnits);
    return true;
}

} // namespace linnet::table

// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfold.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace linnet {

namespace {

constexpr char16_t CyrillicIe = u'\u0435';
constexpr char16_t CyrillicIo = u'\u0451';

bool isInvisible(char16_t unit)
{
    return unit == u'\u00ad' || (unit >= u'\u200b' && unit <= u'\u200d') || unit == u'\u2060' ||
           unit == u'\ufeff';
}

char16_t foldSlowly(char16_t unit)
{
    if (unit == u'\u00a0' || unit == u'\u202f')
        return u' ';
    if (isInvisible(unit))
        return 0;
    if (QChar::isSurrogate(unit))
        return unit;
    const char16_t folded = QChar(unit).toCaseFolded().unicode();
    return folded == CyrillicIo ? CyrillicIe : folded;
}

// Latin, Greek and Cyrillic by table: filters compare hundreds of megabytes of it.
const std::array<char16_t, 0x500> &foldTable()
{
    static const auto table = [] {
        std::array<char16_t, 0x500> result{};
        for (char16_t unit = 0; unit < result.size(); ++unit)
            result[unit] = foldSlowly(unit);
        return result;
    }();
    return table;
}

bool isDigit(char16_t unit)
{
    return unit >= u'0' && unit <= u'9';
}

bool isLetter(char16_t folded)
{
    return (folded >= u'a' && folded <= u'z') || folded >= u'\u00c0';
}

/// The Latin letter that a folded Cyrillic one looks like; 0 = none.
char16_t lookalike(char16_t folded)
{
    constexpr std::u16string_view Cyrillic = u"авекмнорстух";
    constexpr std::u16string_view Latin = u"abekmhopctyx";
    const size_t at =
        folded < u'\u0430' || folded > u'\u0445' ? std::u16string_view::npos : Cyrillic.find(folded);
    return at == std::u16string_view::npos ? u'\0' : Latin[at];
}

// True when folding is more than folding each unit.
bool isIntricate(QStringView text)
{
    return std::any_of(text.utf16(), text.utf16() + text.size(),
                       [](char16_t unit) { return foldsNeighbours(unit) || isInvisible(unit); });
}

} // namespace

char16_t foldUnit(char16_t unit)
{
    const auto &table = foldTable();
    return unit < table.size() ? table[unit] : foldSlowly(unit);
}

bool foldsNeighbours(char16_t folded)
{
    return folded < 0x40 && (isDigit(folded) || folded == u'+' || folded == u'#');
}

void foldNeighbours(std::span<char16_t> folded, size_t at)
{
    const auto fold = [&](size_t letter) {
        const char16_t latin = lookalike(folded[letter]);
        const char16_t before = letter > 0 ? folded[letter - 1] : u' ';
        const char16_t after = letter + 1 < folded.size() ? folded[letter + 1] : u' ';
        if (latin != 0 && !isLetter(before) && !isLetter(after))
            folded[letter] = latin;
    };
    if (at > 0)
        fold(at - 1);
    if (isDigit(folded[at]) && at + 1 < folded.size())
        fold(at + 1);
}

QString foldText(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    auto *begin = reinterpret_cast<char16_t *>(result.data());
    auto *end = std::transform(text.utf16(), text.utf16() + text.size(), begin, foldUnit);
    end = std::remove(begin, end, u'\0');
    for (const std::span<char16_t> folded(begin, end); char16_t &unit : folded) {
        if (foldsNeighbours(unit))
            foldNeighbours(folded, size_t(&unit - begin));
    }
    result.truncate(end - begin);
    return result;
}

bool containsFolded(QStringView haystack, QStringView foldedNeedle)
{
    if (isIntricate(haystack))
        return foldText(haystack).contains(foldedNeedle);
    const auto equal = [](char16_t unit, char16_t folded) { return foldUnit(unit) == folded; };
    const char16_t *end = haystack.utf16() + haystack.size();
    return foldedNeedle.isEmpty() || std::search(haystack.utf16(), end, foldedNeedle.utf16(),
                                                 foldedNeedle.utf16() + foldedNeedle.size(), equal) != end;
}

int compareFolded(QStringView left, QStringView right)
{
    if (isIntricate(left) || isIntricate(right)) {
        const int order = QStringView(foldText(left)).compare(foldText(right));
        return order != 0 ? order : left.compare(right);
    }
    const qsizetype common = std::min(left.size(), right.size());
    for (qsizetype i = 0; i < common; ++i) {
        const char16_t a = foldUnit(left.utf16()[i]);
        const char16_t b = foldUnit(right.utf16()[i]);
        if (a != b)
            return a < b ? -1 : 1;
    }
    if (left.size() != right.size())
        return left.size() < right.size() ? -1 : 1;
    return left.compare(right);
}

} // namespace linnet

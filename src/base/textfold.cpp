// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/textfold.h"

#include <algorithm>
#include <array>

namespace linnet {

namespace {

constexpr char16_t CyrillicIe = u'\u0435';
constexpr char16_t CyrillicIo = u'\u0451';

char16_t foldSlowly(char16_t unit)
{
    if (unit == u'\u00a0' || unit == u'\u202f')
        return u' ';
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

} // namespace

char16_t foldUnit(char16_t unit)
{
    const auto &table = foldTable();
    return unit < table.size() ? table[unit] : foldSlowly(unit);
}

QString foldText(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::transform(text.utf16(), text.utf16() + text.size(), reinterpret_cast<char16_t *>(result.data()),
                   foldUnit);
    return result;
}

bool containsFolded(QStringView haystack, QStringView foldedNeedle)
{
    const auto equal = [](char16_t unit, char16_t folded) { return foldUnit(unit) == folded; };
    const char16_t *end = haystack.utf16() + haystack.size();
    return foldedNeedle.isEmpty() || std::search(haystack.utf16(), end, foldedNeedle.utf16(),
                                                 foldedNeedle.utf16() + foldedNeedle.size(), equal) != end;
}

int compareFolded(QStringView left, QStringView right)
{
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

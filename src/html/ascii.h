// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string_view>

namespace linnet::html {

/// ASCII tests and comparisons of the HTML specification; they never look at the locale.
constexpr bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}
constexpr char toLower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c + 32) : c;
}
constexpr bool isAlpha(char c)
{
    return toLower(c) >= 'a' && toLower(c) <= 'z';
}
constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}
constexpr bool isAlphaNumeric(char c)
{
    return isAlpha(c) || isDigit(c);
}

/// True when text begins with the lower-case prefix, in any case.
constexpr bool startsWithNoCase(std::string_view text, std::string_view lowerPrefix)
{
    return text.size() >= lowerPrefix.size() &&
           std::equal(lowerPrefix.begin(), lowerPrefix.end(), text.begin(),
                      [](char expected, char c) { return expected == toLower(c); });
}

} // namespace linnet::html

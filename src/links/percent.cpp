// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/percent.h"

namespace linnet::links {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The byte of a "%XX" at a position; -1 when there is none.
int codeAt(std::string_view text, std::size_t at)
{
    if (text[at] != '%' || at + 2 >= text.size())
        return -1;
    const int high = hexValue(text[at + 1]);
    const int low = hexValue(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

} // namespace

void appendPercent(std::string &to, char byte)
{
    constexpr char Digits[] = "0123456789ABCDEF";
    const auto value = std::uint8_t(byte);
    const char code[] = {'%', Digits[value >> 4], Digits[value & 15]};
    to.append(code, 3);
}

void appendEncoded(std::string &to, std::string_view bytes, EncodeSet set)
{
    std::size_t plain = 0;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (!needsPercent(bytes[i], set))
            continue;
        to.append(bytes, plain, i - plain);
        appendPercent(to, bytes[i]);
        plain = i + 1;
    }
    to.append(bytes, plain, bytes.size() - plain);
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = codeAt(text, i);
        result += byte < 0 ? text[i] : char(byte);
        i += byte < 0 ? 0 : 2;
    }
    return result;
}

std::string withoutStrayPercents(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '%' && codeAt(text, i) < 0)
            result += "25";
    }
    return result;
}

} // namespace linnet::links

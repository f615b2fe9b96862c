// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/percentdecoded.h"

namespace linnet {

namespace {

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = char(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

int percentCodeAt(std::string_view text, std::size_t at)
{
    if (text[at] != '%' || at + 2 >= text.size())
        return -1;
    const int high = hexValue(text[at + 1]);
    const int low = hexValue(text[at + 2]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int byte = percentCodeAt(text, i);
        result += byte < 0 ? text[i] : char(byte);
        i += byte < 0 ? 0 : 2;
    }
    return result;
}

} // namespace linnet

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
        const bool complete = text[i] == '%' && i + 2 < text.size();
        const int high = complete ? hexValue(text[i + 1]) : -1;
        const int low = complete ? hexValue(text[i + 2]) : -1;
        if (high >= 0 && low >= 0) {
            result += char(high * 16 + low);
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/percent.h"

#include "base/percentdecoded.h"

namespace linnet::url {

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

std::string withoutStrayPercents(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        result += text[i];
        if (text[i] == '%' && percentCodeAt(text, i) < 0)
            result += "25";
    }
    return result;
}

} // namespace linnet::url

// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pixelwidth.h"

#include <array>
#include <cstdint>

namespace linnet::links {

namespace {

// Advances in parts of the size, by code point from the first; 0 = not measured.
constexpr int UnitsPerSize = 2048;
constexpr int UsualAdvance = 1139;

// clang-format off
constexpr char32_t FirstAscii = 0x20;
constexpr std::array<std::uint16_t, 95> Ascii{
    569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139,
    2079, 1366, 1366, 1479, 1479, 1366, 1251, 1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593,
    1366, 1593, 1479, 1366, 1251, 1479, 1366, 1933, 1366, 1366, 1251, 569, 569, 569, 961, 1139,
    682, 1139, 1139, 1024, 1139, 1139, 569, 1139, 1139, 455, 455, 1024, 455, 1706, 1139, 1139,
    1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024, 1024, 1024, 684, 532, 684, 1196};
constexpr char32_t FirstLatin = 0xA0;
constexpr std::array<std::uint16_t, 224> Latin{
    569, 682, 1139, 1139, 1139, 1139, 532, 1139, 682, 1509, 758, 1139, 1196, 682, 1509, 1131,
    819, 1124, 682, 682, 682, 1180, 1100, 682, 682, 682, 748, 1139, 1708, 1708, 1708, 1251,
    1366, 1366, 1366, 1366, 1366, 1366, 2048, 1479, 1366, 1366, 1366, 1366, 569, 569, 569, 569,
    1479, 1479, 1593, 1593, 1593, 1593, 1593, 1196, 1593, 1479, 1479, 1479, 1479, 1366, 1366, 1251,
    1139, 1139, 1139, 1139, 1139, 1139, 1821, 1024, 1139, 1139, 1139, 1139, 569, 569, 569, 569,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 1124, 1251, 1139, 1139, 1139, 1139, 1024, 1139, 1024,
    1366, 1139, 1366, 1139, 1366, 1139, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1259,
    1479, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1366, 1139, 1593, 1139, 1593, 1139,
    1593, 1139, 1593, 1139, 1479, 1139, 1479, 1139, 569, 569, 569, 569, 569, 569, 569, 455,
    569, 569, 1505, 909, 1024, 455, 1366, 1024, 1024, 1139, 455, 1139, 455, 1139, 597, 1139,
    684, 1139, 455, 1479, 1139, 1479, 1139, 1479, 1139, 1237, 1481, 1139, 1593, 1139, 1593, 1139,
    1593, 1139, 2048, 1933, 1479, 682, 1479, 682, 1479, 682, 1366, 1024, 1366, 1024, 1366, 1024,
    1366, 1024, 1251, 569, 1251, 768, 1251, 569, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139,
    1479, 1139, 1479, 1139, 1933, 1479, 1366, 1024, 1366, 1251, 1024, 1251, 1024, 1251, 1024, 455};
constexpr char32_t FirstCyrillic = 0x400;
constexpr std::array<std::uint16_t, 96> Cyrillic{
    1366, 1367, 1771, 1109, 1472, 1366, 569, 569, 1024, 2165, 2069, 1749, 1193, 1472, 1301, 1472,
    1366, 1344, 1366, 1109, 1387, 1366, 1891, 1237, 1472, 1472, 1193, 1344, 1706, 1479, 1593, 1472,
    1366, 1479, 1251, 1301, 1557, 1366, 1515, 1365, 1877, 1920, 1621, 1813, 1344, 1472, 2069, 1479,
    1139, 1173, 1088, 747, 1195, 1139, 1370, 939, 1144, 1144, 896, 1195, 1408, 1131, 1139, 1109,
    1139, 1024, 938, 1024, 1685, 1024, 1173, 1067, 1643, 1685, 1280, 1472, 1067, 1045, 1536, 1109,
    1139, 1139, 1139, 747, 1045, 1024, 455, 569, 455, 1856, 1664, 1139, 896, 1144, 1024, 1131};
constexpr char32_t FirstSign = 0x2010;
constexpr std::array<std::uint16_t, 23> Signs{
    682, 0, 1139, 1139, 2048, 2048, 846, 1131, 455, 455, 455, 455, 682, 682, 682, 682,
    1139, 1139, 717, 0, 0, 0, 2048};
// clang-format on

template <std::size_t N> int within(const std::array<std::uint16_t, N> &advances, char32_t first, char32_t c)
{
    const std::size_t place = c - first;
    return c >= first && place < N && advances[place] > 0 ? advances[place] : 0;
}

int advanceOf(char32_t c)
{
    constexpr char32_t FirstEastAsian = 0x2E80;
    if (const int ascii = within(Ascii, FirstAscii, c))
        return ascii;
    if (const int cyrillic = within(Cyrillic, FirstCyrillic, c))
        return cyrillic;
    if (const int latin = within(Latin, FirstLatin, c))
        return latin;
    if (const int sign = within(Signs, FirstSign, c))
        return sign;
    return c >= FirstEastAsian ? UnitsPerSize : UsualAdvance;
}

} // namespace

int pixelWidth(std::string_view text, int size)
{
    long long units = 0;
    char32_t letter = 0;
    int more = 0;
    for (const char byte : text) {
        const auto value = static_cast<unsigned char>(byte);
        if (more > 0 && (value & 0xC0) == 0x80) {
            letter = (letter << 6) | (value & 0x3F);
            --more;
        } else {
            more = value >= 0xF0 ? 3 : value >= 0xE0 ? 2 : value >= 0xC0 ? 1 : 0;
            letter = more == 3 ? value & 0x07 : more == 2 ? value & 0x0F : more == 1 ? value & 0x1F : value;
        }
        if (more == 0)
            units += advanceOf(letter);
    }
    return int((units * size + UnitsPerSize / 2) / UnitsPerSize);
}

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/characterreference.h"

#include "html/ascii.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <vector>

namespace linnet::html {

namespace {

constexpr std::string_view PackedNames =
#include "html/characternames.inc"
    ;

// What pages mean that write Windows-1252 numbers (13.2.5.80), from 0x80; 0 = as it is.
constexpr char32_t Windows1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

struct NamedCharacter
{
    std::string_view name; ///< without semicolon
    bool semicolonOptional = false;
    char32_t first = 0;
    char32_t second = 0;
};

void append(CharacterReference &reference, char32_t point)
{
    const auto put = [&](char32_t byte) { reference.utf8[reference.size++] = char(byte); };
    const auto tail = [&](int shift) { put(0x80 | ((point >> shift) & 0x3F)); };
    if (point < 0x80) {
        put(point);
    } else if (point < 0x800) {
        put(0xC0 | (point >> 6));
        tail(0);
    } else if (point < 0x10000) {
        put(0xE0 | (point >> 12));
        tail(6);
        tail(0);
    } else {
        put(0xF0 | (point >> 18));
        tail(12);
        tail(6);
        tail(0);
    }
}

char32_t hexNumber(std::string_view text)
{
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number, 16);
    return number;
}

NamedCharacter unpack(std::string_view entry)
{
    NamedCharacter result;
    result.semicolonOptional = entry.starts_with('*');
    if (result.semicolonOptional)
        entry.remove_prefix(1);
    const std::size_t colon = entry.find(':');
    result.name = entry.substr(0, colon);
    const std::string_view points = entry.substr(colon + 1);
    const std::size_t plus = points.find('+');
    result.first = hexNumber(points.substr(0, plus));
    if (plus != std::string_view::npos)
        result.second = hexNumber(points.substr(plus + 1));
    return result;
}

const std::vector<NamedCharacter> &namedCharacters()
{
    static const std::vector<NamedCharacter> names = [] {
        std::vector<NamedCharacter> result;
        result.reserve(std::size_t(std::count(PackedNames.begin(), PackedNames.end(), ' ')));
        for (std::string_view rest = PackedNames; !rest.empty();) {
            const std::size_t end = rest.find(' ');
            result.push_back(unpack(rest.substr(0, end)));
            rest.remove_prefix(end + 1);
        }
        return result;
    }();
    return names;
}

// Narrows the sorted names letter by letter, so the longest name wins and the time is that of its length.
CharacterReference readNamed(std::string_view input, ReferencePlace place, bool last)
{
    CharacterReference result;
    const auto &names = namedCharacters();
    auto low = names.begin();
    auto high = names.end();
    const NamedCharacter *found = nullptr;
    for (std::size_t depth = 0; low != high; ++depth) {
        const std::size_t position = depth + 1;
        if (position >= input.size() && !last) {
            result.incomplete = true;
            return result;
        }
        const bool exact = low->name.size() == depth && depth > 0;
        const char next = position < input.size() ? input[position] : '\0';
        if (exact && next == ';') {
            found = &*low;
            result.length = position + 1;
            break;
        }
        if (exact && low->semicolonOptional) {
            found = &*low;
            result.length = position;
        }
        // Shorter names sort first; their missing letter compares below all others.
        const auto letter = [depth](const NamedCharacter &entry) {
            return depth < entry.name.size() ? entry.name[depth] : '\0';
        };
        low = std::partition_point(low, high, [&](const auto &entry) { return letter(entry) < next; });
        high = std::partition_point(low, high, [&](const auto &entry) { return letter(entry) <= next; });
        if (next == '\0')
            break;
    }
    if (!found)
        return result;
    const bool bare = input[result.length - 1] != ';';
    if (bare && place == ReferencePlace::Attribute && result.length < input.size() &&
        (input[result.length] == '=' || isAlphaNumeric(input[result.length])))
        return {};
    append(result, found->first);
    if (found->second != 0)
        append(result, found->second);
    return result;
}

char32_t scalar(char32_t number)
{
    if (number >= 0x80 && number < 0xA0 && Windows1252[number - 0x80] != 0)
        return Windows1252[number - 0x80];
    const bool valid = number > 0 && number <= 0x10FFFF && (number < 0xD800 || number > 0xDFFF);
    return valid ? number : 0xFFFD;
}

CharacterReference readNumeric(std::string_view input, bool last)
{
    CharacterReference result;
    const bool hex = input.size() > 2 && toLower(input[2]) == 'x';
    const std::size_t start = hex ? 3 : 2;
    std::size_t position = start;
    char32_t number = 0;
    for (; position < input.size(); ++position) {
        const char c = toLower(input[position]);
        if (!isDigit(c) && !(hex && c >= 'a' && c <= 'f'))
            break;
        if (number <= 0x10FFFF)
            number = number * (hex ? 16 : 10) + char32_t(isDigit(c) ? c - '0' : c - 'a' + 10);
    }
    if (position >= input.size() && !last) {
        result.incomplete = true;
        return result;
    }
    if (position == start)
        return result;
    result.length = position + (position < input.size() && input[position] == ';' ? 1 : 0);
    append(result, scalar(number));
    return result;
}

} // namespace

CharacterReference readReference(std::string_view input, ReferencePlace place, bool last)
{
    if (input.size() < 2)
        return {.incomplete = !last};
    if (input[1] == '#')
        return readNumeric(input, last);
    return isAlphaNumeric(input[1]) ? readNamed(input, place, last) : CharacterReference();
}

} // namespace linnet::html

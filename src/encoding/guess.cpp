// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/guess.h"

#include "encoding/encoding.h"

#include <uchardet.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <type_traits>

namespace linnet::encoding {

namespace {

constexpr std::size_t Looked = 64 * 1024;
constexpr std::size_t Enough = 4096; ///< letters that decide

constexpr bool isHigh(char c)
{
    return std::uint8_t(c) >= 0x80;
}

/// What a byte is in one of the Cyrillic encodings.
enum class Letter : std::uint8_t
{
    None,
    Sign,     ///< quotation marks and the like, which prove nothing
    Frequent, ///< о е а и н т с р в л к м д п у
    Small,
    Capital
};

using Letters = std::array<Letter, 128>; ///< of the bytes from 0x80

// The Russian alphabet from а to я without ё, once in the order of Unicode, once in that of KOI8.
constexpr std::string_view FrequentInOrder = "1.1.11..1.1111111111............";
using namespace std::string_view_literals;
constexpr std::string_view KoiOrder = "\x1E\x00\x01\x16\x04\x05\x14\x03\x15\x08\x09\x0A\x0B\x0C\x0D\x0E"
                                      "\x0F\x1F\x10\x11\x12\x13\x06\x02\x1C\x1B\x07\x18\x1D\x19\x17\x1A"sv;
static_assert(FrequentInOrder.size() == 32);

constexpr Letter smallLetter(std::size_t index)
{
    return FrequentInOrder[index] == '1' ? Letter::Frequent : Letter::Small;
}

constexpr void mark(Letters &letters, std::string_view bytes, Letter letter)
{
    for (const char byte : bytes)
        letters[std::uint8_t(byte) - 0x80U] = letter;
}

constexpr Letters alphabetAt(std::size_t capitals, std::size_t smalls)
{
    Letters letters{};
    for (std::size_t i = 0; i < 32; ++i) {
        letters[capitals - 0x80 + i] = Letter::Capital;
        letters[smalls - 0x80 + i] = smallLetter(i);
    }
    return letters;
}

// With the letters ё є і ї ґ ў beside the alphabet, and dashes and quotation marks.
constexpr Letters windowsLetters()
{
    Letters letters = alphabetAt(0xC0, 0xE0);
    mark(letters, "\xB8\xBA\xB3\xBF\xB4\xA2", Letter::Small);
    mark(letters, "\xA8\xAA\xB2\xAF\xA5\xA1", Letter::Capital);
    mark(letters, "\x84\x85\x91\x92\x93\x94\x95\x96\x97\xA0\xA7\xA9\xAB\xB0\xB7\xB9\xBB", Letter::Sign);
    return letters;
}

constexpr Letters koiLetters(std::string_view moreSmall, std::string_view moreCapitals)
{
    Letters letters{};
    for (std::size_t i = 0; i < 32; ++i) {
        letters[0x40 + i] = smallLetter(std::size_t(KoiOrder[i]));
        letters[0x60 + i] = Letter::Capital;
    }
    mark(letters, moreSmall, Letter::Small);
    mark(letters, moreCapitals, Letter::Capital);
    mark(letters, "\x9A\x9C\x9E\xBF", Letter::Sign);
    return letters;
}

constexpr Letters dosLetters()
{
    Letters letters = alphabetAt(0x80, 0xA0);
    for (std::size_t i = 0; i < 16; ++i) {
        letters[0x30 + i] = Letter::None;
        letters[0x60 + i] = smallLetter(16 + i);
    }
    mark(letters, "\xF1\xF3\xF5\xF7", Letter::Small);
    mark(letters, "\xF0\xF2\xF4\xF6", Letter::Capital);
    mark(letters, "\xF8\xFA\xFC\xFF", Letter::Sign);
    return letters;
}

constexpr Letters isoLetters()
{
    Letters letters = alphabetAt(0xB0, 0xD0);
    mark(letters, "\xF1\xF4\xF6\xF7\xFE", Letter::Small);
    mark(letters, "\xA1\xA4\xA6\xA7\xAE", Letter::Capital);
    mark(letters, "\xA0\xAD\xF0\xFD", Letter::Sign);
    return letters;
}

struct Candidate
{
    std::string_view name;
    Letters letters;
};

constexpr Candidate Cyrillic[] = {{"windows-1251", windowsLetters()},
                                  {"KOI8-R", koiLetters("\xA3", "\xB3")},
                                  {"KOI8-U", koiLetters("\xA3\xA4\xA6\xA7\xAD", "\xB3\xB4\xB6\xB7\xBD")},
                                  {"IBM866", dosLetters()},
                                  {"ISO-8859-5", isoLetters()}};

struct Score
{
    int points = 0;
    int letters = 0;

    /// Other alphabets read as Cyrillic have many rare letters, and capitals within words.
    bool isSure() const { return points * 100 >= letters * 225; }
};

/// Points for words as Russian writes them: small letters, capitals only in front.
Score score(std::string_view text, const Letters &letters)
{
    Score result;
    Letter before = Letter::None;
    for (const char c : text) {
        const Letter now = isHigh(c) ? letters[std::uint8_t(c) - 0x80U] : Letter::None;
        const bool inWord = before > Letter::Sign;
        if (now == Letter::Frequent)
            result.points += 3;
        else if (now == Letter::Small)
            result.points += 1;
        else if (now == Letter::Capital)
            result.points -= inWord && before != Letter::Capital ? 4 : 0;
        else if (now == Letter::None && isHigh(c))
            result.points -= 3;
        const bool isCapitalInFront = now == Letter::Capital && !inWord;
        result.letters += isHigh(c) && now != Letter::Sign && !isCapitalInFront ? 1 : 0;
        before = now;
    }
    return result;
}

/// Letters of a Latin text with accents stand alone between ASCII letters; those of other alphabets stand
/// together.
bool isAlphabetOfItsOwn(std::string_view text)
{
    std::size_t together = 0;
    std::size_t total = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isHigh(text[i]))
            continue;
        ++total;
        const bool left = i > 0 && isHigh(text[i - 1]);
        const bool right = i + 1 < text.size() && isHigh(text[i + 1]);
        together += left || right ? 1 : 0;
    }
    return total >= 4 && together * 10 >= total * 7;
}

/// High bytes with their neighbours, the first few thousand: enough to judge, and linear.
std::string_view sample(std::string_view body)
{
    body = body.substr(0, Looked);
    std::size_t high = 0;
    for (std::size_t i = 0; i < body.size(); ++i) {
        high += isHigh(body[i]) ? 1 : 0;
        if (high == Enough)
            return body.substr(0, i + 1);
    }
    return body;
}

struct Pairs
{
    int kana = 0;
    int pairs = 0;
    int broken = 0;

    bool japanese() const { return kana >= 4 && kana * 10 >= pairs && broken * 50 <= pairs; }
};

template <typename IsLead, typename IsTail, typename IsKana>
Pairs countPairs(std::string_view text, IsLead isLead, IsTail isTail, IsKana isKana)
{
    Pairs result;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto lead = std::uint8_t(text[i]);
        const auto tail = std::uint8_t(text[i + 1]);
        if (lead < 0x80)
            continue;
        if (!isLead(lead) || !isTail(tail)) {
            ++result.broken;
            continue;
        }
        ++result.pairs;
        result.kana += isKana(lead, tail) ? 1 : 0;
        ++i;
    }
    return result;
}

std::string_view guessJapanese(std::string_view text)
{
    const auto isEuc = [](std::uint8_t byte) { return byte >= 0xA1 && byte != 0xFF; };
    const Pairs euc = countPairs(
        text, isEuc, isEuc, [](std::uint8_t lead, std::uint8_t) { return lead == 0xA4 || lead == 0xA5; });
    if (euc.japanese())
        return "EUC-JP";
    const Pairs shift = countPairs(
        text, [](std::uint8_t b) { return (b >= 0x81 && b <= 0x9F) || (b >= 0xE0 && b <= 0xFC); },
        [](std::uint8_t b) { return b >= 0x40 && b != 0x7F && b <= 0xFC; },
        [](std::uint8_t lead, std::uint8_t tail) {
            return (lead == 0x82 && tail >= 0x9F && tail <= 0xF1) || (lead == 0x83 && tail <= 0x96);
        });
    return shift.japanese() ? "Shift_JIS" : "";
}

struct Free
{
    void operator()(uchardet_t detector) const { uchardet_delete(detector); }
};

/// What uchardet takes it for, when that is an encoding of the standard.
std::string_view detected(std::string_view text)
{
    const std::unique_ptr<std::remove_pointer_t<uchardet_t>, Free> detector(uchardet_new());
    if (!detector || uchardet_handle_data(detector.get(), text.data(), text.size()) != 0)
        return {};
    uchardet_data_end(detector.get());
    const std::string_view label = uchardet_get_charset(detector.get());
    if (label == "UHC") // Korean with all syllables
        return "EUC-KR";
    const std::string_view name = nameForLabel(label);
    return name.starts_with("UTF-") || name == "replacement" ? std::string_view() : name;
}

bool isCyrillic(std::string_view name)
{
    return name.starts_with("KOI8") || name == "x-mac-cyrillic" ||
           std::ranges::find(Cyrillic, name, &Candidate::name) != std::end(Cyrillic);
}

} // namespace

std::string_view guessEncoding(std::string_view body)
{
    const std::string_view text = sample(body);
    if (const std::string_view name = guessJapanese(text); !name.empty())
        return name;
    if (!isAlphabetOfItsOwn(text))
        return {};
    std::string_view best;
    Score highest;
    for (const Candidate &candidate : Cyrillic) {
        const Score found = score(text, candidate.letters);
        if (found.points > highest.points) {
            highest = found;
            best = candidate.name;
        }
    }
    if (!best.empty() && highest.isSure())
        return best;
    const std::string_view other = detected(text);
    return other.empty() || isCyrillic(other) ? best : other;
}

} // namespace linnet::encoding

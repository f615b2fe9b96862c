// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/textsketch.h"

#include <algorithm>
#include <limits>

namespace linnet::analysis {

namespace {

constexpr std::uint64_t Offset = 0xCBF29CE484222325U; // FNV-1a
constexpr std::uint64_t Prime = 0x100000001B3U;
constexpr int WordsInRun = 3;

constexpr std::uint64_t mixed(std::uint64_t value)
{
    value ^= value >> 33;
    value *= 0xFF51AFD7ED558CCDU;
    value ^= value >> 33;
    value *= 0xC4CEB9FE1A85EC53U;
    return value ^ (value >> 33);
}

/// Letters as they are compared: ASCII and Cyrillic in small ones, ё as е; 0 for what parts words. Other
/// letters stand for themselves, byte by byte.
class Letters
{
public:
    explicit Letters(std::string_view text)
        : m_text(text)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }

    std::uint32_t next()
    {
        const auto first = static_cast<unsigned char>(m_text[m_at++]);
        if (first < 0x80)
            return ascii(first);
        if (m_at >= m_text.size() || (first != 0xD0 && first != 0xD1))
            return first >= 0xC4 || first < 0xC0 ? first : 0; // C2, C3: signs, and letters without a twin
        const auto second = static_cast<unsigned char>(m_text[m_at++]);
        std::uint32_t letter = (std::uint32_t(first & 0x1F) << 6) | (second & 0x3F);
        if (letter >= 0x410 && letter <= 0x42F)
            letter += 0x20;
        return letter == 0x401 || letter == 0x451 ? 0x435 : letter;
    }

private:
    static std::uint32_t ascii(unsigned char c)
    {
        if (c >= 'A' && c <= 'Z')
            return c + ('a' - 'A');
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace

TextSketch::TextSketch(std::string_view text)
{
    std::array<std::uint32_t, Size> least;
    least.fill(std::numeric_limits<std::uint32_t>::max());
    std::array<std::uint64_t, WordsInRun> run{};
    int words = 0;
    std::uint64_t word = Offset;
    bool inWord = false;
    const auto endWord = [&] {
        if (!inWord)
            return;
        inWord = false;
        std::shift_left(run.begin(), run.end(), 1);
        run.back() = word;
        word = Offset;
        if (++words < WordsInRun)
            return;
        const std::uint64_t hash = mixed(run[0] * 3 + mixed(run[1] * 5 + run[2]));
        std::uint32_t &kept = least[hash % Size];
        kept = std::min(kept, std::uint32_t(hash >> 32));
    };
    for (Letters letters(text); !letters.atEnd();) {
        const std::uint32_t letter = letters.next();
        if (letter == 0) {
            endWord();
            continue;
        }
        inWord = true;
        word = (word ^ letter) * Prime;
    }
    endWord();
    m_words = std::uint16_t(std::min<int>(words, std::numeric_limits<std::uint16_t>::max()));
    for (std::size_t i = 0; i < Size; ++i) // a class without a run takes the next one's, as its twin does
        for (std::size_t step = 0; step < Size; ++step) {
            const std::uint32_t found = least[(i + step) % Size];
            if (found == std::numeric_limits<std::uint32_t>::max())
                continue;
            m_least[i] = std::uint8_t(mixed(found + step));
            break;
        }
}

double TextSketch::likeness(const TextSketch &other) const
{
    if (m_words < WordsInRun || other.m_words < WordsInRun)
        return 0;
    std::size_t same = 0;
    for (std::size_t i = 0; i < Size; ++i)
        same += std::size_t(m_least[i] == other.m_least[i]);
    constexpr double ByChance = 1.0 / 256; // eight bits of two different hashes are equal
    return std::max(0.0, (double(same) / double(Size) - ByChance) / (1 - ByChance));
}

std::uint64_t TextSketch::band(std::size_t number) const
{
    constexpr std::size_t Rows = Size / Bands;
    std::uint64_t hash = number;
    for (std::size_t i = 0; i < Rows; ++i)
        hash = hash * Prime + m_least[number * Rows + i];
    return mixed(hash);
}

} // namespace linnet::analysis

// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/maintext.h"

#include "html/ascii.h"
#include "html/textspace.h"

namespace linnet::links {

namespace {

constexpr std::uint64_t Seed = 0xCBF29CE484222325;
constexpr std::uint64_t Prime = 0x100000001B3;

/// The last step of MurmurHash3: each bit depends on all.
constexpr std::uint64_t mixed(std::uint64_t bits)
{
    bits ^= bits >> 33;
    bits *= 0xFF51AFD7ED558CCD;
    bits ^= bits >> 33;
    bits *= 0xC4CEB9FE1A85EC53;
    return bits ^ (bits >> 33);
}

constexpr std::uint64_t hashOf(std::string_view word)
{
    std::uint64_t hash = Seed;
    for (const char c : word)
        hash = (hash ^ static_cast<unsigned char>(c)) * Prime;
    return hash;
}

} // namespace

void MainText::append(std::string_view piece)
{
    while (!piece.empty()) {
        if (const std::size_t space = html::spaceLength(piece); space > 0) {
            gap();
            piece.remove_prefix(space);
            continue;
        }
        const std::size_t length = html::wordLength(piece);
        std::uint64_t word = m_word == 0 ? Seed : m_word;
        for (const char c : piece.substr(0, length)) {
            word = (word ^ static_cast<unsigned char>(c)) * Prime;
            m_hasLetter = m_hasLetter || html::isAlphaNumeric(c) || static_cast<unsigned char>(c) >= 0x80;
        }
        m_word = word;
        m_bytes += length;
        piece.remove_prefix(length);
    }
}

void MainText::gap()
{
    if (m_word == 0)
        return;
    if (m_hasLetter) {
        ++m_words;
        m_hash = mixed(m_hash * Prime + m_word);
        if (m_words > 2)
            count(mixed(m_before[0] * 3 + m_before[1] * 5 + m_word));
        m_before = {m_before[1], mixed(m_word)};
        const bool isAfterLorem = m_lastWord == hashOf("lorem") || m_lastWord == hashOf("Lorem");
        m_hasFiller = m_hasFiller || (isAfterLorem && m_word == hashOf("ipsum"));
        m_lastWord = m_word;
    }
    m_word = 0;
    m_hasLetter = false;
}

// Adds one to the count of each bit that is set, all at once: the digits are carried from plane to plane.
void MainText::count(std::uint64_t shingle)
{
    ++m_shingles;
    for (std::uint64_t &plane : m_planes) {
        const std::uint64_t carried = plane & shingle;
        plane ^= shingle;
        if (carried == 0)
            return;
        shingle = carried;
    }
}

std::uint64_t MainText::simHash() const
{
    if (m_words < FewestWords)
        return 0;
    std::uint64_t result = 0;
    for (int bit = 0; bit < 64; ++bit) {
        std::uint64_t times = 0;
        for (std::size_t plane = 0; plane < m_planes.size(); ++plane)
            times |= ((m_planes[plane] >> bit) & 1) << plane;
        result |= std::uint64_t(times * 2 > std::uint64_t(m_shingles)) << bit;
    }
    return result;
}

} // namespace linnet::links

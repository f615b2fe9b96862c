// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace linnet::links {

/// Words of a page's own text and what tells it from others: a hash of all of them in their order, and 64
/// bits (SimHash over three words in a row) of which few differ where few words do.
class MainText
{
public:
    void append(std::string_view piece);
    /// Letters before and after are not of one word.
    void gap();

    int words() const { return m_words; }
    std::size_t bytes() const { return m_bytes; } ///< of the words
    /// After a gap(); 0 for a text of fewer words than tell something.
    std::uint64_t hash() const { return m_words < FewestWords ? 0 : m_hash; }
    std::uint64_t simHash() const;
    bool hasFiller() const { return m_hasFiller; } ///< "lorem ipsum" is among them

    static constexpr int FewestWords = 50;

private:
    void count(std::uint64_t shingle);

    std::uint64_t m_word = 0; ///< hash of the letters so far; 0 = between words
    std::uint64_t m_lastWord = 0;
    bool m_hasLetter = false;
    bool m_hasFiller = false;
    std::array<std::uint64_t, 2> m_before{}; ///< the two words before
    std::uint64_t m_hash = 0;
    std::array<std::uint64_t, 32> m_planes{}; ///< how often each bit was set, in binary: one digit each
    int m_words = 0;
    int m_shingles = 0;
    std::size_t m_bytes = 0;
};

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace linnet::analysis {

/// What a text is made of, in 64 bytes: of each of 64 classes of its runs of three words eight bits of the
/// one with the smallest hash (one-permutation b-bit MinHash). Texts that share most of their words share
/// most of these.
class TextSketch
{
public:
    static constexpr std::size_t Size = 64;

    TextSketch() = default;
    /// Of a UTF-8 text. Case does not matter, nor what stands between letters and digits.
    explicit TextSketch(std::string_view text);

    int words() const { return m_words; } ///< at most 65,535
    /// About the share of their three-word runs that two texts have in common, 0 to 1; off by some 0.06.
    /// Nothing in common when one of them has fewer than three words.
    double likeness(const TextSketch &other) const;
    /// A number that two texts of a likeness p have in common with a probability of p^4; there are 16.
    std::uint64_t band(std::size_t number) const;
    static constexpr std::size_t Bands = 16;

private:
    std::array<std::uint8_t, Size> m_least{};
    std::uint16_t m_words = 0;
};

} // namespace linnet::analysis

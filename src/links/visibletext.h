// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace linnet::links {

/// The text of a page that people read: counts its words and gives it a hash that the layout does not change.
class VisibleText
{
public:
    void append(std::string_view piece) { m_text += piece; }
    /// Letters before and after are not of one word.
    void gap() { m_text += ' '; }
    /// Ends the collecting.
    void finish();

    int words() const { return m_words; } ///< between white space, with a letter or digit in them
    std::array<std::uint64_t, 2> hash() const { return m_hash; }

private:
    std::string m_text;
    int m_words = 0;
    std::array<std::uint64_t, 2> m_hash{};
};

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace linnet::links {

/// Counts the words of the text that people read: what stands between white space, with a letter or digit in
/// it.
class VisibleText
{
public:
    void append(std::string_view piece);
    /// Letters before and after are not of one word.
    void gap();

    int words() const { return m_words + (m_isWord ? 1 : 0); }

private:
    int m_words = 0;
    bool m_isWord = false; ///< what came since the last white space has a letter
};

} // namespace linnet::links

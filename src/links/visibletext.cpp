// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/visibletext.h"

#include "html/textspace.h"
#include "links/texthash.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr bool isLetter(char c)
{
    return html::isAlphaNumeric(c) || static_cast<unsigned char>(c) >= 0x80;
}

} // namespace

void VisibleText::finish()
{
    // The words move to the front, parted by one blank each; the text never grows by that.
    std::size_t written = 0;
    for (std::size_t at = 0; at < m_text.size();) {
        const std::string_view rest = std::string_view(m_text).substr(at);
        if (const std::size_t space = html::spaceLength(rest); space > 0) {
            at += space;
            continue;
        }
        const std::size_t length = html::wordLength(rest);
        const auto begin = m_text.begin() + std::ptrdiff_t(at);
        m_words += std::any_of(begin, begin + std::ptrdiff_t(length), isLetter) ? 1 : 0;
        if (written > 0)
            m_text[written++] = ' ';
        std::copy_n(begin, length, m_text.begin() + std::ptrdiff_t(written));
        written += length;
        at += length;
    }
    m_text.resize(written);
    m_hash = textHash(m_text);
}

} // namespace linnet::links

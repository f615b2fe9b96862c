// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/textcapture.h"

#include "html/textspace.h"

#include <algorithm>
#include <utility>

namespace linnet::links {

namespace {

constexpr bool isFirstByte(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
}

} // namespace

void TextCapture::open()
{
    m_open = true;
    m_opened = true;
}

void TextCapture::append(std::string_view piece)
{
    while (!piece.empty() && m_points < m_limit) {
        if (const std::size_t space = html::spaceLength(piece); space > 0) {
            m_gap = true;
            piece.remove_prefix(space);
            continue;
        }
        const std::size_t length = html::wordLength(piece);
        appendWord(piece.substr(0, length));
        piece.remove_prefix(length);
    }
}

void TextCapture::appendWord(std::string_view word)
{
    if (std::exchange(m_gap, false) && !m_text.empty()) {
        m_text += ' ';
        ++m_points;
    }
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (isFirstByte(word[i]) && m_points++ == m_limit) {
            m_points = m_limit;
            m_text.append(word, 0, i);
            return;
        }
    }
    m_text += word;
}

std::string TextCapture::take()
{
    m_open = false;
    m_points = 0;
    m_gap = false;
    return std::exchange(m_text, {});
}

std::string collapsed(std::string_view text, std::size_t points)
{
    TextCapture capture(points);
    capture.append(text);
    return capture.take();
}

} // namespace linnet::links

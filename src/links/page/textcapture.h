// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace linnet::links {

/// Collects the text of one element: white space collapsed, cut after so many code points.
class TextCapture
{
public:
    explicit TextCapture(std::size_t points)
        : m_limit(points)
    {
    }

    bool isOpen() const { return m_open; }
    bool wasOpened() const { return m_opened; }
    void open();
    void close() { m_open = false; }
    void append(std::string_view piece);
    /// Something that parts the letters around it.
    void gap() { m_gap = true; }
    std::string take();

private:
    void appendWord(std::string_view word);

    std::string m_text;
    std::size_t m_limit;
    std::size_t m_points = 0;
    bool m_open = false;
    bool m_opened = false;
    bool m_gap = false;
};

/// The same for a text in one piece.
std::string collapsed(std::string_view text, std::size_t points);

} // namespace linnet::links

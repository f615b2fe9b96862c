// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace linnet::html {

/// Where a comment ends: its text is input[begin, textEnd), the input goes on at next.
struct CommentEnd
{
    std::size_t textEnd;
    std::size_t
        next; ///< npos = the input ends before the comment does; textEnd is then as for the last input
};

/// Finds the end of a comment whose text begins at `begin`, after "<!--" (WHATWG HTML 13.2.5.43
/// to 13.2.5.52).
CommentEnd findCommentEnd(std::string_view input, std::size_t begin);

/// A comment's text with NUL and line ends replaced as the specification says; a view of the raw text when
/// nothing changes, else of the buffer.
std::string_view cleanComment(std::string_view raw, std::string &buffer);

} // namespace linnet::html

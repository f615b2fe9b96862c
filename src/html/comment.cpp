// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/comment.h"

namespace linnet::html {

namespace {

std::size_t closingLength(std::string_view text)
{
    for (const std::string_view closing : {"--!", "--"}) {
        if (text.ends_with(closing))
            return closing.size();
    }
    return 0;
}

} // namespace

CommentEnd findCommentEnd(std::string_view input, std::size_t begin)
{
    const std::string_view start = input.substr(begin, 2);
    if (start.starts_with('>'))
        return {begin, begin + 1};
    if (start == "->")
        return {begin, begin + 2};
    for (std::size_t close = begin; (close = input.find('>', close)) != std::string_view::npos; ++close) {
        // Four bytes are enough to see "--!>"; looking further back would not be linear.
        const std::size_t from = close - begin > 3 ? close - 3 : begin;
        if (const std::size_t length = closingLength(input.substr(from, close - from)); length > 0)
            return {close - length, close + 1};
    }
    const std::string_view text = input.substr(begin);
    const std::size_t dropped = closingLength(text) > 0 ? closingLength(text) : (text.ends_with('-') ? 1 : 0);
    return {input.size() - dropped, std::string_view::npos};
}

std::string_view cleanComment(std::string_view raw, std::string &buffer)
{
    using namespace std::string_view_literals;
    if (raw.find_first_of("\r\0"sv) == std::string_view::npos)
        return raw;
    buffer.clear();
    for (std::size_t i = 0; i < raw.size(); ++i) {
        if (raw[i] == '\0') {
            buffer += "\xEF\xBF\xBD";
        } else if (raw[i] == '\r') {
            buffer += '\n';
            i += raw.substr(i + 1).starts_with('\n') ? 1 : 0;
        } else {
            buffer += raw[i];
        }
    }
    return buffer;
}

} // namespace linnet::html

// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/refresh.h"

#include "html/ascii.h"

#include <algorithm>
#include <charconv>

namespace linnet::links {

namespace {

void skipSpace(std::string_view &text)
{
    while (!text.empty() && html::isSpace(text.front()))
        text.remove_prefix(1);
}

std::string_view withoutQuotes(std::string_view text)
{
    if (text.empty() || (text.front() != '"' && text.front() != '\''))
        return text;
    return text.substr(1, text.find(text.front(), 1) - 1);
}

/// Takes "url =" away, if it is there as a whole.
std::string_view withoutKeyword(std::string_view text)
{
    if (!html::startsWithNoCase(text, "url"))
        return text;
    std::string_view rest = text.substr(3);
    skipSpace(rest);
    if (!rest.starts_with('='))
        return text;
    rest.remove_prefix(1);
    skipSpace(rest);
    return rest;
}

} // namespace

std::optional<Refresh> parseRefresh(std::string_view content)
{
    skipSpace(content);
    const auto isTime = [](char c) { return html::isDigit(c) || c == '.'; };
    const auto timeEnd = std::find_if_not(content.begin(), content.end(), isTime);
    const std::string_view time(content.begin(), timeEnd);
    if (time.empty())
        return std::nullopt;
    Refresh result;
    const std::string_view whole = time.substr(0, time.find('.'));
    unsigned seconds = 0;
    if (std::from_chars(whole.data(), whole.data() + whole.size(), seconds).ec ==
        std::errc::result_out_of_range)
        return std::nullopt;
    result.seconds = seconds;
    std::string_view rest = content.substr(time.size());
    if (rest.empty())
        return result;
    if (rest.front() != ';' && rest.front() != ',' && !html::isSpace(rest.front()))
        return std::nullopt;
    skipSpace(rest);
    if (rest.starts_with(';') || rest.starts_with(','))
        rest.remove_prefix(1);
    skipSpace(rest);
    result.url = withoutQuotes(withoutKeyword(rest));
    return result;
}

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/withoutlogin.h"

#include "html/ascii.h"

#include <algorithm>

namespace linnet::url {

namespace {

/// Where the host part begins: after the scheme and its slashes, as forgiving as browsers are.
std::size_t authorityBegin(std::string_view address)
{
    std::size_t at = 0;
    while (at < address.size() && html::isAlphaNumeric(address[at]))
        ++at;
    // Of what has no scheme, and of "mailto:me@host", nothing is a login unless slashes say so.
    const bool isWeb =
        at < address.size() && address[at] == ':' &&
        (html::startsWithNoCase(address, "http:") || html::startsWithNoCase(address, "https:"));
    const std::size_t slashes = address.find_first_of("/\\");
    if (!isWeb && (slashes == std::string_view::npos || slashes + 1 >= address.size() ||
                   (address[slashes + 1] != '/' && address[slashes + 1] != '\\')))
        return std::string_view::npos;
    std::size_t begin = isWeb ? at + 1 : slashes;
    while (begin < address.size() && (address[begin] == '/' || address[begin] == '\\'))
        ++begin;
    return begin;
}

} // namespace

std::string withoutLogin(std::string_view address)
{
    std::string result(address);
    const std::size_t begin = authorityBegin(address);
    if (begin == std::string_view::npos)
        return result;
    const std::size_t end = std::min(address.find_first_of("/\\?#", begin), address.size());
    const std::size_t at = address.substr(0, end).rfind('@');
    if (at != std::string_view::npos && at >= begin)
        result.erase(begin, at + 1 - begin);
    return result;
}

} // namespace linnet::url

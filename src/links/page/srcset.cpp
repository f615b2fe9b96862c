// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/srcset.h"

#include "html/ascii.h"

#include <algorithm>

namespace linnet::links {

namespace {

/// Position after the descriptors of a candidate; a comma inside parentheses does not end them.
std::size_t descriptorsEnd(std::string_view text, std::size_t at)
{
    bool inside = false;
    for (; at < text.size(); ++at) {
        if (text[at] == '(')
            inside = true;
        else if (text[at] == ')')
            inside = false;
        else if (text[at] == ',' && !inside)
            return at + 1;
    }
    return at;
}

} // namespace

std::vector<std::string_view> srcsetUrls(std::string_view srcset)
{
    std::vector<std::string_view> urls;
    for (std::size_t at = 0;;) {
        while (at < srcset.size() && (html::isSpace(srcset[at]) || srcset[at] == ','))
            ++at;
        if (at == srcset.size())
            return urls;
        const auto space = std::find_if(srcset.begin() + std::ptrdiff_t(at), srcset.end(), html::isSpace);
        std::string_view url(srcset.begin() + std::ptrdiff_t(at), space);
        at += url.size();
        const bool alone = url.ends_with(',');
        while (url.ends_with(','))
            url.remove_suffix(1);
        if (!url.empty())
            urls.push_back(url);
        if (!alone)
            at = descriptorsEnd(srcset, at);
    }
}

} // namespace linnet::links

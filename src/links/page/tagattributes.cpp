// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/tagattributes.h"

#include "html/ascii.h"
#include "links/page/textcapture.h"

#include <algorithm>

namespace linnet::links {

std::optional<std::string_view> find(const html::Tag &tag, std::string_view name)
{
    for (const html::Attribute &attribute : tag.attributes) {
        if (attribute.name == name)
            return attribute.value;
    }
    return std::nullopt;
}

bool equalsNoCase(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size() && html::startsWithNoCase(text, lower);
}

std::string_view trimmed(std::string_view text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && isControl(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isControl(text.back()))
        text.remove_suffix(1);
    return text;
}

bool hasToken(std::string_view list, std::string_view token)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        if (list.substr(0, end) == token)
            return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

void setRel(Edge &edge, std::optional<std::string_view> rel)
{
    constexpr std::size_t Longest = 200;
    if (!rel || rel->empty())
        return;
    edge.rel = collapsed(*rel, Longest);
    std::transform(edge.rel.begin(), edge.rel.end(), edge.rel.begin(), html::toLower);
    edge.nofollow = hasToken(edge.rel, "nofollow");
}

} // namespace linnet::links

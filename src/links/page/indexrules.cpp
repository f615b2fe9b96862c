// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/indexrules.h"

#include "html/ascii.h"
#include "links/page/textcapture.h"

#include <algorithm>

namespace linnet::links {

namespace {

constexpr std::size_t LongestText = 500;

std::string lowered(std::string_view text)
{
    std::string result = collapsed(text, LongestText);
    std::transform(result.begin(), result.end(), result.begin(), html::toLower);
    return result;
}

bool speaksToUs(std::string_view crawler)
{
    return crawler == "robots" || crawler == "linnet" || crawler == "*";
}

/// Rules whose colon is part of the rule and does not end the name of a crawler.
bool hasValue(std::string_view name)
{
    return name == "unavailable_after" || name == "max-snippet" || name == "max-image-preview" ||
           name == "max-video-preview";
}

} // namespace

void IndexRules::addMeta(std::string_view name, std::string_view content)
{
    const std::string crawler = lowered(name);
    if (crawler == "robots" || crawler == "linnet")
        add(content);
}

void IndexRules::addHeader(std::string_view value)
{
    const std::string rules = lowered(value);
    const std::size_t colon = rules.find(':');
    const std::string name = lowered(std::string_view(rules).substr(0, colon));
    const bool named = colon != std::string::npos && name.find(',') == std::string::npos && !hasValue(name);
    if (!named)
        add(value);
    else if (speaksToUs(name))
        add(std::string_view(rules).substr(colon + 1));
}

void IndexRules::add(std::string_view rules)
{
    const std::string all = lowered(rules);
    for (std::string_view rest = all; !rest.empty();) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        const std::string rule = lowered(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
        if (rule.empty())
            continue;
        noindex = noindex || rule == "noindex" || rule == "none";
        nofollow = nofollow || rule == "nofollow" || rule == "none";
        if (text.size() < LongestText)
            text += (text.empty() ? "" : ", ") + rule;
    }
}

} // namespace linnet::links

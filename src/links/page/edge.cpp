// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/edge.h"

namespace linnet::links {

std::string_view elementCode(Element element)
{
    static constexpr std::string_view Codes[] = {
        "a",     "area",         "link",   "img",   "script", "iframe", "frame", "form", "source", "video",
        "audio", "meta-refresh", "object", "embed", "track",  "input",  "image", "use",  "style",  "meta"};
    static_assert(std::size(Codes) == std::size_t(Element::Meta) + 1);
    return Codes[std::size_t(element)];
}

std::string_view areaCode(Area area)
{
    static constexpr std::string_view Codes[] = {"", "nav", "header", "main", "aside", "footer"};
    static_assert(std::size(Codes) == std::size_t(Area::Footer) + 1);
    return Codes[std::size_t(area)];
}

} // namespace linnet::links

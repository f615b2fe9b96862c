// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/tagid.h"

#include <array>
#include <cstddef>

namespace linnet::html {

namespace {

// In the order of TagId, from 1.
constexpr std::string_view Names[] = {
    "address",    "article",   "aside",   "blockquote", "body",    "br",       "caption",  "center",
    "dd",         "details",   "dialog",  "dir",        "div",     "dl",       "dt",       "fieldset",
    "figcaption", "figure",    "footer",  "form",       "h1",      "h2",       "h3",       "h4",
    "h5",         "h6",        "head",    "header",     "hgroup",  "hr",       "html",     "legend",
    "li",         "listing",   "main",    "menu",       "nav",     "ol",       "optgroup", "option",
    "p",          "plaintext", "pre",     "search",     "section", "select",   "summary",  "table",
    "tbody",      "textarea",  "tfoot",   "thead",      "title",   "tr",       "ul",       "xmp",
    "a",          "abbr",      "applet",  "area",       "audio",   "b",        "base",     "button",
    "canvas",     "code",      "col",     "del",        "em",      "embed",    "font",     "frame",
    "frameset",   "i",         "iframe",  "img",        "input",   "ins",      "kbd",      "label",
    "link",       "map",       "math",    "meta",       "noembed", "noframes", "noscript", "object",
    "param",      "path",      "picture", "q",          "s",       "samp",     "script",   "small",
    "source",     "span",      "strong",  "style",      "sub",     "sup",      "svg",      "td",
    "template",   "th",        "time",    "track",      "tt",      "u",        "use",      "var",
    "video",      "wbr",
};

constexpr std::size_t Slots = 1024;
static_assert(std::size(Names) < 255);

constexpr std::size_t slotOf(std::string_view name)
{
    const auto byte = [name](std::size_t i) { return std::size_t(std::uint8_t(name[i])); };
    const std::size_t last = name.size() - 1;
    return (byte(0) * 31 + byte(last) * 7 + byte(last / 2) * 131 + name.size() * 67) % Slots;
}

constexpr std::array<std::uint8_t, Slots> makeTable()
{
    std::array<std::uint8_t, Slots> table{};
    for (std::size_t i = 0; i < std::size(Names); ++i) {
        std::size_t slot = slotOf(Names[i]);
        while (table[slot] != 0)
            slot = (slot + 1) % Slots;
        table[slot] = std::uint8_t(i + 1);
    }
    return table;
}
constexpr std::array<std::uint8_t, Slots> Table = makeTable();

} // namespace

TagId tagId(std::string_view name)
{
    if (name.empty())
        return TagId::Unknown;
    for (std::size_t slot = slotOf(name); Table[slot] != 0; slot = (slot + 1) % Slots) {
        if (Names[Table[slot] - 1] == name)
            return TagId(Table[slot]);
    }
    return TagId::Unknown;
}

} // namespace linnet::html

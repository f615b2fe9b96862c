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

/// A name as numbers, which together with its length tell it from all others; names have up to 16 letters.
struct Packed
{
    std::uint64_t head = 0;
    std::uint64_t tail = 0;

    constexpr bool operator==(const Packed &) const = default;
};

template <int Bytes> constexpr std::uint64_t load(const char *from)
{
    std::uint64_t word = 0;
    for (int i = 0; i < Bytes; ++i)
        word |= std::uint64_t(std::uint8_t(from[i])) << (8 * i);
    return word;
}

constexpr Packed pack(std::string_view name)
{
    const char *const begin = name.data();
    const std::size_t size = name.size();
    if (size >= 8)
        return {load<8>(begin), load<8>(begin + size - 8)};
    if (size >= 4)
        return {load<4>(begin), load<4>(begin + size - 4)};
    return {load<1>(begin) | load<1>(begin + size / 2) << 8 | load<1>(begin + size - 1) << 16, 0};
}

constexpr std::size_t Slots = 1024;
static_assert(std::size(Names) < 255);

constexpr std::size_t slotOf(Packed packed, std::size_t size)
{
    return std::size_t(((packed.head ^ (packed.tail << 7) ^ size) * 0x9E3779B97F4A7C15U) >> 54);
}

struct Table
{
    std::array<std::uint8_t, Slots> ids{};
    std::array<Packed, std::size(Names) + 1> packed{};
    std::array<std::uint8_t, std::size(Names) + 1> sizes{};
};

constexpr Table makeTable()
{
    Table table;
    for (std::size_t i = 0; i < std::size(Names); ++i) {
        const Packed packed = pack(Names[i]);
        std::size_t slot = slotOf(packed, Names[i].size());
        while (table.ids[slot] != 0)
            slot = (slot + 1) % Slots;
        table.ids[slot] = std::uint8_t(i + 1);
        table.packed[i + 1] = packed;
        table.sizes[i + 1] = std::uint8_t(Names[i].size());
    }
    return table;
}
constexpr Table Known = makeTable();

} // namespace

TagId tagId(std::string_view name)
{
    if (name.empty() || name.size() > 16)
        return TagId::Unknown;
    const Packed packed = pack(name);
    std::size_t slot = slotOf(packed, name.size());
    for (; Known.ids[slot] != 0; slot = (slot + 1) % Slots) {
        const std::uint8_t id = Known.ids[slot];
        if (Known.packed[id] == packed && Known.sizes[id] == name.size())
            return TagId(id);
    }
    return TagId::Unknown;
}

} // namespace linnet::html

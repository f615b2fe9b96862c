// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"

#include <string>
#include <vector>

namespace linnet::html {

/// Reads one tag from its name to its ">" (WHATWG HTML 13.2.5.8 and 13.2.5.32 to 13.2.5.40). What needs no
/// change is a view of the input, the rest is decoded into a buffer that is kept from tag to tag.
class TagReader
{
public:
    static constexpr std::size_t Unfinished = std::string_view::npos;

    /// Returns the position after the ">", or Unfinished when the input ends before it. `name` is the
    /// position of the name's first letter. Time is linear in the bytes of the tag, but for sorting the names
    /// of more than a few attributes.
    std::size_t read(std::string_view input, std::size_t name);
    /// The tag that was read last; valid until the next read() and as long as its input.
    Tag &tag() { return m_tag; }

private:
    /// A view that goes to a place in m_decoded once that no longer grows.
    struct Decoded
    {
        std::size_t attribute; ///< OfTag: the name of the tag
        bool isName;
        std::size_t offset;
        std::size_t length;
    };
    static constexpr std::size_t OfTag = std::size_t(-1);

    const char *readAttributes(const char *at, const char *end);
    const char *readAttribute(const char *at, const char *end);
    const char *readValue(const char *at, const char *end, Attribute &attribute);
    std::string_view name(std::string_view raw, bool changes, std::size_t attribute);
    std::string_view value(std::string_view raw);
    void dropRepeatedNames();
    void dropManyRepeatedNames();

    std::string m_decoded;
    std::vector<Decoded> m_moved;
    std::vector<Attribute> m_attributes;
    Tag m_tag;
};

} // namespace linnet::html

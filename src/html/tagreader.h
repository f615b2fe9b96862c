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
    /// position of the name's first letter. Time is linear in the bytes of the tag.
    std::size_t read(std::string_view input, std::size_t name);
    /// The tag that was read last; valid until the next read() and as long as its input.
    Tag &tag() { return m_tag; }

private:
    struct Slice
    {
        std::size_t offset;
        std::size_t length;
        bool decoded; ///< of m_decoded, else of the input
    };
    struct Part
    {
        Slice name;
        Slice value;
    };

    std::size_t readAttribute(std::size_t position);
    std::size_t readValue(std::size_t position, Slice &value);
    Slice nameSlice(std::size_t begin, std::size_t end);
    Slice valueSlice(std::size_t begin, std::size_t end);
    std::string_view view(const Slice &slice) const;
    void publish(const Slice &name, bool selfClosing);
    void dropRepeatedNames();

    std::string_view m_input;
    std::string m_decoded;
    std::vector<Part> m_parts;
    std::vector<Attribute> m_attributes;
    Tag m_tag;
};

} // namespace linnet::html

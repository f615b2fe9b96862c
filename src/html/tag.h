// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tagid.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace linnet::html {

/// One attribute: name in lower case, value decoded. Views live until the sink's call returns.
struct Attribute
{
    std::string_view name;
    std::string_view value;
};

/// A start or end tag: name in lower case, each attribute name once. Views live until the sink's call
/// returns.
struct Tag
{
    std::string_view name;
    std::span<const Attribute> attributes;
    bool selfClosing = false;
    TagId id = TagId::Unknown;
    std::size_t offset = 0; ///< of its "<" in the input of the present run
};

} // namespace linnet::html

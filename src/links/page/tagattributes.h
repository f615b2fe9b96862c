// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"
#include "links/page/edge.h"

#include <optional>
#include <string_view>

namespace linnet::links {

/// The value of an attribute; nothing when the tag does not have it.
std::optional<std::string_view> find(const html::Tag &tag, std::string_view name);

bool equalsNoCase(std::string_view text, std::string_view lower);
/// As the URL Standard trims: without blanks and control characters at both ends.
std::string_view trimmed(std::string_view text);
/// Whether a list of tokens parted by single blanks, all in lower case, has this one.
bool hasToken(std::string_view list, std::string_view token);

/// Sets rel and what follows from it.
void setRel(Edge &edge, std::optional<std::string_view> rel);

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace linnet::html {

/// The charset label in the content of a meta element (WHATWG HTML 2.6.5, "extracting a character encoding");
/// empty when there is none.
std::string_view charsetOfContent(std::string_view content);

/// What a meta element means that names this encoding: none is written in UTF-16, as it could not be read.
std::string_view metaEncoding(std::string_view name);

} // namespace linnet::html

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace linnet::html {

/// A document type declaration; what it does not say is empty.
struct Doctype
{
    std::optional<std::string> name; ///< lower case
    std::optional<std::string> publicId;
    std::optional<std::string> systemId;
    bool forceQuirks = false;
};

/// Reads the declaration between "<!doctype" and its ">" (WHATWG HTML 13.2.5.53 to 13.2.5.68); `cut` says
/// that the input ended before the ">".
Doctype readDoctype(std::string_view declaration, bool cut);

} // namespace linnet::html

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tagid.h"

#include <cstdint>

namespace linnet::html {

/// How the text after a start tag is read (the tokenizer states that tree construction chooses, WHATWG
/// HTML 13.2.6.4).
enum class ContentModel : std::uint8_t
{
    Data,
    Rcdata,    ///< character references, no tags but the end tag: title, textarea
    RawText,   ///< neither: style and others
    Script,    ///< as RawText, with the rules for "<!--" in scripts
    PlainText, ///< nothing ends it
    Cdata,     ///< to "]]>"
};

/// What follows a start tag, as in a document without scripting and foreign
/// content.
ContentModel contentAfter(TagId tag);

} // namespace linnet::html

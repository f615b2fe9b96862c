// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/contentmodel.h"

namespace linnet::html {

ContentModel contentAfter(std::string_view tagName)
{
    // Nearly all tags end here: the names below begin with one of six letters and are longer than two.
    if (tagName.size() < 3)
        return ContentModel::Data;
    switch (tagName.front()) {
    case 's':
        return tagName == "script"  ? ContentModel::Script
               : tagName == "style" ? ContentModel::RawText
                                    : ContentModel::Data;
    case 't':
        return tagName == "title" || tagName == "textarea" ? ContentModel::Rcdata : ContentModel::Data;
    case 'i':
        return tagName == "iframe" ? ContentModel::RawText : ContentModel::Data;
    case 'n':
        return tagName == "noembed" || tagName == "noframes" ? ContentModel::RawText : ContentModel::Data;
    case 'x':
        return tagName == "xmp" ? ContentModel::RawText : ContentModel::Data;
    case 'p':
        return tagName == "plaintext" ? ContentModel::PlainText : ContentModel::Data;
    default:
        return ContentModel::Data;
    }
}

} // namespace linnet::html

// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/contentmodel.h"

namespace linnet::html {

ContentModel contentAfter(TagId tag)
{
    switch (tag) {
    case TagId::Title:
    case TagId::Textarea:
        return ContentModel::Rcdata;
    case TagId::Style:
    case TagId::Iframe:
    case TagId::Noembed:
    case TagId::Noframes:
    case TagId::Xmp:
        return ContentModel::RawText;
    case TagId::Script:
        return ContentModel::Script;
    case TagId::Plaintext:
        return ContentModel::PlainText;
    default:
        return ContentModel::Data;
    }
}

} // namespace linnet::html

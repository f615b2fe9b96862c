// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "url/urlresolver.h"

namespace linnet::links {

/// What points from a page to an address.
enum class Element : std::uint8_t
{
    A,
    Area,
    Link,
    Img,
    Script,
    Iframe,
    Frame,
    Form,
    Source,
    Video,
    Audio,
    MetaRefresh,
    Object,
    Embed,
    Track,
    Input,
    Image, ///< of svg
    Use,
    Style, ///< a style sheet or a style attribute
    Meta   ///< the picture, film or sound that stands for the page elsewhere
};

/// Stored code: "a", "area", …, "meta".
std::string_view elementCode(Element element);

/// The part of a page in which something stands, by its elements or their role.
enum class Area : std::uint8_t
{
    None,
    Nav,
    Header, ///< of the page, not of an article in it; Footer, too
    Main,
    Aside,
    Footer
};

/// Stored code: "" for None, "nav", …, "footer".
std::string_view areaCode(Area area);

/// One reference on a page, as often as it stands there.
struct Edge
{
    Element element = Element::A;
    bool nofollow = false;   ///< rel has nofollow
    bool originOnly = false; ///< link rel=preconnect or dns-prefetch: names a host, there is nothing to fetch
    bool hasFragment = false;
    Area area = Area::None;
    int line = 1;              ///< of the tag, from 1; 0 = a header of the answer
    std::uint32_t address = 0; ///< index into PageFacts::addresses
    std::string fragment;      ///< percent-encoded, without "#"
    std::string anchor; ///< text inside, of images their alt; white space collapsed, at most 500 code points
    std::string rel;    ///< as written, white space collapsed, in lower case
};

} // namespace linnet::links

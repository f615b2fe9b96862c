// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/encoding.h"
#include "links/page/edge.h"
#include "links/page/indexrules.h"
#include "links/page/pagedetails.h"

#include <QByteArray>

#include <vector>

namespace linnet::links {

/// What the answer says about the bytes.
struct PageContext
{
    std::string url;                ///< the address that answered, after redirects; absolute
    std::string httpCharset;        ///< charset of Content-Type; empty when there is none
    std::string linkHeader = {};    ///< all values of Link
    std::string refreshHeader = {}; ///< of Refresh
    bool isXml = false;             ///< XHTML: "/>" ends any element (XML 1.0, 3.1)
};

/// A version of the page in another language, as an element link or a header names it.
struct Alternate
{
    static constexpr std::uint32_t NoAddress = std::uint32_t(-1);

    std::string language;      ///< as written: "de-AT", "x-default"; at most 100 code points
    std::string written;       ///< the address, when it is not written as a whole http(s) address
    int line = 1;              ///< of the tag, from 1; 0 = a header of the answer
    std::uint32_t address = 0; ///< index into PageFacts::addresses, or NoAddress
};

/// An address that a page names, once however often it does.
struct NamedAddress
{
    url::UrlKind kind = url::UrlKind::Invalid;
    std::string url; ///< Http: absolute, without fragment; otherwise the reference, at most 2,000 bytes
    std::string login = {}; ///< ResolvedUrl::login of the first reference that has one
};

/// What a page says about itself and where it points. All texts are UTF-8 with white space collapsed.
struct PageFacts
{
    std::string base; ///< what references are relative to
    std::string_view charset;
    html::EncodingSource charsetSource = html::EncodingSource::Default;
    bool charsetFaulty = false; ///< bytes that the charset does not have
    std::string title;          ///< title, description, h1, h2: the first of each, at most 2,000 code points
    std::string description;
    std::string h1;
    std::string h2;
    bool hasTitle = false; ///< there is a title element, be it empty
    std::string canonical; ///< resolved, without fragment; as written when it cannot be resolved
    bool hasCanonical = false;
    std::string language;              ///< of the html element
    IndexRules robots;                 ///< of the page itself; headers are the caller's
    std::vector<Alternate> alternates; ///< in document order, at most 2,000
    int alternatesNamed = 0;           ///< all of them
    bool hasRefresh = false;
    std::string refreshUrl; ///< resolved target of the first meta refresh; the page itself when it has none
    double refreshSeconds = 0;
    int words = 0;                       ///< of the visible text
    bool scripted = false;               ///< hardly any text, and scripts: a browser would build the page
    QByteArray places;                   ///< store::FragmentSet: id of every element and name of every a
    std::vector<NamedAddress> addresses; ///< each once
    std::vector<Edge> edges;             ///< in document order
    PageDetails details;
    int edgesLeftOut = 0; ///< beyond 200,000 edges or 64 MB of addresses and fragments
};

/// Reads an HTML page of any bytes. Linear in the body, pure, may run in any thread.
PageFacts readPage(QByteArrayView body, const PageContext &context);
/// What a style sheet loads: only `addresses` and `edges` are told. As readPage().
PageFacts readStyleSheet(QByteArrayView body, const PageContext &context);

} // namespace linnet::links

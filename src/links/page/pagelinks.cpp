// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagelinks.h"

#include "html/ascii.h"
#include "links/page/srcset.h"
#include "links/page/tagattributes.h"
#include "links/page/textcapture.h"

#include <cstring>

namespace linnet::links {

using html::Tag;
using html::TagId;

namespace {

constexpr std::size_t MostEdges = 200'000;
constexpr std::size_t LongestDataUrl = 64; // kept of addresses that are the thing itself

} // namespace

PageLinks::PageLinks(std::string_view page, PageFacts &facts)
    : m_page(page)
    , m_facts(facts)
    , m_lineEnd(page.find('\n') == std::string_view::npos ? '\r' : '\n')
{
}

void PageLinks::read(const Tag &tag, bool)
{
    switch (tag.id) {
    case TagId::Area:
        return readArea(tag);
    case TagId::Img:
        return readImage(tag);
    case TagId::Link:
        return readLink(tag);
    case TagId::Source:
        return readMedia(tag, Element::Source);
    case TagId::Video:
        return readMedia(tag, Element::Video);
    case TagId::Audio:
        return readMedia(tag, Element::Audio);
    case TagId::Script:
        addResource(tag, Element::Script, "src");
        return;
    case TagId::Iframe:
        addResource(tag, Element::Iframe, "src");
        return;
    case TagId::Frame:
        addResource(tag, Element::Frame, "src");
        return;
    case TagId::Form:
        if (const auto action = find(tag, "action"))
            add(tag, Element::Form, *action);
        return;
    default:
        return;
    }
}

std::optional<std::size_t> PageLinks::readAnchor(const Tag &tag, bool inSvg)
{
    std::optional<std::string_view> href = find(tag, "href");
    if (!href && inSvg)
        href = find(tag, "xlink:href");
    Edge *edge = href ? add(tag, Element::A, *href) : nullptr;
    if (!edge)
        return std::nullopt;
    setRel(*edge, find(tag, "rel"));
    return m_facts.edges.size() - 1;
}

void PageLinks::readRefresh(const Tag &tag, std::string_view reference)
{
    add(tag, Element::MetaRefresh, reference);
}

/// Null when there are too many edges.
Edge *PageLinks::add(const Tag &tag, Element element, std::string_view reference)
{
    reference = trimmed(reference);
    if (m_facts.edges.size() == MostEdges) {
        ++m_facts.edgesLeftOut;
        return nullptr;
    }
    if (html::startsWithNoCase(reference, "data:"))
        reference = reference.substr(0, LongestDataUrl);
    Edge &edge = m_facts.edges.emplace_back();
    edge.element = element;
    edge.line = lineAt(tag.offset);
    const std::size_t hash = reference.find('#');
    if (hash != std::string_view::npos && !url::UrlResolver::isForeign(reference)) {
        edge.hasFragment = true;
        edge.fragment = url::UrlResolver::fragment(reference.substr(hash + 1));
        reference = reference.substr(0, hash + 1);
    }
    edge.address = m_addresses.numberOf(reference);
    return &edge;
}

/// Empty addresses of resources load nothing.
Edge *PageLinks::addResource(const Tag &tag, Element element, std::string_view attribute)
{
    const auto reference = find(tag, attribute);
    return reference && !trimmed(*reference).empty() ? add(tag, element, *reference) : nullptr;
}

void PageLinks::addCandidates(const Tag &tag, Element element, std::string_view attribute,
                              std::string_view anchor)
{
    const auto srcset = find(tag, attribute);
    if (!srcset)
        return;
    for (const std::string_view url : srcsetUrls(*srcset)) {
        if (Edge *edge = add(tag, element, url))
            edge->anchor = anchor;
    }
}

void PageLinks::readArea(const Tag &tag)
{
    const auto href = find(tag, "href");
    Edge *edge = href ? add(tag, Element::Area, *href) : nullptr;
    if (!edge)
        return;
    setRel(*edge, find(tag, "rel"));
    edge->anchor = collapsed(find(tag, "alt").value_or(""), AnchorPoints);
}

void PageLinks::readImage(const Tag &tag)
{
    const std::string alt = collapsed(find(tag, "alt").value_or(""), AnchorPoints);
    if (Edge *edge = addResource(tag, Element::Img, "src"))
        edge->anchor = alt;
    addCandidates(tag, Element::Img, "srcset", alt);
}

void PageLinks::readMedia(const Tag &tag, Element element)
{
    addResource(tag, element, "src");
    if (element == Element::Source)
        addCandidates(tag, element, "srcset", {});
    if (element == Element::Video)
        addResource(tag, element, "poster");
}

void PageLinks::readLink(const Tag &tag)
{
    Edge *edge = addResource(tag, Element::Link, "href");
    if (!edge)
        return;
    const std::string_view href = trimmed(*find(tag, "href"));
    setRel(*edge, find(tag, "rel"));
    edge->originOnly = hasToken(edge->rel, "preconnect") || hasToken(edge->rel, "dns-prefetch");
    if (hasToken(edge->rel, "canonical") && !m_facts.hasCanonical) {
        m_facts.hasCanonical = true;
        m_facts.canonical = href;
    }
    const auto language = find(tag, "hreflang");
    if (language && hasToken(edge->rel, "alternate"))
        m_facts.alternates.push_back({std::string(trimmed(*language)), std::string(href)});
}

int PageLinks::lineAt(std::size_t offset)
{
    const char *const end = m_page.data() + offset;
    const char *at = m_page.data() + m_counted;
    while ((at = static_cast<const char *>(std::memchr(at, m_lineEnd, std::size_t(end - at))))) {
        ++m_line;
        ++at;
    }
    m_counted = offset;
    return m_line;
}

} // namespace linnet::links

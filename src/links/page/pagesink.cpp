// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagesink.h"

#include "html/ascii.h"
#include "html/metacharset.h"
#include "links/page/refresh.h"
#include "links/page/srcset.h"
#include "links/page/tagattributes.h"
#include "store/sqlite/fragmentset.h"

#include <algorithm>
#include <cstring>

namespace linnet::links {

using html::Tag;
using html::TagId;

namespace {

constexpr std::size_t TextPoints = 2000;
constexpr std::size_t AnchorPoints = 500;
constexpr std::size_t MostEdges = 200'000;
constexpr std::size_t LongestDataUrl = 64; ///< kept of addresses that are the thing itself
constexpr std::size_t NoscriptBytes = 2000;

/// As the URL Standard trims: blanks and control characters.
std::string_view trimmed(std::string_view text)
{
    const auto isControl = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    while (!text.empty() && isControl(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isControl(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isHeading(TagId id)
{
    return id >= TagId::H1 && id <= TagId::H6;
}

} // namespace

PageSink::PageSink(std::string_view page, const PageContext &context)
    : m_page(page)
    , m_pageUrl(context.url)
    , m_title(TextPoints)
    , m_h1(TextPoints)
    , m_h2(TextPoints)
    , m_anchor(AnchorPoints)
    , m_lineEnd(page.find('\n') == std::string_view::npos ? '\r' : '\n')
{
}

void PageSink::text(std::string_view piece)
{
    if (m_title.isOpen())
        m_title.append(piece);
    if (m_rawText || m_inert > 0)
        return;
    if (m_noscripts > 0) {
        m_noscript += piece.substr(0, NoscriptBytes - std::min(NoscriptBytes, m_noscript.size()));
        return;
    }
    m_visible.append(piece);
    if (m_anchor.isOpen())
        m_anchor.append(piece);
    if (m_h1.isOpen())
        m_h1.append(piece);
    if (m_h2.isOpen())
        m_h2.append(piece);
}

void PageSink::startTag(const Tag &tag)
{
    if (html::isBlock(tag.id) || tag.id == TagId::Td || tag.id == TagId::Th)
        partText();
    if (tag.id == TagId::Template) {
        const bool inert = !find(tag, "shadowrootmode");
        m_templates.push_back(inert);
        m_inert += inert ? 1 : 0;
        return;
    }
    startHidden(tag);
    if (m_inert > 0)
        return;
    if (!tag.attributes.empty())
        collectTargets(tag);
    startElement(tag);
}

/// Elements whose text is not shown.
void PageSink::startHidden(const Tag &tag)
{
    switch (tag.id) {
    case TagId::Script:
    case TagId::Style:
    case TagId::Iframe:
    case TagId::Noembed:
    case TagId::Noframes:
        m_rawText = !(tag.selfClosing && m_svg > 0);
        break;
    case TagId::Title:
        m_rawText = !(tag.selfClosing && m_svg > 0);
        if (m_svg == 0 && m_inert == 0 && !m_title.wasOpened())
            m_title.open();
        break;
    case TagId::Noscript:
        ++m_noscripts;
        break;
    case TagId::Svg:
        m_svg += tag.selfClosing ? 0 : 1;
        break;
    default:
        break;
    }
}

void PageSink::startElement(const Tag &tag)
{
    switch (tag.id) {
    case TagId::Html:
        if (m_facts.language.empty())
            m_facts.language = trimmed(find(tag, "lang").value_or(find(tag, "xml:lang").value_or("")));
        break;
    case TagId::Base:
        if (!m_baseReference && find(tag, "href"))
            m_baseReference = *find(tag, "href");
        break;
    case TagId::A:
        return readAnchor(tag);
    case TagId::Area:
        return readArea(tag);
    case TagId::Img:
        return readImage(tag);
    case TagId::Link:
        return readLink(tag);
    case TagId::Meta:
        return readMeta(tag);
    case TagId::Script:
        return readScript(tag);
    case TagId::Source:
    case TagId::Video:
    case TagId::Audio:
        return readMedia(tag);
    case TagId::Iframe:
        addResource(tag, Element::Iframe, "src");
        break;
    case TagId::Frame:
        addResource(tag, Element::Frame, "src");
        break;
    case TagId::Form:
        if (const auto action = find(tag, "action"))
            addEdge(tag, Element::Form, *action);
        break;
    default:
        if (!isHeading(tag.id))
            break;
        closeHeadings();
        if (tag.id == TagId::H1 && !m_h1.wasOpened())
            m_h1.open();
        if (tag.id == TagId::H2 && !m_h2.wasOpened())
            m_h2.open();
    }
}

void PageSink::endTag(const Tag &tag)
{
    m_rawText = false;
    if (html::isBlock(tag.id) || tag.id == TagId::Td || tag.id == TagId::Th)
        partText();
    switch (tag.id) {
    case TagId::Title:
        m_title.close();
        break;
    case TagId::A:
        closeAnchor();
        break;
    case TagId::Template:
        if (!m_templates.empty()) {
            m_inert -= m_templates.back() ? 1 : 0;
            m_templates.pop_back();
        }
        break;
    case TagId::Noscript:
        m_noscripts -= m_noscripts > 0 ? 1 : 0;
        break;
    case TagId::Svg:
        m_svg -= m_svg > 0 ? 1 : 0;
        break;
    default:
        if (isHeading(tag.id))
            closeHeadings();
    }
}

void PageSink::partText()
{
    m_visible.gap();
    m_anchor.gap();
    m_h1.gap();
    m_h2.gap();
}

void PageSink::closeHeadings()
{
    m_h1.close();
    m_h2.close();
}

void PageSink::closeAnchor()
{
    if (m_anchorEdge != None)
        m_facts.edges[m_anchorEdge].anchor = m_anchor.take();
    m_anchor.close();
    m_anchorEdge = None;
}

void PageSink::collectTargets(const Tag &tag)
{
    const auto add = [this](std::optional<std::string_view> name) {
        if (name && !name->empty())
            m_places.push_back(store::FragmentSet::hashOf({name->data(), qsizetype(name->size())}));
    };
    add(find(tag, "id"));
    if (tag.id == TagId::A)
        add(find(tag, "name"));
}

int PageSink::lineAt(std::size_t offset)
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

/// Null when there are too many edges.
Edge *PageSink::addEdge(const Tag &tag, Element element, std::string_view reference)
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
    setReference(edge, reference);
    return &edge;
}

void PageSink::setReference(Edge &edge, std::string_view reference)
{
    const std::size_t hash = reference.find('#');
    if (hash != std::string_view::npos && !UrlResolver::isForeign(reference)) {
        edge.hasFragment = true;
        edge.fragment = UrlResolver::fragment(reference.substr(hash + 1));
        reference = reference.substr(0, hash + 1);
    }
    // Lists of links often name one page after another place of it.
    if (!m_references.empty() && m_references[m_lastReference] == reference) {
        edge.address = m_lastReference;
        return;
    }
    const QByteArrayView text(reference.data(), qsizetype(reference.size()));
    const auto known = m_referenceNumbers.constFind(text);
    if (known != m_referenceNumbers.cend()) {
        edge.address = m_lastReference = *known;
        return;
    }
    edge.address = m_lastReference = std::uint32_t(m_references.size());
    const std::string &kept = m_references.emplace_back(reference);
    m_referenceNumbers.insert({kept.data(), qsizetype(kept.size())}, edge.address);
}

/// Empty addresses of resources load nothing.
Edge *PageSink::addResource(const Tag &tag, Element element, std::string_view attribute)
{
    const auto reference = find(tag, attribute);
    return reference && !trimmed(*reference).empty() ? addEdge(tag, element, *reference) : nullptr;
}

void PageSink::readAnchor(const Tag &tag)
{
    closeAnchor();
    std::optional<std::string_view> href = find(tag, "href");
    if (!href && m_svg > 0)
        href = find(tag, "xlink:href");
    if (!href)
        return;
    Edge *edge = addEdge(tag, Element::A, *href);
    if (!edge)
        return;
    ++m_anchors;
    setRel(*edge, find(tag, "rel"));
    m_anchorEdge = m_facts.edges.size() - 1;
    m_anchor.open();
}

void PageSink::readArea(const Tag &tag)
{
    const auto href = find(tag, "href");
    Edge *edge = href ? addEdge(tag, Element::Area, *href) : nullptr;
    if (!edge)
        return;
    setRel(*edge, find(tag, "rel"));
    edge->anchor = collapsed(find(tag, "alt").value_or(""), AnchorPoints);
}

void PageSink::readImage(const Tag &tag)
{
    const std::string alt = collapsed(find(tag, "alt").value_or(""), AnchorPoints);
    if (m_anchor.isOpen() && !alt.empty()) {
        m_anchor.gap();
        m_anchor.append(alt);
        m_anchor.gap();
    }
    if (Edge *edge = addResource(tag, Element::Img, "src"))
        edge->anchor = alt;
    addSrcset(tag, Element::Img, alt);
}

void PageSink::addSrcset(const Tag &tag, Element element, std::string_view anchor)
{
    const auto srcset = find(tag, "srcset");
    if (!srcset)
        return;
    for (const std::string_view url : srcsetUrls(*srcset)) {
        if (Edge *edge = addEdge(tag, element, url))
            edge->anchor = anchor;
    }
}

void PageSink::readMedia(const Tag &tag)
{
    const Element element = tag.id == TagId::Source  ? Element::Source
                            : tag.id == TagId::Video ? Element::Video
                                                     : Element::Audio;
    addResource(tag, element, "src");
    if (tag.id == TagId::Source)
        addSrcset(tag, element, {});
    if (tag.id == TagId::Video)
        addResource(tag, element, "poster");
}

void PageSink::readScript(const Tag &tag)
{
    const std::string_view type = find(tag, "type").value_or("");
    const bool data = type.find("json") != std::string_view::npos || type.starts_with("text/template");
    m_scripts += data ? 0 : 1;
    addResource(tag, Element::Script, "src");
}

void PageSink::readLink(const Tag &tag)
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

void PageSink::readMeta(const Tag &tag)
{
    const std::string_view content = find(tag, "content").value_or("");
    const auto declare = [this](std::string_view label) {
        if (m_declaredEncoding.empty())
            m_declaredEncoding = html::metaEncoding(html::encodingForLabel(label));
    };
    if (const auto charset = find(tag, "charset"))
        declare(*charset);
    if (const auto pragma = find(tag, "http-equiv")) {
        if (equalsNoCase(*pragma, "content-type"))
            declare(html::charsetOfContent(content));
        else if (equalsNoCase(*pragma, "refresh"))
            readRefresh(tag, content);
        else if (equalsNoCase(*pragma, "content-language") && m_facts.language.empty())
            m_facts.language = trimmed(content.substr(0, content.find(',')));
    }
    const std::string_view name = trimmed(find(tag, "name").value_or(""));
    if (equalsNoCase(name, "description") && m_facts.description.empty())
        m_facts.description = collapsed(content, TextPoints);
    m_facts.robots.addMeta(name, content);
}

void PageSink::readRefresh(const Tag &tag, std::string_view content)
{
    const std::optional<Refresh> refresh = parseRefresh(content);
    if (!refresh)
        return;
    // Browsers with scripts do not see it there.
    if (m_noscripts == 0 && !m_facts.hasRefresh) {
        m_facts.hasRefresh = true;
        m_facts.refreshSeconds = refresh->seconds;
        m_facts.refreshUrl = refresh->url;
    }
    addEdge(tag, Element::MetaRefresh, refresh->url);
}

} // namespace linnet::links

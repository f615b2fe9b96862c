// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagesink.h"

#include "encoding/encoding.h"
#include "html/ascii.h"
#include "html/metacharset.h"
#include "links/page/cuttext.h"
#include "links/page/pixelwidth.h"
#include "links/page/refresh.h"
#include "links/page/tagattributes.h"
#include "store/sqlite/fragmentset.h"
#include "url/withoutlogin.h"

#include <algorithm>

namespace linnet::links {

using html::Tag;
using html::TagId;

namespace {

constexpr std::size_t TextPoints = 2000;
constexpr std::size_t NoscriptBytes = 2000;

bool mentionsScripts(const std::string &text)
{
    std::string lower = text;
    std::transform(lower.begin(), lower.end(), lower.begin(), html::toLower);
    return lower.find("javascript") != std::string::npos;
}

bool isHeading(TagId id)
{
    return id >= TagId::H1 && id <= TagId::H6;
}

} // namespace

PageSink::PageSink(std::string_view page, const PageContext &context)
    : m_pageUrl(context.url)
    , m_pageBytes(page.size())
    , m_links(page, m_facts, m_open)
    , m_survey(m_facts.details)
    , m_title(TextPoints)
    , m_h1(TextPoints)
    , m_h2(TextPoints)
    , m_anchor(PageLinks::AnchorPoints)
    , m_isXml(context.isXml)
{
    m_links.readHeaders(context);
}

void PageSink::text(std::string_view piece)
{
    if (m_title.isOpen())
        m_title.append(piece);
    if (m_inert > 0)
        return;
    if (m_rawText) {
        m_links.sheetText(piece);
        return m_survey.rawText(piece);
    }
    if (m_noscripts > 0) {
        m_noscript += piece.substr(0, NoscriptBytes - std::min(NoscriptBytes, m_noscript.size()));
        return;
    }
    m_visible.append(piece);
    m_survey.text(piece);
    if (m_anchor.isOpen())
        m_anchor.append(piece);
    if (m_h1.isOpen())
        m_h1.append(piece);
    if (m_h2.isOpen())
        m_h2.append(piece);
}

void PageSink::startTag(const Tag &tag)
{
    openTag(tag);
    // An empty svg was never opened.
    if (m_isXml && tag.selfClosing && tag.id != TagId::Svg)
        endTag(tag);
}

void PageSink::openTag(const Tag &tag)
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
    // Within svg an element may end with its start tag; in XML an end tag follows.
    m_open.start(tag, tag.selfClosing && (tag.id == TagId::Svg || (m_svg > 0 && !m_isXml)));
    if (!tag.attributes.empty()) {
        collectTargets(tag);
        m_links.readStyle(tag);
    }
    startElement(tag);
    if (m_noscripts == 0)
        m_survey.startTag(tag, m_svg > 0);
}

/// Elements whose text is not shown.
void PageSink::startHidden(const Tag &tag)
{
    switch (tag.id) {
    case TagId::Style:
        m_rawText = !(tag.selfClosing && m_svg > 0);
        if (m_rawText && m_inert == 0)
            m_links.openSheet(tag);
        break;
    case TagId::Script:
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
    case TagId::Img:
        readImageText(tag);
        break;
    case TagId::Meta:
        return readMeta(tag);
    case TagId::Script:
        countScript(tag);
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
    m_links.read(tag, m_svg > 0);
}

void PageSink::endTag(const Tag &tag)
{
    m_rawText = false;
    m_links.closeSheet();
    if (m_inert == 0)
        m_open.end(tag.id);
    if (m_inert == 0 && m_noscripts == 0)
        m_survey.endTag(tag);
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
    m_survey.gap();
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
    if (m_anchorEdge) {
        m_facts.edges[*m_anchorEdge].anchor = m_anchor.take();
        if (m_facts.edges[*m_anchorEdge].anchor.empty() && m_noscripts == 0)
            m_survey.silentAnchor();
    }
    m_anchor.close();
    m_anchorEdge.reset();
}

void PageSink::collectTargets(const Tag &tag)
{
    const auto add = [](std::optional<std::string_view> name, std::vector<quint64> &to) {
        if (name && !name->empty())
            to.push_back(store::FragmentSet::hashOf({name->data(), qsizetype(name->size())}));
    };
    add(find(tag, "id"), m_ids);
    if (tag.id == TagId::A)
        add(find(tag, "name"), m_places);
}

void PageSink::readAnchor(const Tag &tag)
{
    closeAnchor();
    m_anchorEdge = m_links.readAnchor(tag, m_svg > 0);
    if (!m_anchorEdge)
        return;
    ++m_anchors;
    m_anchor.open();
}

/// In a link, what stands for an image is part of the link's text.
void PageSink::readImageText(const Tag &tag)
{
    if (m_h1.isOpen() && m_h1Picture.empty())
        m_h1Picture = collapsed(find(tag, "alt").value_or(""), TextPoints);
    if (!m_anchor.isOpen())
        return;
    const std::string alt = collapsed(find(tag, "alt").value_or(""), PageLinks::AnchorPoints);
    if (alt.empty())
        return;
    m_anchor.gap();
    m_anchor.append(alt);
    m_anchor.gap();
}

void PageSink::countScript(const Tag &tag)
{
    const std::string_view type = find(tag, "type").value_or("");
    const bool data = type.find("json") != std::string_view::npos || type.starts_with("text/template");
    m_scripts += data ? 0 : 1;
}

void PageSink::readMeta(const Tag &tag)
{
    const std::string_view content = find(tag, "content").value_or("");
    const auto declare = [this](std::string_view label) {
        if (m_declaredEncoding.empty())
            m_declaredEncoding = html::metaEncoding(encoding::nameForLabel(label));
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
    m_links.readMeta(tag, content);
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
    m_links.readRefresh(tag, refresh->url);
}

PageFacts PageSink::takeFacts(std::string_view encoding)
{
    closeAnchor();
    m_links.closeSheet();
    const url::UrlResolver page(m_pageUrl, encoding);
    const url::ResolvedUrl base = page.resolve(m_baseReference.value_or(""));
    const bool usable = m_baseReference && base.kind == url::UrlKind::Http;
    const url::UrlResolver resolver(usable ? base.href : page.base(), encoding);
    m_facts.base = resolver.base();
    m_links.resolve(resolver);
    resolveFacts(resolver);
    m_facts.hasTitle = m_title.wasOpened();
    m_facts.title = m_title.take();
    m_facts.h1 = m_h1.take();
    if (m_facts.h1.empty())
        m_facts.h1 = m_h1Picture;
    m_facts.h2 = m_h2.take();
    gatherPlaces();
    m_facts.words = m_visible.words();
    m_facts.scripted = looksScripted();
    m_facts.charset = encoding;
    measureFacts();
    return std::move(m_facts);
}

void PageSink::resolveFacts(const url::UrlResolver &resolver)
{
    const auto replace = [&resolver](std::string &url, bool keep) {
        url::ResolvedUrl resolved = resolver.resolve(url);
        if (resolved.kind == url::UrlKind::Http)
            url = std::move(resolved.href);
        else
            url = keep ? url::withoutLogin(url) : std::string();
        cutText(url, LongestForeign);
    };
    if (m_facts.hasCanonical)
        replace(m_facts.canonical, true);
    if (m_facts.hasRefresh)
        replace(m_facts.refreshUrl, true);
    for (CanonicalName &name : m_facts.details.canonicals) {
        name.resolved = name.url;
        replace(name.resolved, true);
        name.url = url::withoutLogin(name.url);
        cutText(name.url, LongestForeign);
    }
}

/// An id of several elements names the first of them.
void PageSink::gatherPlaces()
{
    std::ranges::sort(m_ids);
    for (std::size_t i = 1; i < m_ids.size(); ++i) {
        const bool isSecond = m_ids[i] == m_ids[i - 1] && (i < 2 || m_ids[i] != m_ids[i - 2]);
        m_facts.details.doubledIds += isSecond ? 1 : 0;
    }
    m_places.insert(m_places.end(), m_ids.begin(), m_ids.end());
    m_facts.places = store::FragmentSet::pack(std::move(m_places));
}

void PageSink::measureFacts()
{
    constexpr int TitleSize = 20;
    constexpr int DescriptionSize = 14;
    m_survey.finish(m_pageBytes);
    m_facts.details.elementDepth = m_open.deepest();
    m_facts.details.titleWidth = pixelWidth(m_facts.title, TitleSize);
    m_facts.details.descriptionWidth = pixelWidth(m_facts.description, DescriptionSize);
}

bool PageSink::looksScripted() const
{
    constexpr int HardlyAny = 20;
    constexpr int Few = 80;
    constexpr std::size_t FewLinks = 3;
    if (m_scripts == 0 || m_anchors > FewLinks)
        return false;
    return m_visible.words() < HardlyAny || (m_visible.words() < Few && mentionsScripts(m_noscript));
}

} // namespace linnet::links

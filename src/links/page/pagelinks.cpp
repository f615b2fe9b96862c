// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/page/pagelinks.h"

#include "encoding/decoder.h"
#include "html/ascii.h"
#include "html/htmltokenizer.h"
#include "links/page/cssaddresses.h"
#include "links/page/cuttext.h"
#include "links/page/linkheader.h"
#include "links/page/refresh.h"
#include "links/page/srcset.h"
#include "links/page/tagattributes.h"
#include "links/page/textcapture.h"
#include "url/withoutlogin.h"

#include <cstring>

namespace linnet::links {

using html::Tag;
using html::TagId;

namespace {

constexpr std::size_t MostEdges = 200'000;
constexpr std::size_t MostCanonicals = 20;
constexpr std::size_t MostAlternates = 2000;
constexpr std::size_t LanguagePoints = 100;
constexpr std::size_t LongestDataUrl = 64; // kept of addresses that are the thing itself

} // namespace

PageLinks::PageLinks(std::string_view page, PageFacts &facts, const OpenElements &open)
    : m_page(page)
    , m_facts(facts)
    , m_open(open)
    , m_lineEnd(page.find('\n') == std::string_view::npos ? '\r' : '\n')
{
}

void PageLinks::read(const Tag &tag, bool inSvg)
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
        readSrcdoc(tag);
        addResource(tag, Element::Iframe, "src");
        return readDeferred(tag, Element::Iframe);
    case TagId::Frame:
        addResource(tag, Element::Frame, "src");
        return;
    case TagId::Form:
        if (const auto action = find(tag, "action"))
            add(tag, Element::Form, *action);
        return;
    case TagId::Object:
        addResource(tag, Element::Object, "data");
        return;
    case TagId::Embed:
        addResource(tag, Element::Embed, "src");
        return;
    case TagId::Track:
        addResource(tag, Element::Track, "src");
        return;
    case TagId::Input:
        if (equalsNoCase(trimmed(find(tag, "type").value_or("")), "image"))
            addResource(tag, Element::Input, "src");
        return;
    case TagId::Use:
        return readPicture(tag, Element::Use);
    default:
        if (inSvg && tag.name == "image")
            readPicture(tag, Element::Image);
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

void PageLinks::readMeta(const Tag &tag, std::string_view content)
{
    constexpr std::string_view Named[] = {"og:image",      "og:image:url",     "og:image:secure_url",
                                          "og:video",      "og:video:url",     "og:video:secure_url",
                                          "og:audio",      "og:audio:url",     "og:audio:secure_url",
                                          "twitter:image", "twitter:image:src"};
    const std::string_view property = trimmed(find(tag, "property").value_or(find(tag, "name").value_or("")));
    const auto isIt = [property](std::string_view name) { return equalsNoCase(property, name); };
    if (trimmed(content).empty() || std::ranges::none_of(Named, isIt))
        return;
    if (Edge *edge = add(tag, Element::Meta, content))
        setRel(*edge, property);
}

void PageLinks::readStyle(const Tag &tag)
{
    const auto style = find(tag, "style");
    if (style && style->find('(') != std::string_view::npos)
        readSheet(*style, lineAt(tag.offset));
}

void PageLinks::openSheet(const Tag &tag)
{
    m_sheet.emplace();
    m_sheetLine = lineAt(tag.offset);
}

void PageLinks::sheetText(std::string_view piece)
{
    if (m_sheet)
        *m_sheet += piece;
}

void PageLinks::closeSheet()
{
    if (m_sheet)
        readSheet(*std::exchange(m_sheet, std::nullopt), m_sheetLine);
}

void PageLinks::readSheet(std::string_view css, int line)
{
    std::size_t counted = 0;
    for (const CssAddress &address : cssAddresses(css)) {
        const std::string_view between = css.substr(counted, address.offset - counted);
        line += int(std::ranges::count(between, m_lineEnd));
        counted = address.offset;
        Edge *edge = addAt(m_fixedLine > 0 ? m_fixedLine : line, Element::Style, address.url);
        if (edge && address.isSheet)
            edge->rel = "import";
    }
}

namespace {

/// Takes the tags of a page within a page.
class SrcdocSink
{
public:
    explicit SrcdocSink(PageLinks &links)
        : m_links(links)
    {
    }
    void text(std::string_view piece) { m_links.sheetText(piece); }
    void startTag(const Tag &tag)
    {
        m_links.readStyle(tag);
        if (tag.id == TagId::A)
            m_links.readAnchor(tag, false);
        else if (tag.id == TagId::Style)
            m_links.openSheet(tag);
        else
            m_links.read(tag, false);
    }
    void endTag(const Tag &tag)
    {
        if (tag.id == TagId::Style)
            m_links.closeSheet();
    }
    void comment(std::string_view) {}
    void doctype(const html::Doctype &) {}

private:
    PageLinks &m_links;
};

} // namespace

/// In a page within that one its tags stand escaped once more: none is looked for there.
void PageLinks::readSrcdoc(const Tag &tag)
{
    const auto page = find(tag, "srcdoc");
    if (!page || m_fixedLine > 0)
        return;
    m_fixedLine = lineAt(tag.offset);
    SrcdocSink sink(*this);
    html::HtmlTokenizer tokenizer(sink);
    tokenizer.run(*page, true);
    closeSheet();
    m_fixedLine = 0;
}

/// Null when there are too many edges.
Edge *PageLinks::add(const Tag &tag, Element element, std::string_view reference)
{
    return addAt(lineAt(tag.offset), element, reference);
}

Edge *PageLinks::addAt(int line, Element element, std::string_view reference)
{
    reference = trimmed(reference);
    if (m_facts.edges.size() == MostEdges) {
        ++m_facts.edgesLeftOut;
        return nullptr;
    }
    if (html::startsWithNoCase(reference, "data:"))
        reference = cutView(reference, LongestDataUrl);
    Edge &edge = m_facts.edges.emplace_back();
    edge.element = element;
    edge.line = line;
    edge.area = m_open.area();
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
    readDeferred(tag, Element::Img);
}

/// What scripts put in the place of src when the reader comes near.
void PageLinks::readDeferred(const Tag &tag, Element element)
{
    const std::string_view later = trimmed(find(tag, "data-src").value_or(""));
    const auto isTemplate = [](std::string_view text) {
        return text.find("{{") != std::string_view::npos || text.find("${") != std::string_view::npos ||
               text.find("<%") != std::string_view::npos;
    };
    if (!later.empty() && !isTemplate(later))
        add(tag, element, later);
    if (const auto set = find(tag, "data-srcset"); set && !isTemplate(*set))
        addCandidates(tag, element, "data-srcset", {});
}

/// Pictures within svg; those of the page itself are no addresses.
void PageLinks::readPicture(const Tag &tag, Element element)
{
    const char *name = find(tag, "href") ? "href" : "xlink:href";
    if (!trimmed(find(tag, name).value_or("#")).starts_with('#'))
        addResource(tag, element, name);
}

void PageLinks::readMedia(const Tag &tag, Element element)
{
    addResource(tag, element, "src");
    if (element == Element::Source)
        addCandidates(tag, element, "srcset", {});
    readDeferred(tag, element);
    if (element == Element::Video)
        addResource(tag, element, "poster");
}

void PageLinks::readLink(const Tag &tag)
{
    if (Edge *edge = addResource(tag, Element::Link, "href")) {
        const std::string_view href = trimmed(*find(tag, "href"));
        relate(*edge, href, find(tag, "rel"));
        if (const auto language = find(tag, "hreflang"))
            addAlternate(*edge, href, *language);
    }
    const auto candidates = find(tag, "imagesrcset");
    if (!candidates)
        return;
    for (const std::string_view url : srcsetUrls(*candidates)) {
        if (Edge *edge = add(tag, Element::Link, url))
            setRel(*edge, find(tag, "rel"));
    }
}

void PageLinks::relate(Edge &edge, std::string_view href, std::optional<std::string_view> rel)
{
    setRel(edge, rel);
    edge.originOnly = hasToken(edge.rel, "preconnect") || hasToken(edge.rel, "dns-prefetch");
    if (hasToken(edge.rel, "canonical") && !m_facts.hasCanonical) {
        m_facts.hasCanonical = true;
        m_facts.canonical = href;
    }
    if (hasToken(edge.rel, "canonical") && m_facts.details.canonicals.size() < MostCanonicals)
        m_facts.details.canonicals.push_back({std::string(href), {}, edge.line == 0});
}

void PageLinks::addAlternate(const Edge &edge, std::string_view href, std::string_view language)
{
    if (!hasToken(edge.rel, "alternate"))
        return;
    ++m_facts.alternatesNamed;
    if (m_facts.alternates.size() == MostAlternates)
        return;
    Alternate &alternate = m_facts.alternates.emplace_back();
    alternate.language = collapsed(language, LanguagePoints);
    alternate.line = edge.line;
    alternate.address = edge.address;
    if (html::startsWithNoCase(href, "http://") || html::startsWithNoCase(href, "https://"))
        return;
    alternate.written = url::withoutLogin(href);
    cutText(alternate.written, LongestForeign);
}

namespace {

/// A header may hold any bytes; addresses of the web are fit for it, other texts are not.
std::string asText(std::string_view bytes)
{
    std::string buffer;
    return std::string(encoding::decodeToUtf8(bytes, "UTF-8", buffer).text);
}

} // namespace

/// Their references count from the page's own address, whatever its base element says (RFC 8288, 3.2).
void PageLinks::readHeaders(const PageContext &context)
{
    const url::UrlResolver page(context.url);
    const auto absolute = [&page](std::string_view reference) {
        const url::ResolvedUrl there = page.resolve(reference);
        if (there.kind != url::UrlKind::Http)
            return asText(reference);
        std::string text = there.href;
        if (!there.login.empty())
            text.insert(text.find("//") + 2, there.login + '@');
        return there.hasFragment ? text + '#' + there.fragment : text;
    };
    for (const LinkValue &link : parseLinkHeader(context.linkHeader)) {
        const std::string target = absolute(link.target);
        Edge *edge = addAt(0, Element::Link, target);
        if (!edge)
            continue;
        relate(*edge, target, asText(link.rel));
        if (!link.hreflang.empty())
            addAlternate(*edge, asText(link.target), asText(link.hreflang));
    }
    if (const std::optional<Refresh> refresh = parseRefresh(context.refreshHeader)) {
        m_facts.hasRefresh = true;
        m_facts.refreshSeconds = refresh->seconds;
        m_facts.refreshUrl = absolute(refresh->url);
        addAt(0, Element::MetaRefresh, m_facts.refreshUrl);
    }
}

int PageLinks::lineAt(std::size_t offset)
{
    if (m_fixedLine > 0)
        return m_fixedLine;
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

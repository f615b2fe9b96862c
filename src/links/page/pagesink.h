// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/doctype.h"
#include "html/tag.h"
#include "links/page/pagereader.h"
#include "links/page/textcapture.h"
#include "links/page/visibletext.h"

#include <QHash>

#include <deque>
#include <optional>

namespace linnet::links {

/// Takes the tokens of one page and keeps what readPage() reports; addresses stay as written until
/// takeFacts().
class PageSink
{
public:
    /// `page` is the whole text that the tags' offsets count in; both outlive the sink.
    PageSink(std::string_view page, const PageContext &context);

    void text(std::string_view piece);
    void startTag(const html::Tag &tag);
    void endTag(const html::Tag &tag);
    void comment(std::string_view) {}
    void doctype(const html::Doctype &) {}

    /// The encoding that a meta element names anywhere on the page; empty when none does.
    std::string_view declaredEncoding() const { return m_declaredEncoding; }
    PageFacts takeFacts(std::string_view encoding);

private:
    void startVisible(const html::Tag &tag);
    void startElement(const html::Tag &tag);
    void startHidden(const html::Tag &tag);
    void collectTargets(const html::Tag &tag);
    void readAnchor(const html::Tag &tag);
    void readArea(const html::Tag &tag);
    void readImage(const html::Tag &tag);
    void readLink(const html::Tag &tag);
    void readMedia(const html::Tag &tag);
    void readScript(const html::Tag &tag);
    void readMeta(const html::Tag &tag);
    void readRefresh(const html::Tag &tag, std::string_view content);
    void addSrcset(const html::Tag &tag, Element element, std::string_view anchor);
    Edge *addEdge(const html::Tag &tag, Element element, std::string_view reference);
    void setReference(Edge &edge, std::string_view reference);
    Edge *addResource(const html::Tag &tag, Element element, std::string_view attribute);
    void closeAnchor();
    void closeHeadings();
    void partText();
    int lineAt(std::size_t offset);
    void resolveEdges(const UrlResolver &resolver);
    void takeAddresses(const UrlResolver &resolver, std::vector<std::uint32_t> &addressOf);
    void resolveFacts(const UrlResolver &resolver);
    bool looksScripted() const;

    static constexpr std::size_t None = std::size_t(-1);

    std::string_view m_page;
    std::string m_pageUrl;
    PageFacts m_facts;
    /// References as written, up to "#" and with it, each once; an edge's address is an index into them until
    /// they are resolved. Their texts stay where they are.
    std::deque<std::string> m_references;
    QHash<QByteArrayView, std::uint32_t> m_referenceNumbers;
    std::uint32_t m_lastReference = 0;
    std::vector<quint64> m_places;
    VisibleText m_visible;
    TextCapture m_title;
    TextCapture m_h1;
    TextCapture m_h2;
    TextCapture m_anchor;
    std::string m_noscript; ///< the first of what is shown without scripts
    std::string_view m_declaredEncoding;
    std::optional<std::string> m_baseReference;
    std::vector<bool> m_templates; ///< the open ones; true when what is in them is no part of the page
    std::size_t m_anchorEdge = None;
    std::size_t m_counted = 0; ///< offset up to which lines are counted
    std::size_t m_urlBytes = 0;
    std::size_t m_anchors = 0; ///< elements a with an address
    int m_line = 1;
    int m_inert = 0; ///< open templates that are no part of the page
    int m_svg = 0;
    int m_noscripts = 0;
    int m_scripts = 0;
    char m_lineEnd = '\n';
    bool m_rawText = false; ///< between the tags of script, style and others that show nothing
};

} // namespace linnet::links

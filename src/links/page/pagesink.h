// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/doctype.h"
#include "links/page/pagelinks.h"
#include "links/page/pagesurvey.h"
#include "links/page/textcapture.h"
#include "links/page/visibletext.h"

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
    void openTag(const html::Tag &tag);
    void startElement(const html::Tag &tag);
    void startHidden(const html::Tag &tag);
    void collectTargets(const html::Tag &tag);
    void readAnchor(const html::Tag &tag);
    void readImageText(const html::Tag &tag);
    void countScript(const html::Tag &tag);
    void readMeta(const html::Tag &tag);
    void readRefresh(const html::Tag &tag, std::string_view content);
    void closeAnchor();
    void closeHeadings();
    void partText();
    void resolveFacts(const url::UrlResolver &resolver);
    void measureFacts();
    void gatherPlaces();
    bool looksScripted() const;

    std::string m_pageUrl;
    std::size_t m_pageBytes;
    PageFacts m_facts;
    OpenElements m_open;
    PageLinks m_links;
    PageSurvey m_survey;
    std::vector<quint64> m_places; ///< names of a elements
    std::vector<quint64> m_ids;    ///< as often as they stand there
    VisibleText m_visible;
    TextCapture m_title;
    TextCapture m_h1;
    TextCapture m_h2;
    TextCapture m_anchor;
    std::string m_h1Picture; ///< what stands for pictures in the first h1
    std::string m_noscript;  ///< the first of what is shown without scripts
    std::string_view m_declaredEncoding;
    std::optional<std::string> m_baseReference;
    std::vector<bool> m_templates; ///< the open ones; true when what is in them is no part of the page
    std::optional<std::size_t> m_anchorEdge; ///< of the open link
    std::size_t m_anchors = 0;               ///< elements a with an address
    int m_inert = 0;                         ///< open templates that are no part of the page
    int m_svg = 0;
    int m_noscripts = 0;
    int m_scripts = 0;
    bool m_isXml = false;
    bool m_rawText = false; ///< between the tags of script, style and others that show nothing
};

} // namespace linnet::links

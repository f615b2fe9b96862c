// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"
#include "links/page/openelements.h"
#include "links/page/pageaddresses.h"

#include <optional>

namespace linnet::links {

/// Takes from tags what they refer to: the edges of one page, with the line, the part of the page, the
/// relation and, of images and areas, the text that stands for them.
class PageLinks
{
public:
    /// The tags' offsets count in `page`; `open` are the elements around the tag that is read. All outlive
    /// this.
    PageLinks(std::string_view page, PageFacts &facts, const OpenElements &open);

    /// Any start tag but that of an a element. inSvg: it stands inside an svg element.
    void read(const html::Tag &tag, bool inSvg);
    /// The index of the edge; nothing when the a element has no address, or there are too many edges.
    std::optional<std::size_t> readAnchor(const html::Tag &tag, bool inSvg);
    void readRefresh(const html::Tag &tag, std::string_view reference);
    /// A meta element that names what stands for the page elsewhere: Open Graph, and its like.
    void readMeta(const html::Tag &tag, std::string_view content);
    /// What the style attribute of any tag loads.
    void readStyle(const html::Tag &tag);
    /// A style element: from its tag, the pieces of its text, to its end; the latter two do nothing when none
    /// is open.
    void openSheet(const html::Tag &tag);
    void sheetText(std::string_view piece);
    void closeSheet();
    /// A page within an attribute of the page (srcdoc), whose links are those of the page.
    void readSrcdoc(const html::Tag &tag);
    /// What a style sheet that begins in that line loads.
    void readSheet(std::string_view css, int line);
    /// Link and Refresh headers of the answer; before any tag.
    void readHeaders(const PageContext &context);

    /// Resolves what was taken.
    void resolve(const url::UrlResolver &resolver) { m_addresses.resolve(resolver, m_facts); }

    static constexpr std::size_t AnchorPoints = 500; ///< code points kept of a link's text

private:
    Edge *add(const html::Tag &tag, Element element, std::string_view reference);
    Edge *addAt(int line, Element element, std::string_view reference);
    Edge *addResource(const html::Tag &tag, Element element, std::string_view attribute);
    void addCandidates(const html::Tag &tag, Element element, std::string_view attribute,
                       std::string_view anchor);
    void readArea(const html::Tag &tag);
    void readImage(const html::Tag &tag);
    void readMedia(const html::Tag &tag, Element element);
    void readDeferred(const html::Tag &tag, Element element);
    void readLink(const html::Tag &tag);
    void readPicture(const html::Tag &tag, Element element);
    void relate(Edge &edge, std::string_view href, std::optional<std::string_view> rel);
    void addAlternate(const Edge &edge, std::string_view href, std::string_view language);
    int lineAt(std::size_t offset);

    std::string_view m_page;
    PageFacts &m_facts;
    const OpenElements &m_open;
    PageAddresses m_addresses;
    std::size_t m_counted = 0; ///< offset up to which lines are counted
    int m_line = 1;
    int m_fixedLine = 0;                ///< of all that is read while it is not 0
    std::optional<std::string> m_sheet; ///< the open style element's
    int m_sheetLine = 1;
    char m_lineEnd = '\n';
};

} // namespace linnet::links

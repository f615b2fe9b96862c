// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/tag.h"
#include "links/page/maintext.h"
#include "links/page/pagedetails.h"

namespace linnet::links {

/// Counts on a page what PageDetails has. It is told of what is part of the page: nothing of templates, and
/// nothing of what is for browsers without scripts.
class PageSurvey
{
public:
    explicit PageSurvey(PageDetails &details);

    void startTag(const html::Tag &tag, bool inSvg);
    void endTag(const html::Tag &tag);
    void text(std::string_view piece);
    /// Of a script, a style sheet or a title.
    void rawText(std::string_view piece);
    /// Letters before and after are not of one word.
    void gap() { m_main.gap(); }
    /// A link ends of which nothing is read out: no text, no picture with words.
    void silentAnchor();
    void finish(std::size_t pageBytes);

private:
    void noteHead(const html::Tag &tag);
    void readMeta(const html::Tag &tag);
    void readLink(const html::Tag &tag);
    void readAnchor(const html::Tag &tag);
    void readImage(const html::Tag &tag);
    void readHeading(int level);
    void readData();

    PageDetails &m_details;
    MainText m_main;
    std::string m_data; ///< of the open block of JSON-LD
    bool m_inData = false;
    bool m_inBody = false;
    bool m_isNamed = false; ///< the open link, by an attribute
    int m_apart = 0;        ///< open nav, header and footer elements
    std::size_t m_apartBytes = 0;
    int m_level = 0; ///< of the last heading
};

} // namespace linnet::links

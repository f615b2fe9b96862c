// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemappieces.h"

#include "links/sitemap/sitemaplist.h"

#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qsizetype LookedAt = 1024;
}

bool SitemapPieces::feed(QByteArrayView data)
{
    if (m_form != Form::Unknown)
        return pass(data.toByteArray());
    m_begin += data;
    return m_begin.size() < LookedAt || begin();
}

void SitemapPieces::finish()
{
    if (m_form == Form::Unknown && !begin())
        return;
    if (m_form == Form::Xml)
        m_xml.finish();
    else if (m_form == Form::Text && !m_line.isEmpty())
        addLine(m_line);
}

bool SitemapPieces::begin()
{
    // White space before the XML declaration is a common mistake and harmless.
    if (m_begin.startsWith("\xEF\xBB\xBF"))
        m_begin.remove(0, 3);
    qsizetype blank = 0;
    while (blank < m_begin.size() && QByteArrayView(" \t\r\n").contains(m_begin[blank]))
        ++blank;
    m_begin.remove(0, blank);
    const QByteArray lower = m_begin.first(std::min(m_begin.size(), LookedAt)).toLower();
    if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
        m_sitemap.kind = Sitemap::Kind::Html;
        m_sitemap.error = {Reason::BadSitemap, 0, u"HTML"_s};
        return false;
    }
    // UTF-16 begins with a mark.
    if (m_begin.startsWith('<') || m_begin.startsWith("\xFF\xFE") || m_begin.startsWith("\xFE\xFF")) {
        m_form = Form::Xml;
    } else if (SitemapList::isWebAddress(m_begin)) {
        m_form = Form::Text;
        m_sitemap.kind = Sitemap::Kind::Text;
    } else {
        m_sitemap.error = {Reason::BadSitemap, 0, m_begin.isEmpty() ? u"0 B"_s : QString()};
        return false;
    }
    return pass(std::exchange(m_begin, {}));
}

bool SitemapPieces::pass(const QByteArray &data)
{
    if (m_form == Form::Xml)
        return m_xml.feed(data);
    m_line += data;
    qsizetype from = 0;
    for (qsizetype end; (end = m_line.indexOf('\n', from)) >= 0; from = end + 1)
        addLine(m_line.sliced(from, end - from));
    m_line.remove(0, from);
    return m_sitemap.error.reason == Reason::None;
}

void SitemapPieces::addLine(const QByteArray &line)
{
    const QByteArray text = line.trimmed();
    if (!text.isEmpty() && m_sitemap.error.reason == Reason::None)
        SitemapList(m_sitemap).addLine(text);
}

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/sitemap/sitemapwriter.h"

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

SitemapWriter::SitemapWriter(QIODevice &device, Kind kind)
    : m_out(device)
    , m_kind(kind)
{
    m_xml.begin();
    m_xml.start(kind == Kind::Urls ? u"urlset"_s : u"sitemapindex"_s);
    m_xml.attribute(u"xmlns"_s, u"http://www.sitemaps.org/schemas/sitemap/0.9");
    m_xml.endLine();
}

Result<void> SitemapWriter::add(QStringView url)
{
    m_xml.start(m_kind == Kind::Urls ? u"url"_s : u"sitemap"_s);
    m_xml.start(u"loc"_s);
    m_xml.text(url);
    m_xml.end();
    m_xml.end();
    m_xml.endLine();
    ++m_entries;
    return m_out.flushIfLarge();
}

Result<void> SitemapWriter::end()
{
    m_xml.end();
    m_xml.endLine();
    return m_out.finish();
}

} // namespace linnet::exports

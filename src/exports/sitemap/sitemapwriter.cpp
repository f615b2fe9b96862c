// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/sitemap/sitemapwriter.h"

#include "exports/file/xmltext.h"

namespace linnet::exports {

SitemapWriter::SitemapWriter(QIODevice &device, Kind kind)
    : m_out(device)
    , m_kind(kind)
{
    m_out.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<");
    m_out.put(kind == Kind::Urls ? "urlset" : "sitemapindex");
    m_out.put(" xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
}

Result<void> SitemapWriter::add(QStringView url)
{
    m_out.put(m_kind == Kind::Urls ? "<url><loc>" : "<sitemap><loc>");
    putXml(m_out, url);
    m_out.put(m_kind == Kind::Urls ? "</loc></url>\n" : "</loc></sitemap>\n");
    ++m_entries;
    return m_out.flushIfLarge();
}

Result<void> SitemapWriter::end()
{
    m_out.put(m_kind == Kind::Urls ? "</urlset>\n" : "</sitemapindex>\n");
    return m_out.finish();
}

} // namespace linnet::exports

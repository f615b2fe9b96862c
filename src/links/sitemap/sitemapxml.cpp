// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemapxml.h"

#include "links/sitemap/sitemaplist.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int KeptDepth = 5;
constexpr qsizetype LongestAddress = 8192;

Sitemap::Kind kindOf(QStringView root)
{
    if (root == "urlset"_L1)
        return Sitemap::Kind::Urls;
    if (root == "sitemapindex"_L1)
        return Sitemap::Kind::Index;
    if (root == "rss"_L1 || root == "feed"_L1 || root == "RDF"_L1)
        return Sitemap::Kind::Feed;
    return root.compare("html"_L1, Qt::CaseInsensitive) == 0 ? Sitemap::Kind::Html : Sitemap::Kind::None;
}

} // namespace

bool SitemapXml::feed(const QByteArray &piece)
{
    m_reader.addData(piece);
    return readAll();
}

void SitemapXml::finish()
{
    if (m_sitemap.error.reason != Reason::None || (m_reader.atEnd() && !m_reader.hasError()))
        return;
    m_sitemap.error = {Reason::BadSitemap, 0,
                       u"line %1, column %2: %3"_s.arg(m_reader.lineNumber())
                           .arg(m_reader.columnNumber())
                           .arg(m_reader.errorString())};
}

bool SitemapXml::readAll()
{
    while (!m_reader.atEnd()) {
        switch (m_reader.readNext()) {
        case QXmlStreamReader::StartElement:
            beginElement();
            break;
        case QXmlStreamReader::EndElement:
            endElement();
            break;
        case QXmlStreamReader::Characters:
            if (wantsText() && m_text.size() <= LongestAddress)
                m_text += m_reader.text().toUtf8();
            break;
        default:
            break;
        }
        if (m_sitemap.error.reason != Reason::None)
            return false;
    }
    if (m_reader.error() == QXmlStreamReader::PrematureEndOfDocumentError)
        return true;
    if (m_reader.hasError())
        finish();
    return false;
}

void SitemapXml::beginElement()
{
    ++m_depth;
    if (m_depth > KeptDepth)
        return;
    const QStringView name = m_reader.name();
    if (m_depth == 1) {
        m_sitemap.kind = kindOf(name);
        if (m_sitemap.kind == Sitemap::Kind::Html || m_sitemap.kind == Sitemap::Kind::None)
            m_sitemap.error = {Reason::BadSitemap, 0, u"<%1>"_s.arg(name.left(40))};
    }
    m_path.append(name.toUtf8());
    m_text.clear();
    // Atom keeps the address in an attribute.
    if (m_path.first() == "feed" && m_depth == 3 && m_path[1] == "entry" && m_path[2] == "link") {
        const QXmlStreamAttributes attributes = m_reader.attributes();
        const QStringView relation = attributes.value("rel"_L1);
        if (relation.isEmpty() || relation == "alternate"_L1)
            SitemapList(m_sitemap).add(attributes.value("href"_L1).toUtf8());
    }
}

void SitemapXml::endElement()
{
    if (wantsText())
        SitemapList(m_sitemap).add(m_text);
    if (m_depth <= KeptDepth)
        m_path.removeLast();
    --m_depth;
    m_text.clear();
}

/// urlset/url/loc and sitemapindex/sitemap/loc, but not the loc of an image within; rss/channel/item/link.
bool SitemapXml::wantsText() const
{
    if (m_depth != m_path.size())
        return false;
    switch (m_sitemap.kind) {
    case Sitemap::Kind::Urls:
        return m_depth == 3 && m_path[1] == "url" && m_path[2] == "loc";
    case Sitemap::Kind::Index:
        return m_depth == 3 && m_path[1] == "sitemap" && m_path[2] == "loc";
    case Sitemap::Kind::Feed:
        return m_path.last() == "link" && m_depth >= 3 && m_path[m_depth - 2] == "item";
    default:
        return false;
    }
}

} // namespace linnet::links

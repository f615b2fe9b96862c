// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/sitemap/sitemaplist.h"

#include "url/urlresolver.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

bool SitemapList::isWebAddress(const QByteArray &text)
{
    const QByteArray begin = text.first(std::min(text.size(), qsizetype(8))).toLower();
    return begin.startsWith("http://") || begin.startsWith("https://");
}

void SitemapList::add(const QByteArray &text)
{
    const QByteArray address = text.trimmed();
    if (address.isEmpty() || url::UrlResolver::isForeign({address.constData(), size_t(address.size())}))
        ++m_sitemap.skipped;
    else
        append(address);
}

void SitemapList::addLine(const QByteArray &line)
{
    if (isWebAddress(line))
        append(line);
    else
        ++m_sitemap.skipped;
}

void SitemapList::append(const QByteArray &address)
{
    if (m_sitemap.urls.size() >= SitemapReader::MaxUrls) {
        m_sitemap.error = {Reason::TooLarge, 0, u"50,000"_s};
        return;
    }
    m_sitemap.relative += isWebAddress(address) ? 0 : 1;
    m_sitemap.urls.append(address);
}

} // namespace linnet::links

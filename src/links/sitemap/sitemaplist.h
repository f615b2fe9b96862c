// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/sitemap/sitemapreader.h"

namespace linnet::links {

/// Adds entries to a sitemap, within its limit.
class SitemapList
{
public:
    explicit SitemapList(Sitemap &sitemap)
        : m_sitemap(sitemap)
    {
    }

    void add(const QByteArray &text);

private:
    Sitemap &m_sitemap;
};

} // namespace linnet::links

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

    /// The protocol wants absolute addresses; many files have others, whose meaning is clear all the same.
    void add(const QByteArray &text);
    /// A line of a text file, which may be anything.
    void addLine(const QByteArray &line);
    static bool isWebAddress(const QByteArray &text);

private:
    void append(const QByteArray &address);

    Sitemap &m_sitemap;
};

} // namespace linnet::links

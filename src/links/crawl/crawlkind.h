// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::links {

/// The kinds of work of a crawl, as they are stored. Scheme and depth are part of a kind, so that work can be
/// taken by them: "page/https/3".
class CrawlKind
{
public:
    enum class Task : quint8
    {
        Page,     ///< to be read
        Head,     ///< belongs to the site, but only has to be there
        External, ///< outside the scope
        Listed,   ///< a sitemap names it; asked when no link did
        Sitemap,
    };

    static QString page(bool https, int depth) { return leveled(u"page/", https, depth); }
    static QString head(bool https, int depth) { return leveled(u"head/", https, depth); }
    static QString external(bool https);
    static QString listed(bool https);
    static QString sitemap() { return QStringLiteral("sitemap"); }

    static Task taskOf(QStringView kind);
    /// Whether it counts for the levels of the crawl.
    static bool isLeveled(QStringView kind) { return kind.startsWith(u"page/") || kind.startsWith(u"head/"); }

private:
    static QString leveled(QStringView name, bool https, int depth);
};

} // namespace linnet::links

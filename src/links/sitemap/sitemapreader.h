// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QList>

namespace linnet::links {

/// What a sitemap says: addresses of pages, or of further sitemaps.
struct Sitemap
{
    enum class Kind : quint8
    {
        Urls,  ///< <urlset>
        Index, ///< <sitemapindex>
        Text,  ///< one address a line
        Feed,  ///< RSS or Atom, which the protocol allows too
        Html,  ///< a web page: not a sitemap at all
        None,  ///< nothing of these
    };

    Kind kind = Kind::None;
    /// Pages, or sitemaps with Index; as written, in order, not yet resolved or told apart.
    QList<QByteArray> urls;
    /// A page in another language (xhtml:link), as written.
    struct Version
    {
        qsizetype entry = 0; ///< index into `urls`
        QByteArray language;
        QByteArray url;
    };
    QList<Version> versions; ///< in the order of `urls`, at most MaxVersions
    qsizetype relative = 0;  ///< of `urls`, against the protocol, are not absolute
    qsizetype skipped = 0;   ///< entries that are no address of the web
    /// Why there may be more than is here; what was read until then is kept. BadSitemap (a web page, broken
    /// XML with line and column), TooLarge (one of the limits), Undecodable (broken gzip).
    Error error;
};

/// Reads sitemaps as sitemaps.org describes them, version 0.9: XML, text, feeds; gzip is recognised by its
/// first bytes. Unpacks and reads piece by piece; never follows entities out of the file. A byte that the
/// declared encoding does not have spoils no more than its own letter. Pure, any thread.
class SitemapReader
{
public:
    static constexpr qsizetype MaxUrls = 50'000;
    static constexpr qsizetype MaxVersions = 300'000;
    static constexpr qsizetype MaxBytes = 50 * 1024 * 1024; ///< unpacked

    static Sitemap read(const QByteArray &body);
};

} // namespace linnet::links

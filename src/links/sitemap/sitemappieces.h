// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/sitemap/sitemapxml.h"

namespace linnet::links {

/// Decides by the first bytes of a sitemap what it is, then takes its pieces.
class SitemapPieces
{
public:
    explicit SitemapPieces(Sitemap &sitemap)
        : m_sitemap(sitemap)
        , m_xml(sitemap)
    {
    }

    /// False when no more is wanted.
    bool feed(QByteArrayView data);
    /// After the last piece.
    void finish();

private:
    enum class Form
    {
        Unknown,
        Xml,
        Text
    };

    bool begin();
    bool pass(const QByteArray &data);
    void addLine(const QByteArray &line);

    Sitemap &m_sitemap;
    SitemapXml m_xml;
    Form m_form = Form::Unknown;
    QByteArray m_begin;
    QByteArray m_line; ///< Text: what has no end yet
};

} // namespace linnet::links

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encoding/decoder.h"
#include "links/sitemap/sitemapreader.h"

#include <QXmlStreamReader>

#include <optional>

namespace linnet::links {

/// Takes the addresses out of sitemap XML that arrives in pieces.
class SitemapXml
{
public:
    explicit SitemapXml(Sitemap &sitemap);

    /// False when no more is wanted: an error, or a limit.
    bool feed(const QByteArray &piece);
    /// After the last piece.
    void finish();

private:
    bool readAll();
    void beginElement();
    void endElement();
    bool wantsText() const;
    void addVersion();
    void endEntry();

    Sitemap &m_sitemap;
    std::optional<encoding::Decoder> m_decoder; ///< from the first piece on
    QXmlStreamReader m_reader;
    QList<QByteArray> m_path; ///< local names of the open elements, no deeper than what can matter
    int m_depth = 0;
    qsizetype m_entry = 0;        ///< of the open url: the first that it may add
    qsizetype m_firstVersion = 0; ///< of it
    QByteArray m_text;
};

} // namespace linnet::links

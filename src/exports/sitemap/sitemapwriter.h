// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/file/textoutput.h"
#include "exports/file/xmlwriter.h"

namespace linnet::exports {

/// Writes one sitemap or sitemap index (sitemaps.org, 0.9).
class SitemapWriter
{
public:
    enum class Kind
    {
        Urls,
        Index
    };
    static constexpr qint64 MaxEntries = 50'000;
    static constexpr qint64 MaxBytes = 50 * 1024 * 1024;

    SitemapWriter(QIODevice &device, Kind kind);

    Result<void> add(QStringView url);
    Result<void> end();
    qint64 entries() const { return m_entries; }
    qint64 bytes() const { return m_out.bytes(); }

private:
    TextOutput m_out;
    XmlWriter m_xml{m_out};
    Kind m_kind;
    qint64 m_entries = 0;
};

} // namespace linnet::exports

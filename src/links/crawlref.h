// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linnet::links {

/// What work on an address remembers of the way there, in the form in which it is stored.
struct CrawlRef
{
    quint32 foundOn = 0;      ///< number of the page that named it first; 0 = a start address or a sitemap
    int hops = 0;             ///< redirects in a row that led to it
    bool isFromStart = false; ///< it is a start address, or only redirects led to it from one

    QString toString() const;
    static CrawlRef parse(QStringView text);

    bool operator==(const CrawlRef &) const = default;
};

} // namespace linnet::links

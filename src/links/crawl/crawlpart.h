// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace linnet::links {

/// One of several shares of a list of sites, so that computers that know nothing of each other crawl one
/// each: every computer that is told the same number of shares divides the list alike. A site, by its
/// registrable domain, is never divided, so that its pace is kept.
struct CrawlPart
{
    static constexpr int MostParts = 1000;

    int number = 1; ///< 1 to `of`
    int of = 1;

    /// "2/5". Reason::BadValue.
    static Result<CrawlPart> fromText(const QString &text);
    bool has(const QString &url) const;
};

} // namespace linnet::links

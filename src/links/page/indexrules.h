// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace linnet::links {

/// What a page tells crawlers: meta elements named "robots" or "linnet", and X-Robots-Tag headers. All that
/// speak to us add up, the strictest holds.
struct IndexRules
{
    bool noindex = false;
    bool nofollow = false;
    std::string text; ///< the rules as written, joined by ", "

    bool indexable() const { return !noindex; }
    /// A meta element; one that speaks to another crawler counts for nothing. Any case.
    void addMeta(std::string_view name, std::string_view content);
    /// One X-Robots-Tag header: "noindex, nofollow" or "othercrawler: noindex".
    void addHeader(std::string_view value);

private:
    void add(std::string_view rules);
};

} // namespace linnet::links

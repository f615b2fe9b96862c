// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/workitem.h"

#include <QString>

#include <optional>

namespace linnet::links {

/// A kind of work of a crawl. Scheme and depth are part of it, so that work can be taken by them; its stored
/// form is "page/https/3", "head/http/0", "external/https", "listed/http", "sitemap" or "form/http".
struct CrawlKind
{
    enum class Task : quint8
    {
        Page,     ///< to be read
        Head,     ///< belongs to the site, but only has to be there
        External, ///< outside the scope
        Listed,   ///< a sitemap names it; asked when no link did
        Sitemap,
        Form, ///< another form of a start address, see CrawlScope::startForms(); only where it leads
    };

    Task task = Task::Page;
    bool https = false; ///< of a sitemap always false
    int depth = 0;      ///< of Page and Head; of the others always 0

    static CrawlKind page(bool https, int depth) { return {Task::Page, https, depth}; }
    static CrawlKind head(bool https, int depth) { return {Task::Head, https, depth}; }
    static CrawlKind external(bool https) { return {Task::External, https, 0}; }
    static CrawlKind listed(bool https) { return {Task::Listed, https, 0}; }
    static CrawlKind form(bool https) { return {Task::Form, https, 0}; }
    static CrawlKind sitemap() { return {Task::Sitemap, false, 0}; }

    /// Of work that a crawl has stored.
    static CrawlKind of(const store::WorkItem &item);
    /// Nothing for any text that toString() does not write.
    static std::optional<CrawlKind> parse(QStringView text);
    QString toString() const;

    /// Whether it counts for the levels of the crawl.
    bool isLeveled() const { return task == Task::Page || task == Task::Head; }
    /// Whether only the answer's head is of interest.
    bool isByHead() const { return task == Task::Head || task == Task::External || task == Task::Form; }

    bool operator==(const CrawlKind &) const = default;
};

} // namespace linnet::links

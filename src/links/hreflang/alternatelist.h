// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "links/page/pagereader.h"
#include "store/unit.h"
#include "table/hreflangschema.h"

#include <QStringList>

namespace linnet::links {

/// The versions of a page in other languages that one list names (the page with its headers, or a sitemap) as
/// rows of hreflangSchema(), and what is wrong with the list as a whole. Linear but for sorting, any thread.
class AlternateList
{
public:
    /// pageUrl: resolved.
    explicit AlternateList(std::string pageUrl);

    /// target: any number by which the caller knows the address, below 0 = it is none of the web; url: the
    /// address itself, resolved.
    void add(const Alternate &alternate, QLatin1StringView source, int target, std::string_view url);

    bool isEmpty() const { return m_entries.empty(); }
    /// Codes of what is wrong: no_self (the page itself is not named), no_default, lang (the page is of
    /// another language than the list says). pageLanguage: of its html element, "" when it says none.
    QStringList faults(std::string_view pageLanguage) const;

    /// The numbers that were given to add(), in the order of rows.
    const std::vector<int> &targets() const { return m_targets; }
    /// The rows, without the addresses' numbers and without keys.
    std::vector<table::Cells> take();

    /// What is written of one of the rows. `place`: among the rows of the page, so that each has its own key.
    static store::RowWrite write(table::Cells cells, QLatin1StringView list, qint64 page, size_t place,
                                 std::optional<qint64> target);

private:
    struct Entry
    {
        std::string language; ///< in small letters
        std::string url;      ///< as written when it is no address of the web
        size_t row = 0;
    };

    std::string m_pageUrl;
    std::vector<Entry> m_entries;
    std::vector<int> m_targets;
    std::vector<table::Cells> m_rows;
};

} // namespace linnet::links

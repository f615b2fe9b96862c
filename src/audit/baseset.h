// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"

#include <optional>

namespace linnet::audit {

/// Among which rows of a crawl a rule looks, and of which its share is told.
enum class BaseSet : quint8
{
    Named,     ///< addresses of the site, asked or not
    Asked,     ///< those that were asked
    External,  ///< addresses of other sites that were asked
    Pages,     ///< pages of the site that were read
    Indexable, ///< those of them that search engines may list
    Links,     ///< links of the pages
    Versions,  ///< versions in other languages that indexable pages name
};

inline constexpr BaseSet AllBaseSets[] = {BaseSet::Named,   BaseSet::Asked,     BaseSet::External,
                                          BaseSet::Pages,   BaseSet::Indexable, BaseSet::Links,
                                          BaseSet::Versions};

/// Stored code: "named", "asked", "external", "pages", "indexable", "links", "versions".
QString setCode(BaseSet set);
std::optional<BaseSet> setOf(const QString &code);
QString setTitle(BaseSet set); ///< for people: "indexable pages"
/// pageSchema(), linkSchema() or hreflangSchema().
const table::Schema &schemaOf(BaseSet set);
/// The rows are addresses; those of the other sets are of a page, whose address is their first column.
inline bool isOfPages(BaseSet set)
{
    return set != BaseSet::Links && set != BaseSet::Versions;
}
/// The rows of a set.
table::Filter filterOf(BaseSet set);

/// The columns that conditions of rules know: those of schemaOf(), and those that tables of a project give
/// its rows (store::RowReader::withJoined()).
struct AuditSchemas
{
    const table::Schema *pages = &schemaOf(BaseSet::Pages);
    const table::Schema *links = &schemaOf(BaseSet::Links);
    const table::Schema *versions = &schemaOf(BaseSet::Versions);

    const table::Schema &of(BaseSet set) const
    {
        return set == BaseSet::Links ? *links : set == BaseSet::Versions ? *versions : *pages;
    }
};

} // namespace linnet::audit

// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/headernames.h"

#include "table/linkschema.h"
#include "table/pageschema.h"

#include <algorithm>
#include <span>
#include <vector>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

struct OtherName
{
    QLatin1StringView column;
    QLatin1StringView name;
};

constexpr QLatin1StringView ScreamingFrog{"screaming-frog"};

// As the SEO Spider's "Internal: All" and "All Inlinks" call them, in that order. What its exports word in
// another way (Indexability, Type, Follow) is left out: the same name must not mean something else.
constexpr OtherName FrogPages[] = {
    {"url"_L1, "Address"_L1},
    {"type"_L1, "Content Type"_L1},
    {"status"_L1, "Status Code"_L1},
    {"why_not"_L1, "Indexability Status"_L1},
    {"title"_L1, "Title 1"_L1},
    {"title_width"_L1, "Title 1 Pixel Width"_L1},
    {"meta_description"_L1, "Meta Description 1"_L1},
    {"description_width"_L1, "Meta Description 1 Pixel Width"_L1},
    {"h1"_L1, "H1-1"_L1},
    {"h2"_L1, "H2-1"_L1},
    {"robots"_L1, "Meta Robots 1"_L1},
    {"canonical"_L1, "Canonical Link Element 1"_L1},
    {"size"_L1, "Size (bytes)"_L1},
    {"words"_L1, "Word Count"_L1},
    {"depth"_L1, "Crawl Depth"_L1},
    {"inlinks"_L1, "Inlinks"_L1},
    {"outlinks"_L1, "Outlinks"_L1},
    {"links_external"_L1, "External Outlinks"_L1},
    {"hash"_L1, "Hash"_L1},
    {"seconds"_L1, "Response Time"_L1},
    {"redirect_to"_L1, "Redirect URL"_L1},
    {"lang"_L1, "Language"_L1},
    {"fetched_at"_L1, "Crawl Timestamp"_L1},
};
constexpr OtherName FrogLinks[] = {
    {"source_url"_L1, "Source"_L1}, {"parsed_url"_L1, "Destination"_L1},
    {"anchor"_L1, "Anchor"_L1},     {"target_status"_L1, "Status Code"_L1},
    {"rel"_L1, "Rel"_L1},
};

std::span<const OtherName> namesFor(const QString &names, const table::Schema &schema)
{
    if (names != ScreamingFrog)
        return {};
    if (&schema.rows() == &table::pageSchema())
        return FrogPages;
    if (&schema.rows() == &table::linkSchema())
        return FrogLinks;
    return {};
}

/// The columns with other names, in the order of the list.
std::vector<table::Column> renamed(const table::Schema &schema, std::span<const OtherName> names)
{
    std::vector<table::Column> columns;
    for (const OtherName &other : names) {
        table::Column column = schema.columns[size_t(schema.indexOf(QString(other.column)).value_or(0))];
        column.key = other.name;
        columns.push_back(column);
    }
    return columns;
}

} // namespace

QStringList HeaderNames::all()
{
    return {QString(ScreamingFrog)};
}

Result<QList<int>> HeaderNames::columns(const QString &names, const table::Schema &schema)
{
    if (!all().contains(names))
        return fail(Reason::BadValue, u"%1: %2"_s.arg(names, all().join(u", ")));
    const auto others = namesFor(names, schema);
    if (others.empty())
        return fail(Reason::BadValue, u"%1: only the tables pages and links"_s.arg(names));
    QList<int> columns;
    for (const OtherName &other : others) {
        if (const auto index = schema.indexOf(QString(other.column)))
            columns.append(*index);
    }
    return columns;
}

const table::Column &HeaderNames::named(const QString &names, const table::Schema &schema, int index)
{
    static const std::vector<table::Column> pages = renamed(table::pageSchema(), FrogPages);
    static const std::vector<table::Column> links = renamed(table::linkSchema(), FrogLinks);
    const table::Column &own = schema.columns[size_t(index)];
    const auto others = namesFor(names, schema);
    const auto found = std::ranges::find(others, own.key, &OtherName::column);
    if (found == others.end())
        return own;
    return (others.data() == FrogPages ? pages : links)[size_t(found - others.begin())];
}

} // namespace linnet::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/columnsql.h"

#include "store/relation.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::LinkColumn;
using table::PageColumn;
using table::Schema;
using table::Storage;

namespace {

/// A value made from other rows; @ stands for the alias of the row.
struct Derived
{
    PageColumn column;
    const char *sql;
};

constexpr Derived PageValues[] = {
    // A chain that is longer is cut: engines and browsers give up earlier.
    {PageColumn::FinalUrl, "iif(@.status IS NULL, NULL, (SELECT url FROM address WHERE run_id = @.run_id AND "
                           "number = iif(@.redirect_to IS NULL, @.url, ("
                           "WITH RECURSIVE hop(number, step) AS (SELECT @.redirect_to, 1 UNION ALL "
                           "SELECT n.redirect_to, step + 1 FROM hop CROSS JOIN page AS n "
                           "ON n.run_id = @.run_id AND n.url = hop.number "
                           "WHERE n.redirect_to IS NOT NULL AND step < 20) "
                           "SELECT number FROM hop ORDER BY step DESC LIMIT 1))))"},
    {PageColumn::Inlinks, "(SELECT count(*) FROM link AS l WHERE l.run_id = @.run_id AND l.parsed_url = "
                          "@.url)"},
    {PageColumn::InSitemap, "(SELECT listed FROM address WHERE run_id = @.run_id AND number = @.url)"},
    {PageColumn::Orphan, "((SELECT listed FROM address WHERE run_id = @.run_id AND number = @.url) AND "
                         "NOT EXISTS (SELECT 1 FROM link AS l WHERE l.run_id = @.run_id AND "
                         "l.parsed_url = @.url AND l.source_url <> @.url))"},
    {PageColumn::SameTitle, "(SELECT pages - 1 FROM twin WHERE run_id = @.run_id AND kind = 'title' AND "
                            "value = @.title)"},
    {PageColumn::SameDescription, "(SELECT pages - 1 FROM twin WHERE run_id = @.run_id AND "
                                  "kind = 'meta_description' AND value = @.meta_description)"},
    {PageColumn::SameContent, "(SELECT pages - 1 FROM twin WHERE run_id = @.run_id AND kind = 'hash' AND "
                              "value = @.hash)"},
};

constexpr auto FragmentFound =
    "iif(@.fragment IS NULL, NULL, (SELECT linnet_has_fragment(data, @.fragment) FROM attachment WHERE "
    "run_id = @.run_id AND number = @.parsed_url AND kind = 0))";

/// A column of a link that is a column of its target's page.
struct OfTarget
{
    LinkColumn column;
    PageColumn page;
};

constexpr OfTarget TargetValues[] = {
    {LinkColumn::TargetStatus, PageColumn::Status},     {LinkColumn::TargetState, PageColumn::State},
    {LinkColumn::TargetVerdict, PageColumn::Verdict},   {LinkColumn::TargetReason, PageColumn::Reason},
    {LinkColumn::TargetWhy, PageColumn::WhyNotFetched}, {LinkColumn::TargetFinalUrl, PageColumn::FinalUrl},
};

QByteArray cell(const Column &column, QByteArrayView alias)
{
    return alias.toByteArray() + '.' + Relation::quoted(column.key);
}

QByteArray withAlias(QByteArray sql, QByteArrayView alias)
{
    return sql.replace("@", alias);
}

template <typename Enum> bool is(const Schema &schema, const Column &column, Enum position)
{
    return column.key == schema.columns[size_t(position)].key;
}

const Column *pageColumnOf(const Column &linkColumn)
{
    for (const OfTarget &known : TargetValues) {
        if (is(table::linkSchema(), linkColumn, known.column))
            return &table::pageSchema().columns[size_t(known.page)];
    }
    return nullptr;
}

// Keeps count of pages that have a text in common, so that asking for one page does not count them all.
QByteArray twinTriggers()
{
    QByteArray added;
    QByteArray changed;
    for (const char *column : {"title", "meta_description", "hash"}) {
        const QByteArray name(column);
        const QByteArray add = "INSERT INTO twin (run_id, kind, value, pages) SELECT new.run_id, '" + name +
                               "', new." + name + ", 1 WHERE new." + name +
                               " <> '' ON CONFLICT (run_id, kind, value) DO UPDATE SET pages = pages + 1;";
        added += add;
        changed += "UPDATE twin SET pages = pages - 1 WHERE run_id = old.run_id AND kind = '" + name +
                   "' AND value = old." + name + ';' + add;
    }
    return "CREATE TRIGGER IF NOT EXISTS page_added AFTER INSERT ON page BEGIN " + added +
           " END; CREATE TRIGGER IF NOT EXISTS page_changed AFTER UPDATE OF title, meta_description, hash ON "
           "page BEGIN " +
           changed + " END;";
}

} // namespace

ColumnSql::ColumnSql(const Schema &schema)
    : m_schema(schema)
{
}

QByteArray ColumnSql::expression(const Column &column, QByteArrayView alias) const
{
    if (column.storage == Storage::Cell)
        return cell(column, alias);
    if (const std::optional<Home> other = home(column)) {
        const QByteArray row = alias.toByteArray();
        return "(SELECT " + other->value + " FROM " + other->table + " AS h WHERE h.run_id = " + row +
               ".run_id AND h." + other->key + " = " + row + '.' + other->via + ')';
    }
    if (&m_schema == &table::pageSchema()) {
        const auto known = std::ranges::find_if(
            PageValues, [&](const Derived &value) { return is(m_schema, column, value.column); });
        if (known != std::end(PageValues))
            return withAlias(known->sql, alias);
    }
    Q_ASSERT(&m_schema == &table::linkSchema() && is(m_schema, column, LinkColumn::FragmentFound));
    return withAlias(FragmentFound, alias);
}

std::optional<ColumnSql::Home> ColumnSql::home(const Column &column) const
{
    if (column.storage == Storage::Address)
        return Home{Relation::quoted(column.key), "address", "number", "h.url", column.type};
    if (&m_schema != &table::linkSchema() || column.storage != Storage::Derived)
        return std::nullopt;
    const Column *page = pageColumnOf(column);
    if (!page)
        return std::nullopt;
    return Home{"parsed_url", "page", "url", ColumnSql(table::pageSchema()).expression(*page, "h"),
                page->type};
}

QByteArray ColumnSql::helpers() const
{
    if (&m_schema == &table::pageSchema())
        return twinTriggers();
    if (&m_schema == &table::linkSchema())
        return "CREATE INDEX IF NOT EXISTS link_source ON link(run_id, source_url);"
               "CREATE INDEX IF NOT EXISTS link_target ON link(run_id, parsed_url);";
    return {};
}

} // namespace linnet::store

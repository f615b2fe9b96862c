// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/columnsql.h"

#include "comparable/pay.h"
#include "comparable/vocabulary.h"
#include "store/schema/relation.h"
#include "store/sqlite/storednumber.h"
#include "table/changes/changeschema.h"
#include "table/hreflangschema.h"
#include "table/joined/joinedschema.h"
#include "table/linkschema.h"
#include "table/markcolumns.h"
#include "table/overtimecolumns.h"
#include "table/pageschema.h"

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::HreflangColumn;
using table::LinkColumn;
using table::PageColumn;
using table::Schema;
using table::Storage;

namespace {

/// A value made from other rows; @ stands for the alias of the row, ~ for ChainEnd.
struct Derived
{
    PageColumn column;
    const char *sql;
};

// The number of the address at which the redirects of a page end. A chain that is longer is cut: engines and
// browsers give up earlier.
constexpr auto ChainEnd = "(WITH RECURSIVE hop(number, step) AS (SELECT @.redirect_to, 1 UNION ALL "
                          "SELECT n.redirect_to, step + 1 FROM hop CROSS JOIN page AS n "
                          "ON n.run_id = @.run_id AND n.url = hop.number "
                          "WHERE n.redirect_to IS NOT NULL AND step < 20) "
                          "SELECT number FROM hop ORDER BY step DESC LIMIT 1)";

constexpr Derived PageValues[] = {
    {PageColumn::FinalUrl, "iif(@.status IS NULL, NULL, (SELECT url FROM address WHERE run_id = @.run_id AND "
                           "number = iif(@.redirect_to IS NULL, @.url, ~)))"},
    {PageColumn::Inlinks,
     "(SELECT ifnull(sum(links), 0) FROM mention WHERE run_id = @.run_id AND target = @.url)"},
    {PageColumn::InSitemap, "(SELECT listed FROM address WHERE run_id = @.run_id AND number = @.url)"},
    {PageColumn::Orphan, "((SELECT listed FROM address WHERE run_id = @.run_id AND number = @.url) AND "
                         "NOT EXISTS (SELECT 1 FROM mention WHERE run_id = @.run_id AND "
                         "target = @.url AND page <> @.url))"},
    {PageColumn::SameTitle, "(SELECT pages - 1 FROM twin WHERE @.indexable AND run_id = @.run_id AND "
                            "kind = 'title' AND value = ifnull(@.host, '') || ' ' || @.title)"},
    {PageColumn::SameDescription,
     "(SELECT pages - 1 FROM twin WHERE @.indexable AND run_id = @.run_id AND kind = 'meta_description' AND "
     "value = ifnull(@.host, '') || ' ' || @.meta_description)"},
    {PageColumn::SameH1,
     "(SELECT pages - 1 FROM twin WHERE @.indexable AND run_id = @.run_id AND kind = 'h1' "
     "AND value = ifnull(@.host, '') || ' ' || @.h1)"},
    {PageColumn::SameText, "(SELECT pages - 1 FROM twin WHERE @.indexable AND run_id = @.run_id AND "
                           "kind = 'text_hash' AND value = ifnull(@.host, '') || ' ' || @.text_hash)"},
    {PageColumn::Redirects,
     "iif(@.redirect_to IS NULL, NULL, (WITH RECURSIVE hop(number, step) AS (SELECT @.redirect_to, 1 UNION "
     "ALL "
     "SELECT n.redirect_to, step + 1 FROM hop CROSS JOIN page AS n ON n.run_id = @.run_id AND "
     "n.url = hop.number WHERE n.redirect_to IS NOT NULL AND step < 20) SELECT max(step) FROM hop))"},
    {PageColumn::EndVerdict, "iif(@.redirect_to IS NULL, NULL, (SELECT e.verdict FROM page AS e WHERE "
                             "e.run_id = @.run_id AND e.url = ~))"},
    {PageColumn::EndWhyNot, "iif(@.redirect_to IS NULL, NULL, (SELECT e.why_not FROM page AS e WHERE "
                            "e.run_id = @.run_id AND e.url = ~))"},
    {PageColumn::CanonicalWhyNot, "(SELECT e.why_not FROM page AS e WHERE e.run_id = @.run_id AND "
                                  "e.url = @.canonical AND e.url <> @.url)"},
    {PageColumn::NearDistance, "linnet_alike(0, (SELECT writes FROM moment), @.run_id, @.url)"},
    {PageColumn::NearGroup, "(SELECT url FROM address WHERE run_id = @.run_id AND number = "
                            "linnet_alike(1, (SELECT writes FROM moment), @.run_id, @.url))"},
    {PageColumn::Twins, "linnet_alike(2, (SELECT writes FROM moment), @.run_id, @.url)"},
    {PageColumn::TwinUrl, "(SELECT url FROM address WHERE run_id = @.run_id AND number = "
                          "linnet_alike(3, (SELECT writes FROM moment), @.run_id, @.url))"},
    {PageColumn::CanonicalInlinks, "iif(@.canonical IS NULL OR @.canonical = @.url, NULL, linnet_alike(4, "
                                   "(SELECT writes FROM moment), @.run_id, @.canonical))"},
    {PageColumn::LinkScore, "linnet_alike(5, (SELECT writes FROM moment), @.run_id, @.url)"},
    {PageColumn::Component, "linnet_alike(6, (SELECT writes FROM moment), @.run_id, @.url)"},
    {PageColumn::Core, "linnet_alike(7, (SELECT writes FROM moment), @.run_id, @.url)"},
    {PageColumn::Betweenness, "linnet_alike(8, (SELECT writes FROM moment), @.run_id, @.url)"},
    {PageColumn::SameContent, "(SELECT pages - 1 FROM twin WHERE run_id = @.run_id AND kind = 'hash' AND "
                              "value = @.hash)"},
};

// A fragment goes along with redirects, unless the address of a hop has one of its own (Fetch Standard,
// "location URL"). The places of the page at which they end, as `data`; hop.fragment is what is looked for.
QByteArray placesAtEnd(const QByteArray &chosen, const QByteArray &run, const QByteArray &number,
                       const QByteArray &fragment)
{
    return "WITH RECURSIVE hop(number, fragment, step) AS (SELECT " + number + ", " + fragment +
           ", 0 UNION ALL SELECT n.redirect_to, ifnull((SELECT CAST(data AS TEXT) FROM attachment WHERE "
           "run_id = " +
           run + " AND number = hop.number AND kind = " + storedSql(AttachmentWrite::Kind::HopFragment) +
           "), hop.fragment), step + 1 FROM hop CROSS JOIN page AS n ON n.run_id = " + run +
           " AND n.url = hop.number WHERE n.redirect_to IS NOT NULL AND step < 20) SELECT " + chosen +
           " FROM hop CROSS JOIN attachment AS a ON a.run_id = " + run +
           " AND a.number = hop.number AND a.kind = " + storedSql(AttachmentWrite::Kind::Fragments) +
           " ORDER BY step DESC LIMIT 1";
}

// Most targets are pages themselves.
QByteArray fragmentFound()
{
    return "iif(@.fragment IS NULL, NULL, coalesce((SELECT linnet_has_fragment(data, @.fragment) FROM "
           "attachment WHERE run_id = @.run_id AND number = @.parsed_url AND kind = " +
           storedSql(AttachmentWrite::Kind::Fragments) + "), (" +
           placesAtEnd("linnet_has_fragment(data, hop.fragment)", "@.run_id", "@.parsed_url", "@.fragment") +
           ")))";
}

/// A column of a link that is a column of its target's page, or of the page at which the target's redirects
/// end: a link is as broken as what it leads to.
struct OfTarget
{
    LinkColumn column;
    PageColumn page;
    bool atEnd = false;
};

constexpr OfTarget TargetValues[] = {
    {LinkColumn::TargetStatus, PageColumn::Status},
    {LinkColumn::TargetState, PageColumn::State},
    {LinkColumn::TargetVerdict, PageColumn::Verdict, true},
    {LinkColumn::TargetReason, PageColumn::Reason, true},
    {LinkColumn::TargetFailedOnce, PageColumn::FailedOnce, true},
    {LinkColumn::TargetWhy, PageColumn::WhyNotFetched},
    {LinkColumn::TargetFinalUrl, PageColumn::FinalUrl},
};

/// A column of a page's version in another language that is a column of a page: of the one that names it, or
/// of the version.
struct OfVersion
{
    HreflangColumn column;
    HreflangColumn via;
    PageColumn page;
};

constexpr OfVersion VersionValues[] = {
    {HreflangColumn::Indexable, HreflangColumn::Url, PageColumn::Indexable},
    {HreflangColumn::TargetStatus, HreflangColumn::TargetUrl, PageColumn::Status},
    {HreflangColumn::TargetState, HreflangColumn::TargetUrl, PageColumn::State},
    {HreflangColumn::TargetVerdict, HreflangColumn::TargetUrl, PageColumn::Verdict},
    {HreflangColumn::TargetWhyNot, HreflangColumn::TargetUrl, PageColumn::WhyNot},
};

// Search engines believe versions that name each other only.
constexpr auto IsReturned =
    "iif(@.target_url IS NULL OR @.target_url = @.url OR NOT EXISTS (SELECT 1 FROM page AS e WHERE "
    "e.run_id = @.run_id AND e.url = @.target_url AND e.indexable), NULL, EXISTS (SELECT 1 FROM hreflang AS "
    "b "
    "WHERE b.run_id = @.run_id AND b.url = @.target_url AND b.target_url = @.url))";

QByteArray cell(const Column &column, QByteArrayView alias)
{
    return alias.toByteArray() + '.' + Relation::quoted(column.key);
}

QByteArray withAlias(QByteArray sql, QByteArrayView alias)
{
    return sql.replace("~", ChainEnd).replace("@", alias);
}

/// A column of vacancySchema() that rules make of other columns.
QByteArray computed(const Column &column, QByteArrayView alias)
{
    using comparable::PayPart;
    using comparable::WordKind;
    constexpr std::pair<QLatin1StringView, PayPart> Parts[] = {
        {"pay"_L1, PayPart::Pay},         {"pay_from"_L1, PayPart::From}, {"pay_to"_L1, PayPart::To},
        {"pay_basis"_L1, PayPart::Basis}, {"pay_rule"_L1, PayPart::Rule},
    };
    struct Words
    {
        QLatin1StringView key;
        WordKind kind;
        const char *from;
        const char *other;
    };
    constexpr Words Meanings[] = {
        {"region"_L1, WordKind::Region, "@.area", "NULL"},
        {"grade"_L1, WordKind::Grade, "@.vacancy", "NULL"},
        {"experience_code"_L1, WordKind::Experience, "@.experience", "NULL"},
        {"employment_code"_L1, WordKind::Employment, "@.employment", "@.schedule"},
        {"work_format_code"_L1, WordKind::WorkFormat, "@.work_format", "NULL"},
        {"isco08"_L1, WordKind::Occupation, "@.professional_roles", "NULL"},
    };
    for (const auto &[key, part] : Parts) {
        if (column.key == key)
            return withAlias("linnet_pay(" + QByteArray::number(int(part)) +
                                 ", (SELECT writes FROM moment), @.salary_from, @.salary_to, @.currency, "
                                 "@.salary_gross, @.salary_mode, @.employment, @.schedule, @.created, "
                                 "@.fetched_at, @.source)",
                             alias);
    }
    // By the row's number, which table and view have; the text stands in the row or by its number.
    if (column.key == "skills_in_text"_L1)
        return withAlias("(SELECT linnet_skills((SELECT writes FROM moment), s.vacancy, "
                         "coalesce(s.description, b.body)) FROM vacancy AS s LEFT JOIN text AS b ON b.id = "
                         "s.description_ref WHERE s.row_id = @.row_id)",
                         alias);
    const auto words = std::ranges::find(Meanings, column.key, &Words::key);
    Q_ASSERT(words != std::end(Meanings));
    return withAlias("linnet_words(" + QByteArray::number(int(words->kind)) +
                         ", (SELECT writes FROM moment), " + words->from + ", " + words->other + ')',
                     alias);
}

template <typename Enum> bool is(const Schema &schema, const Column &column, Enum position)
{
    return column.key == schema.columns[size_t(position)].key;
}

const OfTarget *ofTarget(const Column &linkColumn)
{
    const auto known = std::ranges::find_if(TargetValues, [&](const OfTarget &value) {
        return is(table::linkSchema(), linkColumn, value.column);
    });
    return known == std::end(TargetValues) ? nullptr : &*known;
}

const Column &pageColumn(const OfTarget &value)
{
    return table::pageSchema().columns[size_t(value.page)];
}

QByteArray valueAt(const OfTarget &value, QByteArrayView page)
{
    const QByteArray here = ColumnSql(table::pageSchema()).expression(pageColumn(value), page);
    if (!value.atEnd)
        return here;
    return withAlias("iif(@.redirect_to IS NULL, " + here + ", (SELECT e." +
                         Relation::quoted(pageColumn(value).key) +
                         " FROM page AS e WHERE e.run_id = @.run_id AND e.url = ~))",
                     page);
}

struct Twin
{
    const char *kind;
    bool isOfPages; ///< counted are pages that search engines may list, host by host
};

constexpr Twin Twins[] = {
    {"title", true}, {"meta_description", true}, {"h1", true}, {"text_hash", true}, {"hash", false}};

QByteArray twinValue(const Twin &twin, QByteArrayView row)
{
    const QByteArray own = row.toByteArray() + '.' + twin.kind;
    return twin.isOfPages ? "ifnull(" + row.toByteArray() + ".host, '') || ' ' || " + own : own;
}

QByteArray isTwin(const Twin &twin, QByteArrayView row)
{
    const QByteArray own = row.toByteArray() + '.' + twin.kind + " <> ''";
    return twin.isOfPages ? row.toByteArray() + ".indexable AND " + own : own;
}

// Keeps count of pages that have a text in common, so that asking for one page does not count them all. Of a
// project of an earlier version they are counted anew, see the steps.
QByteArray twinTriggers()
{
    QByteArray added;
    QByteArray changed;
    QByteArray counted;
    QByteArray columns;
    for (const Twin &twin : Twins) {
        const QByteArray kind = QByteArray("'") + twin.kind + '\'';
        const QByteArray add = "INSERT INTO twin (run_id, kind, value, pages) SELECT new.run_id, " + kind +
                               ", " + twinValue(twin, "new") + ", 1 WHERE " + isTwin(twin, "new") +
                               " ON CONFLICT (run_id, kind, value) DO UPDATE SET pages = pages + 1;";
        added += add;
        changed += "UPDATE twin SET pages = pages - 1 WHERE " + isTwin(twin, "old") +
                   " AND run_id = old.run_id AND kind = " + kind + " AND value = " + twinValue(twin, "old") +
                   ';' + add;
        counted += QByteArray(counted.isEmpty() ? "" : " UNION ALL ") + "SELECT run_id, " + kind + ", " +
                   twinValue(twin, "p") + " AS value, count(*) FROM page AS p WHERE " + isTwin(twin, "p") +
                   " AND NOT EXISTS (SELECT 1 FROM twin) GROUP BY run_id, value";
        columns += QByteArray(twin.kind) + ", ";
    }
    return "DROP TRIGGER IF EXISTS page_added; DROP TRIGGER IF EXISTS page_changed;"
           "CREATE TRIGGER IF NOT EXISTS page_counted AFTER INSERT ON page WHEN new.title <> '' OR "
           "new.meta_description <> '' OR new.h1 <> '' OR new.text_hash <> '' OR new.hash <> '' BEGIN " +
           added + " END; CREATE TRIGGER IF NOT EXISTS page_recounted AFTER UPDATE OF " + columns +
           "indexable, host ON page BEGIN " + changed +
           " END; INSERT INTO twin (run_id, kind, value, pages) " + counted + ';';
}

} // namespace

// What changed stands beside the row that it is said of.
ColumnSql::ColumnSql(const Schema &schema)
    : m_asked(schema)
    , m_schema(table::rowsOfChanges(schema) ? *table::rowsOfChanges(schema) : schema.rows())
{
}

QByteArray ColumnSql::expression(const Column &column, QByteArrayView alias) const
{
    if (column.storage == Storage::Cell)
        return cell(column, alias);
    if (column.storage == Storage::Computed)
        return computed(column, alias);
    // By the id alone, which the view has, too.
    if (column.storage == Storage::OverTime) {
        const bool isChange = column.key == table::RowChangeColumn.key;
        return "(SELECT o." + Relation::quoted(column.key) + " FROM " + overTimeView(isChange) +
               " AS o WHERE o.row_id = " + alias.toByteArray() + ".row_id)";
    }
    if (column.storage == Storage::Mark)
        return "(SELECT m." + Relation::quoted(column.key) + " FROM " + Relation(m_schema).table() +
               " AS k CROSS JOIN mark AS m ON " + isMarkOf("m") + " AND m.key = " + markKey("k") +
               " WHERE k.row_id = " + alias.toByteArray() + ".row_id)";
    if (const table::JoinedColumn *joined = table::joinedColumn(m_asked, column))
        return "(SELECT j.value " + joinedFrom(*joined, alias) + ')';
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
    if (&m_schema == &table::hreflangSchema()) {
        Q_ASSERT(is(m_schema, column, HreflangColumn::Returned));
        return withAlias(IsReturned, alias);
    }
    Q_ASSERT(isFragmentFound(column));
    return withAlias(fragmentFound(), alias);
}

// In a view the number of an address is not what stands there.
QByteArray ColumnSql::joinedFrom(const table::JoinedColumn &joined, QByteArrayView alias) const
{
    const std::optional<int> by = m_schema.indexOf(joined.by);
    if (!by)
        return "WHERE 0";
    const Column &of = m_schema.columns[size_t(*by)];
    const bool isOfRow = of.storage != Storage::Address;
    const QByteArray value = expression(of, isOfRow ? alias : QByteArrayView("k"));
    const QByteArray key = of.type == table::ColumnType::Url       ? value
                           : of.type == table::ColumnType::Integer ? "CAST(" + value + " AS TEXT)"
                                                                   : "linnet_fold(trim(" + value + "))";
    const QByteArray test = "j.column = " + QByteArray::number(joined.id) + " AND j.key = " + key;
    if (isOfRow)
        return "FROM joined_value AS j WHERE " + test;
    return "FROM " + Relation(m_schema).table() + " AS k CROSS JOIN joined_value AS j ON " + test +
           " WHERE k.row_id = " + alias.toByteArray() + ".row_id";
}

std::optional<ColumnSql::Home> ColumnSql::home(const Column &column) const
{
    if (column.storage == Storage::Address)
        return Home{Relation::quoted(column.key), "address", "number", "h.url", column.type};
    if (&m_schema == &table::hreflangSchema())
        return homeOfVersion(column);
    if (&m_schema != &table::linkSchema() || column.storage != Storage::Derived)
        return std::nullopt;
    const OfTarget *value = ofTarget(column);
    if (!value)
        return std::nullopt;
    return Home{"parsed_url", "page", "url", valueAt(*value, "h"), pageColumn(*value).type};
}

std::optional<ColumnSql::Home> ColumnSql::homeOfVersion(const Column &column) const
{
    const auto value = std::ranges::find_if(
        VersionValues, [&](const OfVersion &each) { return is(m_schema, column, each.column); });
    if (value == std::end(VersionValues))
        return std::nullopt;
    const Column &page = table::pageSchema().columns[size_t(value->page)];
    return Home{Relation::quoted(m_schema.columns[size_t(value->via)].key), "page", "url", cell(page, "h"),
                page.type};
}

bool ColumnSql::isFragmentFound(const Column &column) const
{
    return &m_schema == &table::linkSchema() && is(m_schema, column, LinkColumn::FragmentFound);
}

QByteArray ColumnSql::placesOfTarget()
{
    const QByteArray own = "(SELECT data FROM attachment WHERE run_id = ?1 AND number = ?2 AND kind = " +
                           storedSql(AttachmentWrite::Kind::Fragments) + ')';
    return "SELECT " + own + ", NULL WHERE " + own + " IS NOT NULL UNION ALL SELECT * FROM (" +
           placesAtEnd("data, hop.fragment", "?1", "?2", "NULL") + ") LIMIT 1";
}

// See LinkTable: the pages that have such links are found first.
QByteArray ColumnSql::rowsAt(const Home &home, const QByteArray &numbers) const
{
    if (&m_schema != &table::linkSchema())
        return {};
    // The signs keep SQLite from making an index of all links for itself.
    const QByteArray links = "CROSS JOIN link AS l ON l.row_id BETWEEN s.first_row AND s.last_row AND "
                             "+l.run_id = s.run_id AND +l.source_url = s.page WHERE ";
    if (home.via == Relation::quoted(m_schema.columns[size_t(LinkColumn::SourceUrl)].key))
        return "SELECT l.row_id FROM link_span AS s " + links + "(s.run_id, s.page) IN (" + numbers + ')';
    return "WITH named(run_id, number) AS MATERIALIZED (" + numbers +
           ") SELECT l.row_id FROM (SELECT DISTINCT m.run_id, m.page FROM named AS n CROSS JOIN mention AS m "
           "ON "
           "m.run_id = n.run_id AND m.target = n.number) AS p CROSS JOIN link_span AS s ON "
           "s.run_id = p.run_id AND s.page = p.page " +
           links + "(l.run_id, l.parsed_url) IN (SELECT run_id, number FROM named)";
}

QByteArray ColumnSql::markKey(QByteArrayView alias) const
{
    const Column &first = m_schema.columns.front();
    if (first.storage == Storage::Address) {
        const QByteArray row = alias.toByteArray();
        return "(SELECT url FROM address WHERE run_id = " + row + ".run_id AND number = " + cell(first, row) +
               ')';
    }
    // Ads have a key of their own, everything else is known by its address.
    return first.type == table::ColumnType::Url ? cell(first, alias) : alias.toByteArray() + ".row_key";
}

QByteArray ColumnSql::isMarkOf(QByteArrayView alias) const
{
    const QLatin1StringView kind = table::marksOf(m_schema);
    return alias.toByteArray() + ".kind = '" + QByteArray(kind.data(), kind.size()) + '\'';
}

// Without a mark the outermost of the loops ends at once.
QByteArray ColumnSql::markedRows(const QByteArray &test, const QByteArray &inRuns) const
{
    const Column &first = m_schema.columns.front();
    const QByteArray table = Relation(m_schema).table();
    const QByteArray any = "(SELECT 1 FROM mark AS m WHERE " + isMarkOf("m") + " LIMIT 1) CROSS JOIN ";
    QByteArray sql;
    if (first.storage == Storage::Address)
        sql = "SELECT w.row_id FROM " + any + "address AS u CROSS JOIN mark AS h ON " + isMarkOf("h") +
              " AND h.key = u.url CROSS JOIN " + table + " AS w ON w.run_id = u.run_id AND " +
              cell(first, "w") + " = u.number";
    else if (first.type == table::ColumnType::Url)
        sql = "SELECT u.row_id FROM " + any + table + " AS u CROSS JOIN mark AS h ON " + isMarkOf("h") +
              " AND h.key = " + cell(first, "u");
    else
        sql = "SELECT w.row_id FROM mark AS h CROSS JOIN (SELECT id AS run_id FROM run) AS u CROSS JOIN " +
              table + " AS w ON w.run_id = u.run_id AND w.row_key = h.key AND " + isMarkOf("h");
    return sql + " WHERE " + test + (inRuns.isEmpty() ? "" : " AND ") + inRuns;
}

QByteArray ColumnSql::overTimeView(bool isChange) const
{
    const QByteArray relation(m_schema.relation.data(), m_schema.relation.size());
    return "temp.\"" + relation + (isChange ? "_changed\"" : "_seen\"");
}

QByteArray ColumnSql::overTimeViews(bool isCompared) const
{
    const auto isOverTime = [](const Column &column) { return column.storage == Storage::OverTime; };
    if (std::ranges::none_of(m_schema.columns, isOverTime))
        return {};
    const auto view = [&](bool isChange, const QByteArray &columns, const QByteArray &nothing) {
        return "CREATE VIEW " + overTimeView(isChange) + " AS SELECT " +
               (isCompared ? "row_id, " + columns + " FROM changes." + (isChange ? "change;" : "seen;")
                           : "0 AS row_id, " + nothing + " WHERE 0;");
    };
    return view(true, "change", "NULL AS change") +
           view(false, "first_seen, last_seen, age_days",
                "NULL AS first_seen, NULL AS last_seen, NULL AS age_days");
}

QByteArray ColumnSql::helpers() const
{
    if (&m_schema == &table::pageSchema())
        return twinTriggers();
    if (&m_schema == &table::hreflangSchema())
        return "CREATE INDEX IF NOT EXISTS hreflang_pair ON hreflang(run_id, url, target_url);";
    return {};
}

} // namespace linnet::store

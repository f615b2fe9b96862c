// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/findingrows.h"

#include "table/cellview.h"
#include "table/columnlist.h"

#include <QCoreApplication>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::ColumnType;

namespace {

// clang-format off
constexpr std::array FindingColumns{
    Column{.key = "check"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Rule")},
    Column{.key = "level"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Level")},
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Address")},
    Column{.key = "value"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Value")},
    Column{.key = "place"_L1, .title = QT_TRANSLATE_NOOP("linnet::table", "Place")},
};
// clang-format on

/// Of a row: where it is, what the rule says of it, and its place.
struct Told
{
    QList<int> columns; ///< that are read, each once; the address first
    int value = -1;     ///< indexes into them; -1 = nothing
    int place = -1;

    static Told by(const AuditRule &rule, const table::Schema &schema)
    {
        Told told{.columns = {0}};
        const auto column = [&](const QString &key) {
            const std::optional<int> known = schema.indexOf(key);
            if (known && !told.columns.contains(*known))
                told.columns.append(*known);
            return known ? int(told.columns.indexOf(*known)) : -1;
        };
        told.value = column(rule.columns.value(0));
        if (!isOfPages(rule.set))
            told.place = column(u"line"_s);
        else if (rule.groupedBy() != rule.columns.value(0))
            told.place = column(rule.groupedBy());
        return told;
    }
};

table::Value textOf(table::CellViews cells, int column)
{
    const table::Value cell = column < 0 ? table::Value() : table::toValue(cells[size_t(column)]);
    return table::isNull(cell) ? table::Value() : table::Value(table::toText(cell));
}

} // namespace

const table::Schema &findingSchema()
{
    static constexpr table::Schema schema{"findings"_L1, "finding"_L1, FindingColumns, table::Identity::None};
    return schema;
}

Result<void> eachFindingRow(store::RowReader &reader, store::RunId run, const QList<Finding> &findings,
                            const std::function<Result<void>(const table::Cells &row)> &take,
                            const std::stop_token &stop)
{
    const Result<AuditSchemas> schemas = auditSchemas(reader);
    if (!schemas)
        return std::unexpected(schemas.error());
    for (const Finding &finding : findings) {
        if (!finding.isHit())
            continue;
        const AuditRule &rule = finding.rule;
        const table::Schema &schema = schemas->of(rule.set);
        const QString group = rule.groupedBy();
        const table::Sort sort = group.isEmpty() ? table::Sort() : table::Sort{{group, false}};
        const auto ids = reader.ids({&schema, {run}, finding.filter, sort});
        if (!ids)
            return std::unexpected(ids.error());
        const Told told = Told::by(rule, schema);
        const auto cursor = reader.cursor(schema, told.columns);
        if (!cursor)
            return std::unexpected(cursor.error());
        Result<void> taken;
        const auto read = (*cursor)->read(*ids, [&](size_t, table::CellViews cells) {
            taken = stop.stop_requested() ? fail(Reason::Cancelled)
                                          : take({rule.id, levelCode(rule.level), table::toValue(cells[0]),
                                                  textOf(cells, told.value), textOf(cells, told.place)});
            return taken.has_value();
        });
        if (!taken || !read)
            return !taken ? taken : read;
    }
    return {};
}

} // namespace linnet::audit

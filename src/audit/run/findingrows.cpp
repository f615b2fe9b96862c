// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/findingrows.h"

#include "table/columnlist.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QCoreApplication>

#include <span>

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

constexpr qsizetype RowsAtOnce = 1000;

table::Sort sortOf(const AuditRule &rule)
{
    if (!rule.isGrouped())
        return {};
    return {{rule.columns.front(), false}};
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
    for (const Finding &finding : findings) {
        if (!finding.isHit())
            continue;
        const table::Schema &schema = schemaOf(finding.rule.set);
        const bool isOfLinks = &schema == &table::linkSchema();
        const auto whole = reader.withJoined(schema);
        const auto ids = whole ? reader.ids({*whole, {run}, finding.filter, sortOf(finding.rule)})
                               : std::unexpected(whole.error());
        if (!ids)
            return std::unexpected(ids.error());
        const auto column = finding.rule.columns.isEmpty() ? std::optional<int>()
                                                           : schema.indexOf(finding.rule.columns.front());
        for (size_t first = 0; first < ids->size(); first += size_t(RowsAtOnce)) {
            if (stop.stop_requested())
                return fail(Reason::Cancelled);
            const auto part =
                std::span(*ids).subspan(first, std::min(size_t(RowsAtOnce), ids->size() - first));
            const auto rows = reader.rows(schema, part);
            if (!rows)
                return std::unexpected(rows.error());
            for (const table::Cells &cells : *rows) {
                const table::Value place =
                    isOfLinks ? cells[size_t(table::LinkColumn::Line)] : table::Value();
                const table::Value value = column ? cells[size_t(*column)] : table::Value();
                const auto text = [](const table::Value &cell) {
                    return table::isNull(cell) ? table::Value() : table::Value(table::toText(cell));
                };
                const auto taken = take(
                    {finding.rule.id, levelCode(finding.rule.level), cells[0], text(value), text(place)});
                if (!taken)
                    return taken;
            }
        }
    }
    return {};
}

} // namespace linnet::audit

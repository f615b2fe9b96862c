// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/comparedrows.h"

#include "table/changes/changeschema.h"

#include <algorithm>
#include <optional>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

bool asksOverTime(const store::RowQuery &query, const QList<int> &columns)
{
    const auto isOverTime = [&query](int column) {
        return query.schema->columns[size_t(column)].storage == table::Storage::OverTime;
    };
    return std::ranges::any_of(columns, isOverTime) ||
           std::ranges::any_of(query.filter.conditions, [&](const table::Condition &condition) {
               const std::optional<int> column = query.schema->indexOf(condition.column);
               return column && isOverTime(*column);
           });
}

Result<std::shared_ptr<const session::RunChanges>> comparisonFor(const QString &project,
                                                                 const store::RowQuery &query)
{
    if (!table::changeSchema(*query.schema))
        return fail(Reason::BadValue,
                    u"--table %1: change, first_seen, last_seen, age_days"_s.arg(query.schema->key));
    if (query.runs.size() != 1)
        return fail(Reason::BadValue, u"--run all: change, first_seen, last_seen, age_days"_s);
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return std::unexpected(reader.error());
    auto runs = session::sinceLastTime(**reader, query.runs.front());
    if (runs && !*runs) {
        auto alone = session::chooseRuns(**reader, u"%1,%1"_s.arg(query.runs.front()), query.schema);
        if (!alone)
            return std::unexpected(alone.error());
        runs = std::optional(std::move(*alone));
    }
    if (!runs)
        return std::unexpected(runs.error());
    (*runs)->rows = query.schema;
    analysis::ComparisonProgress progress;
    return session::RunChanges::find(project, **runs, {}, progress, {});
}

} // namespace linnet::cli

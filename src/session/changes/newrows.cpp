// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/newrows.h"

#include "table/vacancyschema.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

QStringList newsCodes(const table::Schema &rows)
{
    return &rows == &table::vacancySchema() ? QStringList{u"new"_s} : QStringList{u"broken"_s, u"mended"_s};
}

Result<NewRows> newRows(const QString &projectPath, RunId run, const std::stop_token &stop)
{
    const auto reader = store::RowReader::open(projectPath);
    if (!reader)
        return std::unexpected(reader.error());
    const auto runs = sinceLastTime(**reader, run);
    if (!runs)
        return std::unexpected(runs.error());
    if (!*runs)
        return NewRows();
    analysis::ComparisonProgress unseen;
    auto changes = RunChanges::find(projectPath, **runs, {}, unseen, stop, RunChanges::History::LeftOut);
    if (!changes)
        return std::unexpected(changes.error());
    table::Condition isNew{u"change"_s, table::FilterOp::OneOf, {}, false};
    for (const QString &code : newsCodes(*(*runs)->rows))
        isNew.operands.append(code);
    return NewRows{*changes, {&(*changes)->schema(), {(*runs)->older.id, run}, {{isNew}}, {}}};
}

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/furthersheets.h"

#include "session/sheets/failuretable.h"
#include "session/sheets/summarytables.h"

namespace linnet::session {

namespace {

Result<exports::FurtherSheets> sheetsOf(const QString &path, const SummaryRows &rows, bool withSummary,
                                        std::stop_token stop)
{
    const auto reader = store::RowReader::open(path);
    if (!reader)
        return std::unexpected(reader.error());
    (*reader)->stopOn(stop);
    Result<exports::FurtherSheets> sheets;
    if (withSummary)
        sheets = summaryTables(**reader, rows, stop);
    auto failures = sheets ? failureTable(**reader, rows, stop) : std::unexpected(sheets.error());
    if (!failures)
        return std::unexpected(failures.error());
    sheets->failures = std::move(*failures);
    return sheets;
}

} // namespace

std::function<Result<exports::FurtherSheets>(const exports::PumpHooks &hooks)>
furtherSheets(const exports::ExportSpec &spec, bool withSummary)
{
    return [path = spec.projectPath, rows = SummaryRows{spec.schema, spec.runs, spec.ids},
            withSummary](const exports::PumpHooks &hooks) {
        return sheetsOf(path, rows, withSummary && hasSummary(*rows.schema), hooks.stop);
    };
}

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"
#include "exports/exportspec.h"

namespace linnet::session {

/// What a workbook of findings is made of.
struct AuditBookSpec
{
    QString projectPath;
    store::RunId run = 0;
    QList<audit::Finding> findings;
    QString path; ///< replaced as a whole or not at all
};

/// Findings with a sheet of their own; the others stand in the overview only.
inline constexpr int MostFindingSheets = 60;

/// Writes findings of a crawl for somebody who has no Linnet, in the language of the program: the sheet
/// "Overview", the worst first, with why each matters and how to fix it; behind it a sheet for each finding
/// with its rows, addresses as links; and "About this data" with the rules that found nothing. For any
/// thread. The report's rows are those of all findings. Cancelled soon after the hooks ask for it.
Result<exports::ExportReport> writeAuditBook(const AuditBookSpec &spec, const exports::PumpHooks &hooks);

} // namespace linnet::session

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/report.h"
#include "store/read/rowreader.h"

#include <QHash>

#include <stop_token>

namespace linnet::report {

/// What ReportSpec::questions calls the audit.
inline constexpr QLatin1StringView AuditKey{"audit"};

/// Whether rows of that schema can be audited.
bool hasAudit(const table::Schema &schema);

/// The audit of one crawl by the rules of its project. rows: of a schema that hasAudit(), whose filter limits
/// the rules over pages. memos: of the project. Of several runs it says only that it says nothing.
Result<AuditPart> auditPart(store::RowReader &reader, const store::RowQuery &rows,
                            const QHash<QString, QString> &memos, const QLocale &locale,
                            const std::stop_token &stop);

} // namespace linnet::report

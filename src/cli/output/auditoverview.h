// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"

namespace linnet::cli {

/// The findings of a crawl as lines of plain text, errors first, then how many rules found nothing and how
/// many could not be judged.
QStringList auditOverview(const QList<audit::Finding> &findings);

/// All rules with their levels, sets and thresholds.
QStringList ruleOverview(const QList<audit::AuditRule> &rules);

} // namespace linnet::cli

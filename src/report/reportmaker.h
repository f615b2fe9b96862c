// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/insight/insightanswer.h"
#include "report/report.h"
#include "store/read/rowreader.h"

#include <QDateTime>
#include <QHash>

#include <atomic>
#include <optional>
#include <stop_token>

namespace linnet::report {

/// What a report is asked to be about, and what its author adds.
struct ReportSpec
{
    QString projectPath;
    store::RowQuery rows; ///< of a table that has questions; no runs = all
    /// Keys of models::InsightQuestion and AuditKey, in any order; empty = all, with those that are kept in
    /// the project.
    QStringList questions;
    std::optional<models::InsightSide> other; ///< rows beside these in each chart
    QString name;                             ///< of `rows`, then
    std::optional<QByteArray> payRules; ///< lines instead of the project's own, see comparable::PayRules
    std::optional<bool> beforeTax;      ///< nothing = as the rules say
    QString title;                      ///< "" = as its search calls itself
    QString author;
    QString remarks; ///< plain text; an empty line ends a paragraph
    Logo logo;
    QLocale locale;
    QDateTime now = QDateTime::currentDateTime();
};

/// How far a report is, for whoever waits; any thread.
struct ReportProgress
{
    std::atomic<int> done = 0;
    std::atomic<int> total = 0; ///< steps; 0 = not known yet
};

/// Whether there are questions for such rows.
bool hasReport(const table::Schema &schema);
/// What ReportSpec::questions may name for them. memos: of the project, with those that are kept in it.
QStringList questionsOf(const table::Schema &schema, const QHash<QString, QString> &memos = {});

/// Reads and counts all that a report says. For any thread but that of the window; ends soon with
/// Reason::Cancelled when it is told to stop. Reason::BadValue for a question that there is not, else what
/// reading the project gives.
Result<Report> makeReport(const ReportSpec &spec, ReportProgress &progress, std::stop_token stop);

} // namespace linnet::report

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "exports/packagefacts.h"
#include "exports/sheettable.h"
#include "store/rowquery.h"

#include <QPair>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>

namespace linnet::exports {

struct ExportFormat;
struct PumpHooks;

/// What to write and where.
struct ExportSpec
{
    QString projectPath;
    const table::Schema *schema = nullptr;
    store::IdVectorPtr ids; ///< the rows, in this order: the view's own vector
    QList<int> columns;     ///< indexes into the schema, each once, in this order; empty = all
    const ExportFormat *format = nullptr;
    QString path;             ///< replaced atomically
    QList<store::RunId> runs; ///< graphs: whose pages are the nodes; empty = all
    bool pagesOnly = false;   ///< graphs: only pages that were read, and `a` between them, each pair once
    bool replaceLineBreaks = false; ///< line breaks inside cells become blanks
    /// Formats that have such a form: as the table on the screen, in the user's language, instead of as
    /// stored: titles of columns and codes, real dates, links.
    bool asShown = false;
    /// Headers as another program calls them, see HeaderNames; "" = ours. Not with asShown.
    QString names = {};
    QList<QPair<QString, QString>>
        about; ///< lines of the sheet "About this data": query, counts, terms of the source
    /// Workbooks: makes the sheets beside the rows, in the exporting thread, when the rows are written; null
    /// = none. What it fails with ends the export.
    std::function<Result<FurtherSheets>(const PumpHooks &hooks)> furtherSheets = {};
    /// Text with separators: also a datapackage.json beside the file.
    std::optional<PackageFacts> package = {};
};

/// How it went.
struct ExportReport
{
    qint64 rows = 0; ///< of a graph its edges, of a sitemap its pages
    qint64 bytes = 0;
    QStringList notices; ///< translated: cells cut at Excel's limit, rows continued on another sheet
    bool operator==(const ExportReport &) const = default;
};

/// What the caller wants from an export under way; called between pages of rows, in the exporting thread.
struct PumpHooks
{
    std::function<bool()> isCancelled;
    std::function<void(qint64 rows, qint64 total)> progressed; ///< at most every 50 ms, and once at the end
    std::stop_token stop = {}; ///< asked for by whoever cancels, for what is too long to ask isCancelled()
};

} // namespace linnet::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rowquery.h"

#include <QPair>
#include <QStringList>

#include <functional>

namespace linnet::exports {

struct ExportFormat;

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
    QList<QPair<QString, QString>>
        about; ///< lines of the sheet "About this data": query, counts, terms of the source
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
};

} // namespace linnet::exports

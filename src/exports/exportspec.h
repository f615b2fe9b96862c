// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"
#include "store/rowquery.h"

#include <QPair>
#include <QStringList>

namespace linnet::exports {

/// What to write and where.
struct ExportSpec
{
    QString projectPath;
    const table::Schema *schema = nullptr;
    store::IdVectorPtr ids; ///< the rows, in this order: the view's own vector
    QList<int> columns;     ///< indexes into the schema, each once, in this order; empty = all
    Format format = Format::Csv;
    CsvDialect dialect = CsvDialect::Standard;
    QString path;             ///< replaced atomically
    QList<store::RunId> runs; ///< graphs: whose pages are the nodes; empty = all
    bool pagesOnly = false;   ///< graphs: only pages that were read, and `a` between them, each pair once
    bool replaceLineBreaks = false; ///< line breaks inside cells become blanks
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

} // namespace linnet::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/schema.h"

#include <QString>

namespace linnet::exports {

enum class Format : quint8
{
    Csv,
    Tsv,
    Xlsx,
    Json,
    JsonLines,
    Gexf,    ///< the links as a graph, for Gephi
    GraphMl, ///< the links as a graph, for igraph, NetworkX, yEd
    Dot,     ///< the links as a graph, for Graphviz
    Sitemap, ///< the pages as sitemap.xml
    Har,     ///< of the table of requests only, always with all its columns
};

enum class CsvDialect : quint8
{
    Standard, ///< RFC 4180: comma, CRLF, UTF-8 without BOM, values unchanged
    ExcelRu,  ///< semicolon, BOM, decimal comma, formulas guarded
    ExcelEn,  ///< comma, BOM, formulas guarded
};

/// By file ending (csv, tsv, xlsx, json, jsonl, gexf, graphml, dot, xml, har; case ignored); Reason::BadValue
/// for any other.
Result<Format> formatOfPath(const QString &path);
/// The ending of the format's files, without the dot.
QLatin1StringView formatEnding(Format format);
bool isGraph(Format format);
/// Graphs are made of the table of links, sitemaps of that of pages, every other format of any table;
/// Reason::BadValue says so.
Result<void> checkTable(Format format, const table::Schema &schema);
/// standard, excel-ru, excel-en.
Result<CsvDialect> dialectByName(QStringView name);
QLatin1StringView dialectName(CsvDialect dialect);

} // namespace linnet::exports

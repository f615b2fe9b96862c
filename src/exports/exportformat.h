// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace linnet::exports {

enum class Format : quint8
{
    Csv,
    Tsv,
    Xlsx,
    Json,
    JsonLines
};

enum class CsvDialect : quint8
{
    Standard, ///< RFC 4180: comma, CRLF, UTF-8 without BOM, values unchanged
    ExcelRu,  ///< semicolon, BOM, decimal comma, formulas guarded
    ExcelEn,  ///< comma, BOM, formulas guarded
};

/// By file ending (csv, tsv, xlsx, json, jsonl; case ignored); Reason::BadValue for any other.
Result<Format> formatOfPath(const QString &path);
/// "csv", "tsv", "xlsx", "json", "jsonl".
QLatin1StringView formatEnding(Format format);
/// standard, excel-ru, excel-en.
Result<CsvDialect> dialectByName(QStringView name);
QLatin1StringView dialectName(CsvDialect dialect);

} // namespace linnet::exports

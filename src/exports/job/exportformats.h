// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/exportformat.h"

#include <span>

namespace linnet::exports {

using ExportFormats = std::span<const ExportFormat *const>;

/// Every format of the program, in the order in which people choose among them.
ExportFormats allFormats();

/// By file ending, case ignored; the first dialect that is called "standard" where one ending has several.
/// Reason::BadValue for any other, naming those that there are.
Result<const ExportFormat *> formatOfPath(const QString &path, ExportFormats among = allFormats());
/// Null when there is none of that id.
const ExportFormat *formatById(QStringView id, ExportFormats among = allFormats());

/// Formats that can be made of a table.
QList<const ExportFormat *> formatsOf(const table::Schema &schema, ExportFormats among = allFormats());
/// Reason::BadValue when the format is made of another table; says of which.
Result<void> checkTable(const ExportFormat &format, const table::Schema &schema);

/// Kinds of CSV: standard, excel-ru, excel-en. Reason::BadValue names them.
Result<const ExportFormat *> formatOfDialect(QStringView name);
QStringList dialects();

/// ".csv, .tsv, .xlsx": endings of the formats that are made of just this table; null = those of any table.
QString endingsOf(const table::Schema *schema, ExportFormats among = allFormats());

/// Translated.
QString formatTitle(const ExportFormat &format);
QString formatHint(const ExportFormat &format);

} // namespace linnet::exports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/tablefile.h"

namespace linnet::imports {

/// The beginning of a file as an import would read it, for whoever decides about it.
struct ImportPreview
{
    static constexpr qint64 MostRows = 50;

    /// A column of the file.
    struct Column
    {
        QString name;
        int column = ColumnMap::None; ///< index into the schema
    };
    Error error; ///< why it cannot be read; Reason::None = it can
    TableFile::Kind kind = TableFile::Kind::Text;
    const table::Schema *schema = nullptr;
    std::vector<Column> columns;
    QList<QStringList> rows; ///< of each column what its cell will be, as it was written where it is nothing
    QStringList problems;    ///< translated, of these rows
    char separator = 0;      ///< of a text
    QByteArray encoding;     ///< of a text
    QStringList sheets;      ///< of a workbook
    QString sheet;

    /// Takes long: for the pool. wanted: null = whichever table it fits.
    static ImportPreview of(const QString &path, const table::Schema *wanted, const TableChoice &choice);
};

} // namespace linnet::imports

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/joined/joinedschema.h"
#include "table/value.h"

#include <QList>
#include <QString>

#include <vector>

namespace linnet::store {

/// A table of the user's that a project holds beside its rows, to look up values in it.
struct JoinedTable
{
    QString name;                       ///< not empty; another table of that name is replaced
    const table::Schema *of = nullptr;  ///< to whose rows it is joined; see table::canBeJoined()
    QString by;                         ///< key of their column whose value is looked up
    QString file;                       ///< name of the file that it was read from
    QList<table::JoinedColumn> columns; ///< their ids are given by the writer
    struct Row
    {
        QString key;        ///< see joinKey(); of several rows with one key the first counts
        table::Cells cells; ///< one to each column
    };
    std::vector<Row> rows;
};

/// How a value is looked up: addresses exactly as they stand, all else without regard to case, "ё" and blanks
/// around it.
QString joinKey(const table::Column &by, const QString &value);

/// The schema of the same rows with the columns that these tables give them, but for one table.
const table::Schema &withTables(const table::Schema &rows, const std::vector<JoinedTable> &tables,
                                const QString &except = {});

/// How many rows of all runs have their value in a table.
struct JoinedCount
{
    qint64 found = 0;
    qint64 rows = 0;
};

} // namespace linnet::store

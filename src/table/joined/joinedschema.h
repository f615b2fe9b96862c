// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace linnet::table {

/// A column that a project has from a table of the user's, which is joined to its rows by a key.
struct JoinedColumn
{
    qint64 id = 0;  ///< the project's number of it
    QByteArray key; ///< as Column::key: ASCII
    QString title;  ///< as the table calls it
    ColumnType type = ColumnType::Text;
    QString by;    ///< key of the column of the rows whose value is looked up
    QString table; ///< name of the user's table

    bool operator==(const JoinedColumn &) const = default;
};

/// The schema of the same rows with these columns behind their own; `rows` itself when there are none. Lives
/// as long as the program; the same columns give the same schema. Any thread.
const Schema &joinedSchema(const Schema &rows, const QList<JoinedColumn> &columns);
/// What a column with Storage::Joined of such a schema is; null for any other.
const JoinedColumn *joinedColumn(const Schema &schema, const Column &column);

/// Whether tables can be joined to the rows.
bool canBeJoined(const Schema &rows);
/// Whether its values can be looked up in a table: it holds one short text or number, and is no joined one.
bool canBeJoinedBy(const Column &column);

/// A column key out of a title in any language, as no column of the schema is called: Latin letters, digits
/// and "_"; Cyrillic is transliterated.
QByteArray joinedKey(const Schema &schema, const QString &title, const QList<QByteArray> &taken = {});

} // namespace linnet::table

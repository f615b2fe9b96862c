// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/schema.h"

#include <QByteArray>
#include <QList>

namespace linnet::table {
class WordQuery;
}

namespace linnet::store {

class Database;

/// The words of the short texts of a schema's rows, by the id of the row: so that a search in all columns
/// need not look at every row. They only say which rows to look at: a row that was changed or removed leaves
/// its old words behind, and all columns of a row are one text. Kept for tables with long texts, where people
/// search.
class RowWordSql
{
public:
    explicit RowWordSql(const table::Schema &schema);

    bool isKept() const;
    /// What people read and search: text, addresses and lists of the row itself; codes are not what they see.
    QList<const table::Column *> columns() const;

    /// Statements that may be run again; "" for a schema without.
    QByteArray tables() const;
    /// False for files of versions that had none.
    Result<bool> isThere(Database &database) const;

    QByteArray words() const;                    ///< FTS5 table
    QByteArray state() const;                    ///< its one row says through which row they are there
    QByteArray changed() const;                  ///< rows that were changed since then
    QByteArray text(QByteArrayView alias) const; ///< of a row, as it is indexed

    /// The words as FTS5 is asked for them; to be bound.
    static QString expression(const table::WordQuery &words);
    /// A SELECT of the ids of all rows that may have them; the argument is the parameter for expression().
    QByteArray candidates(const QByteArray &expression) const;

private:
    QByteArray name(const char *what) const;

    const table::Schema &m_schema;
};

} // namespace linnet::store

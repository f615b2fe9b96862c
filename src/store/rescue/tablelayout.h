// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/rescue/storedrecord.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace linnet::store {

class Database;

/// What the rows of a table look like in a file: its columns in the order in which a record holds them.
class TableLayout
{
public:
    struct Column
    {
        QByteArray name;
        enum class Type : quint8
        {
            Integer,
            Real,
            Text,
            Bytes,
            Any, ///< declared without a type
        };
        Type type = Type::Text;
        bool isRequired = false;   ///< never null
        bool isRowId = false;      ///< stands beside the record, which has null in its place
        StoredValue fallback = {}; ///< of rows that were written before the column was added
    };

    /// Of a table of an open database; nothing for one that there is not.
    static Result<std::optional<TableLayout>> read(Database &database, const QByteArray &table);
    /// The table that says which others there are, and where.
    static TableLayout ofContents();
    /// The same from a statement that a damaged file has for it. `now`: what the table looks like today, for
    /// what cannot be read or is damaged.
    static TableLayout fromSql(const QByteArray &sql, const TableLayout &now);

    const QByteArray &table() const { return m_table; }
    bool hasRowIds() const { return m_hasRowIds; }
    /// How many columns tell rows apart that have no row ids; they come first.
    size_t keys() const { return m_keys; }
    const std::vector<Column> &columns() const { return m_columns; }
    /// Whether a record may be a row of the table. Rows that were written before columns were added are
    /// shorter.
    bool fits(const std::vector<StoredValue::Kind> &kinds) const;
    /// The same of a record that no tree names: whole numbers where anything may stand are what indexes have.
    bool isLike(const std::vector<StoredValue::Kind> &kinds) const;

private:
    QByteArray m_table;
    bool m_hasRowIds = true;
    size_t m_keys = 0;
    std::vector<Column> m_columns;
};

} // namespace linnet::store

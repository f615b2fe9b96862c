// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace linnet::table {
struct JoinedColumn;
}

namespace linnet::store {

/// The columns of a schema in SQL. Those that are not simply stored are expressions over a row of the
/// schema's table, which is named by an alias.
class ColumnSql
{
public:
    explicit ColumnSql(const table::Schema &schema);

    /// What people see in the column. LongText columns are no part of this, see Relation.
    QByteArray expression(const table::Column &column, QByteArrayView alias) const;

    /// A column whose value stands in another table, in the row that a number in this row names.
    struct Home
    {
        QByteArray via;   ///< quoted column of this schema's table: the number
        QByteArray table; ///< quoted name of the other table, with run_id
        QByteArray key;   ///< quoted column of the other table that has the same number
        QByteArray value; ///< expression over a row of the other table that is called h
        table::ColumnType type;
    };
    /// Filters ask the other table, which has fewer rows, and then look for the numbers.
    std::optional<Home> home(const table::Column &column) const;

    /// Reckoned of all rows of a run at once: the first value takes long, all others nothing.
    static bool isOfAllRows(const table::Column &column)
    {
        return column.storage == table::Storage::Derived && column.isCostly;
    }

    /// The column that says whether a link's fragment names a place of its target.
    bool isFragmentFound(const table::Column &column) const;
    /// For one target, parameters run_id and number: its places as FragmentSet packs them, and the fragment
    /// that a redirect on the way there names instead of the link's; no row when none is known.
    static QByteArray placesOfTarget();

    /// Ids of the rows whose home is among `numbers`, a SELECT of run_id and number; empty when this table
    /// has no faster way than to look at each of its rows.
    QByteArray rowsAt(const Home &home, const QByteArray &numbers) const;

    /// Where the value of a joined column stands, as FROM … WHERE … over j; nothing for a key that the table
    /// does not have.
    QByteArray joinedFrom(const table::JoinedColumn &joined, QByteArrayView alias) const;

    /// Where a row of the schema's table has its mark: the key as an expression over the row.
    QByteArray markKey(QByteArrayView alias) const;
    /// A test of rows of the table `mark`: those that belong to rows of the schema.
    QByteArray isMarkOf(QByteArrayView alias) const;
    /// Ids of the rows whose mark h passes a test; nothing is looked at in a project without marks. inRuns: a
    /// test of u.run_id, or "".
    QByteArray markedRows(const QByteArray &test, const QByteArray &inRuns) const;

    /// What expressions of OverTime columns read, as views of this connection: the tables of an attached
    /// ChangeFile when it is about rows of this schema, else nothing. "" when the schema has no such columns.
    QByteArray overTimeViews(bool isCompared) const;

    /// Indexes and triggers that such expressions rely on, as statements that may be run again.
    QByteArray helpers() const;

private:
    std::optional<Home> homeOfVersion(const table::Column &column) const;
    QByteArray overTimeView(bool isChange) const;

    const table::Schema &m_asked;
    const table::Schema &m_schema; ///< of the rows that it is about
};

} // namespace linnet::store

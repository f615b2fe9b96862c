// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/schema.h"

#include <QByteArray>

namespace linnet::store {

class Database;

/// The SQL side of a table::Schema: a table for its rows and a view that has exactly its columns, plus row_id
/// and run_id. In the table a LongText column has a twin "<key>_ref" that points to the text table when the
/// text is long, and another, "<key>_start", with the beginning of such a text (SortedBeginning); an Address
/// column holds a number, and derived columns are in the view alone. Ads have "queries_order" beside
/// "queries": the numbers of the queries by which the next one finds its place.
class Relation
{
public:
    explicit Relation(const table::Schema &schema);

    /// True for the engine's records: AttemptTable writes them, and there is only a view that reads them as
    /// rows.
    bool isRecord() const;

    QByteArray table() const; ///< quoted name
    QByteArray view() const;  ///< quoted name
    /// The table with its long texts in their columns, as a FROM; numbers of addresses stay numbers, which
    /// the view shows as addresses.
    QByteArray withTexts() const;
    QByteArray key() const; ///< quoted column that tells rows apart within a run
    static QByteArray quoted(QLatin1StringView name);

    /// Creates table and view when they are absent; adds columns that the schema has got since the file was
    /// made.
    Result<void> create(Database &database) const;

    /// For a schema of changes: statements that make its table and view, for this connection alone, of the
    /// rows of the project and of `changes`, a table with row_id and the columns of table::ChangeColumns.
    Result<void> createOverChanges(Database &database, const QByteArray &changes) const;

    /// For schemas whose rows have an identity. Parameters of all: row_id, run_id, row_key if the schema's
    /// identity is a key, then per column that is not derived its value, and after a LongText's the reference
    /// and the beginning.
    QByteArray insertOrKeep() const;
    /// Gives the row_id when a row was inserted or changed. Takes one more parameter for each of groups():
    /// true when the row says something about the group, whose cells then replace the stored ones together.
    QByteArray insertOrMerge() const;
    /// See table::Column::group; in the order of their first columns.
    QList<QLatin1StringView> groups() const;
    QByteArray insertOrReplace() const; ///< gives the row_id

    /// Whether its rows say which queries found them (RowMode::Gather).
    bool gathers() const;
    /// Takes the numbers as one more parameter.
    QByteArray insertOrGather() const;
    /// row_id, query, queries and their numbers of the row with run_id and row_key.
    QByteArray gathered() const;
    QByteArray setGathered() const; ///< parameters: the same but the row_id, which comes last

private:
    struct Field
    {
        QByteArray name;
        QByteArray type;
    };
    std::vector<Field> fields() const;
    QByteArray insert(bool withOrder = false) const;
    QByteArray textIndexes() const;
    QByteArray viewSql() const;
    Result<void> createView(Database &database) const;

    const linnet::table::Schema &m_schema;
};

} // namespace linnet::store

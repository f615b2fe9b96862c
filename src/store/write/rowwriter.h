// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"
#include "store/unit.h"

#include <QList>

namespace linnet::store {

class Database;
class TextTable;

/// Writes the rows of one schema.
class RowWriter
{
public:
    static Result<RowWriter> open(Database &database, TextTable &texts, const table::Schema &schema);

    enum class Outcome : quint8
    {
        Added,
        Changed,
        Unchanged,
    };
    struct Written
    {
        Outcome outcome = Outcome::Unchanged;
        qint64 id = 0; ///< of the row, unless it is Unchanged
    };
    /// newId is given to the row when there is none with its key yet.
    Result<Written> write(RunId run, const RowWrite &row, qint64 newId);

    qint64 lastId() const { return m_lastId; } ///< highest id in use when it was opened

private:
    RowWriter(Database &database, TextTable &texts, const table::Schema &schema);
    Result<Written> writeRow(RunId run, const RowWrite &row, qint64 newId);
    Result<Written> gather(RunId run, const RowWrite &row, qint64 newId);
    Result<void> changed(qint64 id);
    /// Gives the number of parameters that were bound.
    Result<int> bind(Statement &statement, RunId run, const RowWrite &row, qint64 newId);
    void bindGroups(Statement &statement, int index, const table::Cells &cells) const;

    Database *m_database;
    TextTable *m_texts;
    const table::Schema *m_schema;
    Statement m_keep;
    Statement m_merge;
    Statement m_replace;
    Statement m_add;         ///< a row with the number of its query; this and the next: only of vacancies
    Statement m_gathered;    ///< which queries found a row
    Statement m_setGathered; ///< one more did
    Statement m_reindex;     ///< a row that was changed, when its words are in the index
    bool m_isIndexed = false;
    QList<QLatin1StringView> m_groups;
    qint64 m_lastId = 0;
};

} // namespace linnet::store

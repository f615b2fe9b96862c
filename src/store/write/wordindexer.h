// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"
#include "store/write/indexedtexts.h"
#include "store/write/rowwordindexer.h"

#include <QElapsedTimer>

#include <chrono>
#include <vector>

namespace linnet::store {

class Database;

/// Puts the words of the long texts into their index, a few texts at a time: what is stored after the last
/// that is in it, in the order of their numbers. How far it came stands in the project, so it goes on after a
/// crash where it was. Texts that no row has any more (RunTable) go from the index and from their table the
/// same way. Used by the writer's thread, when there is nothing to write.
class WordIndexer
{
public:
    /// The database outlives it.
    static Result<WordIndexer> open(Database &database);

    /// One transaction; takes about so long, or as long as one text takes. False when there is nothing left
    /// to do. After an error nothing of it has happened.
    Result<bool> work(std::chrono::milliseconds time);
    /// The next work() counts the texts again: they may have become others.
    void countAgain() { m_isCounted = false; }

    /// What work() has come to.
    const IndexedTexts &progress() const { return m_progress; }

private:
    explicit WordIndexer(Database &database);

    Result<void> prepare();
    Result<bool> isLeft();
    Result<qint64> number(Statement &statement);
    Result<void> workWithin(const QElapsedTimer &time, std::chrono::milliseconds most);
    Result<void> startOver();
    Result<void> count();
    Result<bool> removeOne(qint64 through);
    Result<void> indexRows(const QElapsedTimer &time, std::chrono::milliseconds most);
    Result<void> indexTexts(qint64 through, const QElapsedTimer &time, std::chrono::milliseconds most);
    Result<void> add(qint64 text, QByteArrayView body);
    Result<void> setThrough(qint64 text);

    Database *m_database;
    Statement m_left;
    Statement m_through;
    Statement m_lastText;
    Statement m_setThrough;
    Statement m_texts;  ///< behind a number
    Statement m_add;    ///< to the index
    Statement m_unused; ///< a text of no row
    Statement m_remove; ///< from the index
    Statement m_drop;   ///< a text
    Statement m_forget; ///< that it is unused
    std::vector<RowWordIndexer> m_rows;
    IndexedTexts m_progress;
    bool m_isCounted = false;
};

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/linkrows.h"
#include "store/sqlite/statement.h"
#include "store/unit.h"

namespace linnet::store {

class Database;

/// Writes the links of crawls. They are by far the most rows of a project, and indexes over them would take
/// more time than the rows; so they are looked up by page: link_span says which rows are of a page, mention
/// which pages name an address and how often.
class LinkTable
{
public:
    static Result<LinkTable> open(Database &database);

    /// Adds one row for each link; their ids follow upon each other from firstId.
    Result<void> add(RunId run, const LinkRows &links, qint64 firstId);

    qint64 lastId() const { return m_lastId; } ///< highest id in use when it was opened

private:
    /// Rows in one statement: what a statement costs by itself is a fifth of a row.
    static constexpr int Together = 8;

    static void bind(Statement &statement, int &index, qint64 id, RunId run, const LinkRows &links,
                     const LinkRows::Link &link);
    Result<void> addMentions(RunId run, const LinkRows &links);

    Statement m_add;
    Statement m_addMany;
    Statement m_span;
    Statement m_mention;
    std::vector<qint64> m_counts; ///< by index of the target, of the page being added
    qint64 m_lastId = 0;
};

} // namespace linnet::store

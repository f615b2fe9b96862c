// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/rowquery.h"

#include <QByteArray>

#include <span>

namespace linnet::table {
class WordQuery;
}

namespace linnet::store {

class Database;
class Statement;

/// A RowQuery as SQL over its schema's view. What users type is always bound, never part of the SQL.
class FilterSql
{
public:
    enum class Among : quint8
    {
        All,
        Few,   ///< the caller adds a test that leaves few rows to look at
        First, ///< rows are looked at one by one, in order of arrival, until there are enough
    };
    /// BadValue for unknown columns, operands that do not fit and regular expressions that are none.
    static Result<FilterSql> compile(const RowQuery &query, Among among);
    /// For all rows of a project: looks how much the tests leave, which decides the way to find it.
    static Result<FilterSql> compile(const RowQuery &query, Database &database);
    /// The same for its first rows: nothing is found out about all rows before the first one is known.
    static Result<FilterSql> compileForFirst(const RowQuery &query, Database &database);
    /// For all rows of a query: whether a row passes each of some further filters, to be selected (tests()).
    static Result<FilterSql> compileTests(const RowQuery &query, std::span<const table::Filter> filters);
    /// Much has to be found before the first row is known, other than by compileForFirst().
    Result<bool> beginsLate(Database &database) const;

    /// Few rows, which indexes find: asking for them is faster than looking at whole columns.
    bool isNarrow() const { return !m_found.isEmpty(); }

    /// What to select from, as r: the table alone when nothing looks at a long text, and neither does the
    /// column to be selected; else the view, which has to look each long text up.
    QByteArray source(const table::Column *selected = nullptr) const;
    const QList<QByteArray> &tests() const { return m_tests; } ///< 1, or anything else
    const QByteArray &where() const { return m_where; }        ///< " WHERE …" or ""
    const QByteArray &orderBy() const { return m_orderBy; }    ///< " ORDER BY …", never empty
    /// Binds the operands from a parameter on; gives the first free one.
    int bind(Statement &statement, int from = 1) const;

    /// What a column of long texts is sorted by, of a row of source(); see SortedBeginning.
    QByteArray beginning(const table::Column &column) const;

    /// For code that adds to a query: the column's value, and the value as it is compared.
    static QByteArray value(const table::Schema &schema, const table::Column &column);
    static QByteArray compared(const table::Schema &schema, const table::Column &column);

private:
    /// Words that need not be looked for one by one.
    enum class Index : quint8
    {
        None,
        Texts,   ///< of long texts
        RowsToo, ///< of the short texts in rows, too
    };
    static Result<FilterSql> compile(const RowQuery &query, Among among, Index index,
                                     std::span<const table::Filter> selected = {});
    Result<QList<QByteArray>> tests(const table::Filter &filter);
    static Result<Index> indexFor(const RowQuery &query, Database &database);
    Result<QByteArray> test(const table::Schema &schema, const table::Condition &condition);
    Result<QByteArray> test(const table::Schema &schema, const table::Column &column,
                            const table::Condition &condition);
    Result<QByteArray> markTest(const table::Schema &schema, const table::Column &column,
                                const table::Condition &condition);
    Result<QByteArray> anyTest(const table::Schema &schema, const table::Condition &condition);
    Result<QByteArray> anyHasWords(const table::Schema &schema, const table::Condition &condition);
    /// Whether the row r has them in a column of long texts.
    QByteArray rowHasWords(const table::Schema &schema, const table::Column &column,
                           const table::WordQuery &words, const QString &typed);
    QByteArray rowsByIndex(const table::Schema &schema, const table::Column &column,
                           const table::WordQuery &words, const QString &typed);
    Result<QByteArray> anyByIndex(const table::Schema &schema, const table::Condition &condition,
                                  const table::WordQuery &words);
    static QByteArray shortTexts(const table::Schema &schema, QByteArrayView alias);
    /// A SELECT of numbers that a test found first.
    struct Found
    {
        QByteArray numbers;
        qsizetype firstOperand = 0;
        qsizetype operands = 0;
    };
    Result<bool> isMany(const Found &found, Database &database) const;
    QByteArray ofRuns(QByteArrayView alias);
    QByteArray parameter(table::Value value);
    Result<void> addSort(const table::Schema &schema, const table::Sort &sort);

    const table::Schema *m_schema = nullptr;
    QList<RunId> m_runs;
    Among m_among = Among::All;
    Index m_index = Index::None;
    bool m_looksAtLongText = false;
    QList<QByteArray> m_tests;
    QByteArray m_where;
    QByteArray m_orderBy;
    QList<table::Value> m_operands;
    QList<Found> m_found;
    /// Words that are asked of an index.
    struct Asked
    {
        QByteArray index; ///< FTS5 table
        QString expression;
    };
    QList<Asked> m_asked;
};

} // namespace linnet::store

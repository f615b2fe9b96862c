// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/rowwordsql.h"

#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "table/wordquery.h"

#include <algorithm>

namespace linnet::store {

using table::Column;
using table::ColumnType;

RowWordSql::RowWordSql(const table::Schema &schema)
    : m_schema(schema)
{
}

bool RowWordSql::isKept() const
{
    const auto isLong = [](const Column &column) { return column.isStoredLong() && !column.isCostly; };
    return m_schema.identity == table::Identity::Key && !Relation(m_schema).isRecord() &&
           std::ranges::any_of(m_schema.columns, isLong);
}

QList<const Column *> RowWordSql::columns() const
{
    QList<const Column *> result;
    for (const Column &column : m_schema.columns) {
        const bool isText = column.type == ColumnType::Text || column.type == ColumnType::Url ||
                            column.type == ColumnType::List;
        if (isText && column.storage == table::Storage::Cell)
            result.append(&column);
    }
    return result;
}

QByteArray RowWordSql::name(const char *what) const
{
    return '"' + QByteArray(m_schema.relation.data(), m_schema.relation.size()) + what + '"';
}

QByteArray RowWordSql::words() const
{
    return name("_word");
}

QByteArray RowWordSql::state() const
{
    return name("_words_through");
}

QByteArray RowWordSql::changed() const
{
    return name("_words_changed");
}

// Without places of the words: rows are looked at anyway.
QByteArray RowWordSql::tables() const
{
    if (!isKept())
        return {};
    return "CREATE VIRTUAL TABLE IF NOT EXISTS " + words() +
           " USING fts5(body, content = '', columnsize = 0, detail = none, tokenize = 'linnet');"
           "CREATE TABLE IF NOT EXISTS " +
           state() + " (through INTEGER NOT NULL); INSERT INTO " + state() +
           " (through) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM " + state() +
           "); CREATE TABLE IF NOT EXISTS " + changed() + " (row_id INTEGER PRIMARY KEY);";
}

Result<bool> RowWordSql::isThere(Database &database) const
{
    if (!isKept())
        return false;
    const auto text = [](QByteArray quoted) { return quoted.replace('"', '\''); };
    const Result<qint64> tables =
        database.integer("SELECT count(*) FROM sqlite_schema WHERE name IN (" + text(words()) + ", " +
                         text(state()) + ", " + text(changed()) + ')');
    return tables ? Result<bool>(*tables == 3) : std::unexpected(tables.error());
}

// No word crosses a line.
QByteArray RowWordSql::text(QByteArrayView alias) const
{
    QByteArray result;
    for (const Column *column : columns())
        result += (result.isEmpty() ? "ifnull(" : " || char(10) || ifnull(") + alias.toByteArray() + '.' +
                  Relation::quoted(column->key) + ", '')";
    return result.isEmpty() ? QByteArray("''") : result;
}

QString RowWordSql::expression(const table::WordQuery &words)
{
    QStringList terms;
    for (const table::WordQuery::Term &term : words.terms()) {
        for (qsizetype i = 0; i < term.words.size(); ++i) {
            const bool isBeginning = term.isBeginning && i + 1 == term.words.size();
            terms.append(u'"' + term.words[i] +
                         (isBeginning ? QStringLiteral("\" *") : QStringLiteral("\"")));
        }
    }
    terms.removeDuplicates();
    return terms.join(QStringLiteral(" AND "));
}

QByteArray RowWordSql::candidates(const QByteArray &expression) const
{
    return "SELECT rowid FROM " + words() + " WHERE " + words() + " MATCH " + expression +
           " UNION ALL SELECT row_id FROM " + changed() + " UNION ALL SELECT row_id FROM " +
           Relation(m_schema).table() + " WHERE row_id > (SELECT through FROM " + state() + ')';
}

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/wordsql.h"

#include "store/sqlite/database.h"
#include "table/foldedwords.h"
#include "table/wordquery.h"

namespace linnet::store::WordSql {

Result<bool> isIndexed(Database &database)
{
    const Result<qint64> tables =
        database.integer("SELECT count(*) FROM sqlite_schema WHERE name IN ('text_word', 'word_index')");
    if (!tables)
        return std::unexpected(tables.error());
    if (*tables < 2)
        return false;
    const Result<qint64> rules = database.integer("SELECT rules FROM word_index");
    if (!rules)
        return std::unexpected(rules.error());
    return *rules == table::FoldedWords::Rules;
}

QString expression(const table::WordQuery &words)
{
    QStringList terms;
    for (const table::WordQuery::Term &term : words.terms()) {
        QString text = term.words.join(u' ');
        text.replace(u'"', QStringLiteral("\"\""));
        terms.append(u'"' + text + (term.isBeginning ? QStringLiteral("\" *") : QStringLiteral("\"")));
    }
    return terms.join(QStringLiteral(" AND "));
}

QByteArray texts(const QByteArray &expression, const QByteArray &typed)
{
    return "SELECT rowid AS id FROM text_word WHERE text_word MATCH " + expression +
           " UNION ALL SELECT id FROM text WHERE id > (SELECT through FROM word_index) AND "
           "linnet_has_words(" +
           typed + ", body)";
}

QByteArray hasWords(const QByteArray &text, const QByteArray &expression, const QByteArray &typed)
{
    return "(EXISTS (SELECT 1 FROM text_word WHERE text_word MATCH " + expression + " AND rowid = " + text +
           ") OR EXISTS (SELECT 1 FROM text WHERE id = " + text +
           " AND id > (SELECT through FROM word_index) AND linnet_has_words(" + typed + ", body)))";
}

QByteArray hasWords(const QByteArray &text, const QByteArray &typed)
{
    return "EXISTS (SELECT 1 FROM text WHERE id = " + text + " AND linnet_has_words(" + typed + ", body))";
}

QByteArray late()
{
    return "SELECT 1 FROM text WHERE id > (SELECT through FROM word_index)";
}

} // namespace linnet::store::WordSql

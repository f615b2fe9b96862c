// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>

namespace linnet::table {
class WordQuery;
}

namespace linnet::store {

class Database;

/// The index of words in the long texts (FTS5 table text_word, by the number of the text) in SQL.
namespace WordSql {

/// False for files of versions that had no index, or one by other rules.
Result<bool> isIndexed(Database &database);

/// The words as FTS5 is asked for them; to be bound, never part of the SQL.
QString expression(const table::WordQuery &words);

/// A SELECT of the numbers of all texts that have some words, as `id`: by the index, and those that are not
/// in it yet one by one. The arguments are the parameters for expression() and for the words as typed.
QByteArray texts(const QByteArray &expression, const QByteArray &typed);
/// Whether one text has them, as an expression; for few texts. `text` is its number.
QByteArray hasWords(const QByteArray &text, const QByteArray &expression, const QByteArray &typed);
/// The same without the index, which takes longer to find all words with a beginning than a text is long.
QByteArray hasWords(const QByteArray &text, const QByteArray &typed);
/// A SELECT of something for each text that is not in the index yet.
QByteArray late();

} // namespace WordSql

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace linnet::store {

class Database;

/// Long texts, each stored once however many rows have it.
class TextTable
{
public:
    /// Texts of more characters (UTF-16 units) than this go to the table.
    static constexpr qsizetype InlineLimit = 500;

    static Result<TextTable> open(Database &database);

    /// The number of a text, for a row that is about to be written. A text that is not there yet gets a new
    /// one and is stored by keep().
    Result<qint64> numberOf(const QString &body);
    /// The row with the texts that were asked for since begin() was written.
    Result<void> keep();
    /// Forgets what was asked for: another row.
    void begin();

private:
    struct Text
    {
        qint64 number = 0;
        bool isNew = false;
        qint64 hash = 0;
        Utf8Text body;
    };
    explicit TextTable(Database &database);
    Result<void> findHashing();
    Result<std::optional<qint64>> find(qint64 hash, QByteArrayView body);
    Result<void> keep(const Text &text);

    Database *m_database;
    Statement m_find;
    Statement m_insert;
    Statement m_use;
    bool m_hashesAsBefore = false; ///< a file of earlier versions, which hashed in another way
    qint64 m_last = 0;             ///< number that was given
    std::vector<Text> m_texts;     ///< of the row
};

} // namespace linnet::store

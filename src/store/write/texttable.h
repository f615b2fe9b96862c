// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"

#include <QStringView>

namespace linnet::store {

class Database;

/// Long texts, each stored once however many rows have it.
class TextTable
{
public:
    /// Texts of more characters (UTF-16 units) than this go to the table.
    static constexpr qsizetype InlineLimit = 500;

    static Result<TextTable> open(Database &database);

    /// The number of a text, which is stored unless it is there already.
    Result<qint64> store(const QString &body);

private:
    explicit TextTable(Database &database);

    Database *m_database;
    Statement m_find;
    Statement m_insert;
    Statement m_use;
};

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

#include <QString>

#include <optional>

namespace linnet::imports {

/// What the columns of tables are called: by this program, in files and in its window in both languages, and
/// by other people and programs.
class ColumnNames
{
public:
    struct Match
    {
        int column = 0;      ///< index into the schema
        bool isOurs = false; ///< this program writes it so
    };
    /// Exactly as this program writes it: a key, or a title in one of the languages. Any thread.
    static std::optional<Match> exact(const table::Schema &schema, const QString &name);
    /// Case, blanks and signs do not count. Any thread.
    static std::optional<Match> find(const table::Schema &schema, const QString &name);
    /// The name of a column that is made of others: what a file has there is not read. Any thread.
    static bool isReckoned(const table::Schema &schema, const QString &name);
    /// The tables that can be imported, those that are likelier first.
    static std::span<const table::Schema *const> schemas();
    static QString folded(QStringView name);
};

} // namespace linnet::imports

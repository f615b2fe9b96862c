// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

namespace linnet::store {

class Database;

/// Writes what the program remembers with a project: how people call a search, what they filter by.
class MemoTable
{
public:
    explicit MemoTable(Database &database);

    /// An empty value forgets the key.
    Result<void> set(const QString &key, const QString &value);

private:
    Database *m_database;
};

} // namespace linnet::store

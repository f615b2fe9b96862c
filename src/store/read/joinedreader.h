// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/joinedtable.h"

#include <memory>

namespace linnet::store {

class Database;

/// Reads which tables of the user's a project has, for RowReader.
class JoinedReader
{
public:
    explicit JoinedReader(Database &database);

    /// Without their rows, by name. A table of unknown rows, which a later version may have written, is left
    /// out. None in a project of an earlier version.
    Result<std::vector<JoinedTable>> tables();
    /// With its rows, in the order of their keys; null when there is none of that name.
    Result<std::shared_ptr<const JoinedTable>> table(const QString &name);
    /// See RowReader::countJoined().
    Result<JoinedCount> count(const QString &name);

private:
    Database &m_database;
};

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/mark.h"
#include "table/schema.h"

#include <span>
#include <vector>

namespace linnet::store {

class Database;

/// Reads what people said of ads and addresses, for RowReader.
class MarkReader
{
public:
    MarkReader(Database &database, const table::Schema &schema);

    /// See RowReader::marks().
    Result<std::vector<Mark>> ofRows(std::span<const qint64> ids);
    Result<bool> hasAny();
    /// Of all schemas, most frequent first.
    static Result<QStringList> tags(Database &database);

private:
    Database &m_database;
    const table::Schema &m_schema;
};

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/mark.h"
#include "store/sqlite/statement.h"

namespace linnet::store {

class Database;

/// Writes what people said of ads and addresses, with the moment (UTC). A mark that was taken away stays as
/// an empty one, so that whoever brings two projects together sees which said it last.
class MarkTable
{
public:
    static Result<MarkTable> open(Database &database);

    /// of: table::marksOf()
    Result<void> set(QLatin1StringView of, const Mark &mark);

private:
    Statement m_set;
};

} // namespace linnet::store

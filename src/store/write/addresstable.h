// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"
#include "store/unit.h"

namespace linnet::store {

class Database;

/// Writes the addresses of crawls and the bytes that belong to them.
class AddressTable
{
public:
    static Result<AddressTable> open(Database &database);

    Result<void> add(RunId run, const AddressWrite &address);
    Result<void> add(RunId run, const AttachmentWrite &attachment);

private:
    Statement m_add;
    Statement m_attach;
};

} // namespace linnet::store

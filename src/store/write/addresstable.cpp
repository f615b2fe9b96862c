// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/addresstable.h"

#include "store/sqlite/database.h"
#include "store/sqlite/storednumber.h"

namespace linnet::store {

Result<AddressTable> AddressTable::open(Database &database)
{
    AddressTable result;
    Result<Statement> add = database.prepare(
        "INSERT INTO address (run_id, number, url, listed) VALUES (?, ?, ?, ?) ON CONFLICT (run_id, number) "
        "DO UPDATE SET listed = 1 WHERE excluded.listed AND NOT listed",
        true);
    if (!add)
        return std::unexpected(add.error());
    Result<Statement> attach = database.prepare(
        "INSERT OR REPLACE INTO attachment (run_id, number, kind, data) VALUES (?, ?, ?, ?)", true);
    if (!attach)
        return std::unexpected(attach.error());
    result.m_add = std::move(*add);
    result.m_attach = std::move(*attach);
    return result;
}

Result<void> AddressTable::add(RunId run, const AddressWrite &address)
{
    m_add.bind(1, run);
    m_add.bind(2, address.number);
    m_add.bindUtf8(3, address.url);
    m_add.bind(4, address.listed);
    return m_add.run();
}

Result<void> AddressTable::add(RunId run, const AttachmentWrite &attachment)
{
    m_attach.bind(1, run);
    m_attach.bind(2, attachment.number);
    m_attach.bind(3, storedNumber(attachment.kind));
    m_attach.bindBytes(4, attachment.data);
    return m_attach.run();
}

} // namespace linnet::store

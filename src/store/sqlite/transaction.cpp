// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/transaction.h"

#include "store/sqlite/database.h"

#include <QLoggingCategory>

#include <utility>

namespace linnet::store {

Q_LOGGING_CATEGORY(logTransaction, "linnet.store.transaction")

Transaction::Transaction(Database *database)
    : m_database(database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    rollBack();
}

Result<Transaction> Transaction::begin(Database &database, Mode mode)
{
    const Result<void> begun = database.exec(mode == Mode::Write ? "BEGIN IMMEDIATE" : "BEGIN");
    if (!begun)
        return std::unexpected(begun.error());
    return Transaction(&database);
}

Result<void> Transaction::commit()
{
    const Result<void> committed = m_database->exec("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

void Transaction::rollBack()
{
    Database *database = std::exchange(m_database, nullptr);
    // A full disk and some I/O errors have already rolled back.
    if (!database || !database->inTransaction())
        return;
    if (const Result<void> done = database->exec("ROLLBACK"); !done)
        qCWarning(logTransaction) << "rolling back:" << done.error().detail;
}

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace linnet::store {

class Database;

/// Everything between begin() and commit() happens as a whole or not at all: the destructor rolls back what
/// was not committed.
class [[nodiscard]] Transaction
{
public:
    enum class Mode : quint8
    {
        Read,  ///< one consistent view over several queries
        Write, ///< takes the write lock at once
    };

    static Result<Transaction> begin(Database &database, Mode mode);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<void> commit();
    void rollBack();

private:
    explicit Transaction(Database *database);
    Database *m_database = nullptr;
};

} // namespace linnet::store

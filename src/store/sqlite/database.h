// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/sqlite/statement.h"

#include <chrono>
#include <memory>
#include <optional>
#include <stop_token>

struct sqlite3;

namespace linnet::store {

/// One connection to a SQLite file, in WAL mode when it may write. Used by one thread at a time.
class Database
{
public:
    enum class Mode : quint8
    {
        Write, ///< creates the file when absent
        Read,  ///< never changes the content
        Lock,  ///< like Write, for a file that is only locked: does not wait for others
    };

    Database() = default;
    /// The file is opened but not looked at, except that Write checks nothing before its first statement.
    static Result<Database> open(const QString &path, Mode mode);
    Database(Database &&other) noexcept;
    Database &operator=(Database &&other) noexcept;
    ~Database();

    bool isOpen() const { return m_connection != nullptr; }
    /// All statements must be gone. Errors cannot happen but for statements left open.
    void close();

    /// One or more statements without parameters; rows are ignored.
    Result<void> exec(const QByteArray &sql);
    /// cached: kept and used often, so that SQLite may spend more on it.
    Result<Statement> prepare(const QByteArray &sql, bool cached = false);
    /// The first column of the first row of a query without parameters; 0 when there is none.
    Result<qint64> integer(const QByteArray &sql);

    bool inTransaction() const;
    qint64 lastId() const;  ///< row id of the last INSERT
    qint64 changes() const; ///< rows changed by the last INSERT, UPDATE or DELETE

    /// From now on statements end with Reason::Cancelled soon after a stop is requested, which any thread may
    /// do; a token without a state takes that back.
    void stopOn(std::stop_token token);
    bool isStopped() const { return m_stop && m_stop->token.stop_requested(); }
    /// The same when it is so late, until another moment is set; no moment: never.
    void stopAt(std::optional<std::chrono::steady_clock::time_point> moment);

    /// Brings the write-ahead log to the disk: what was committed before outlives a power cut. Waits for the
    /// disk.
    Result<void> syncLog();
    /// The same with the file itself, whatever stands in the log.
    Result<void> syncFile();

    sqlite3 *connection() const { return m_connection; }

private:
    struct Stop
    {
        std::stop_token token;
        std::optional<std::chrono::steady_clock::time_point> moment;
    };
    explicit Database(sqlite3 *connection);
    Stop &stop();

    sqlite3 *m_connection = nullptr;
    std::unique_ptr<Stop> m_stop; // SQLite keeps its address
};

} // namespace linnet::store

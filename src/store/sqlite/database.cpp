// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/database.h"

#include "store/sqlite/sqlerror.h"
#include "store/sqlite/sqlfunctions.h"
#include "store/sqlite/wordtokenizer.h"

#include <QDir>
#include <QFileInfo>
#include <QUrl>

#include <sqlite3.h>

#include <utility>

namespace linnet::store {

namespace {

constexpr int BusyTimeoutMs = 5000;
/// Steps of SQLite's machine between two looks at the stop token: well below a millisecond, unless a step
/// calls a function on a long text.
constexpr int StepsBetweenLooks = 1000;

QByteArray readSetup()
{
    return "PRAGMA query_only = 1; PRAGMA cache_size = -16000";
}

QByteArray writeSetup()
{
    // Deleted rows need not be overwritten: they were public data. Some distributions switch that on.
    return "PRAGMA foreign_keys = 1; PRAGMA secure_delete = 0; PRAGMA cache_size = -32000";
}

// A project file may come from anyone. What its views and triggers may call, and what can be done to the file
// itself, is limited as SQLite recommends for such files ("Defense Against The Dark Arts").
void distrust(sqlite3 *connection)
{
    sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
}

struct Opened
{
    sqlite3 *connection = nullptr;
    int code = SQLITE_OK;
};

Opened tryOpen(const QByteArray &name, int flags)
{
    // SQLite's count of its memory takes a lock for every piece of it.
    static const int withoutCount = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    Q_UNUSED(withoutCount);
    Opened result;
    result.code = sqlite3_open_v2(name.constData(), &result.connection, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    return result;
}

// A reader is opened for writing when it can be (and then forbidden to), because the last connection of a
// project removes its -wal and -shm files only then. On read-only media there is no log to read, so the file
// cannot change.
Opened openForReading(const QString &path)
{
    Opened result = tryOpen(path.toUtf8(), SQLITE_OPEN_READWRITE);
    if (result.code == SQLITE_OK && sqlite3_db_readonly(result.connection, "main") == 0 &&
        QFileInfo(QFileInfo(path).absolutePath()).isWritable())
        return result;
    const bool immutable = QFileInfo(path).exists() && QFileInfo(path + QStringLiteral("-wal")).size() == 0;
    if (!immutable)
        return result;
    sqlite3_close(result.connection);
    const QByteArray uri =
        QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath()).toEncoded() + "?immutable=1";
    return tryOpen(uri, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
}

} // namespace

Database::Database(sqlite3 *connection)
    : m_connection(connection)
{
}

Database::Database(Database &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
    , m_stop(std::move(other.m_stop))
{
}

Database &Database::operator=(Database &&other) noexcept
{
    std::swap(m_connection, other.m_connection);
    std::swap(m_stop, other.m_stop);
    return *this;
}

Database::~Database()
{
    close();
}

void Database::close()
{
    sqlite3_close_v2(std::exchange(m_connection, nullptr));
}

Result<Database> Database::open(const QString &path, Mode mode)
{
    const Opened opened = mode == Mode::Read
                              ? openForReading(path)
                              : tryOpen(path.toUtf8(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    Database database(opened.connection); // to be closed even when opening failed
    if (opened.code != SQLITE_OK) {
        Error error = sqlError(opened.connection, opened.code);
        error.detail += QStringLiteral(" (%1)").arg(QDir::toNativeSeparators(path));
        return std::unexpected(error);
    }
    sqlite3_extended_result_codes(database.m_connection, 1);
    if (mode == Mode::Lock)
        return database;
    sqlite3_busy_timeout(database.m_connection, BusyTimeoutMs);
    distrust(database.m_connection);
    if (const Result<void> added = addSqlFunctions(database.m_connection); !added)
        return std::unexpected(added.error());
    if (const Result<void> added = addWordTokenizer(database.m_connection); !added)
        return std::unexpected(added.error());
    if (const Result<void> setUp = database.exec(mode == Mode::Write ? writeSetup() : readSetup()); !setUp)
        return std::unexpected(setUp.error());
    return database;
}

Result<void> Database::exec(const QByteArray &sql)
{
    const int code = sqlite3_exec(m_connection, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(m_connection, code));
    return {};
}

Result<Statement> Database::prepare(const QByteArray &sql, bool cached)
{
    sqlite3_stmt *statement = nullptr;
    const unsigned flags = cached ? SQLITE_PREPARE_PERSISTENT : 0;
    const int code =
        sqlite3_prepare_v3(m_connection, sql.constData(), int(sql.size()), flags, &statement, nullptr);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(m_connection, code));
    return Statement(statement);
}

Result<qint64> Database::integer(const QByteArray &sql)
{
    Result<Statement> statement = prepare(sql);
    if (!statement)
        return std::unexpected(statement.error());
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->integer(0) : 0;
}

bool Database::inTransaction() const
{
    return sqlite3_get_autocommit(m_connection) == 0;
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_connection);
}

qint64 Database::lastId() const
{
    return sqlite3_last_insert_rowid(m_connection);
}

void Database::stopOn(std::stop_token token)
{
    stop().token = std::move(token);
}

void Database::stopAt(std::optional<std::chrono::steady_clock::time_point> moment)
{
    stop().moment = moment;
}

Database::Stop &Database::stop()
{
    if (m_stop)
        return *m_stop;
    const auto isTime = [](void *stop) {
        const auto *when = static_cast<const Stop *>(stop);
        return int(when->token.stop_requested() ||
                   (when->moment && std::chrono::steady_clock::now() >= *when->moment));
    };
    m_stop = std::make_unique<Stop>();
    sqlite3_progress_handler(m_connection, StepsBetweenLooks, isTime, m_stop.get());
    return *m_stop;
}

Result<void> Database::syncLog()
{
    sqlite3_file *log = nullptr;
    int code = sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_JOURNAL_POINTER, &log);
    // Without methods it was not opened, as nothing was committed yet.
    if (code == SQLITE_OK && log && log->pMethods)
        code = log->pMethods->xSync(log, SQLITE_SYNC_FULL);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(m_connection, code));
    return {};
}

Result<void> Database::syncFile()
{
    // SQLite opens the file with the first statement that looks into it.
    if (const Result<qint64> read = integer("PRAGMA schema_version"); !read)
        return std::unexpected(read.error());
    sqlite3_file *file = nullptr;
    int code = sqlite3_file_control(m_connection, "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (code == SQLITE_OK && file && file->pMethods)
        code = file->pMethods->xSync(file, SQLITE_SYNC_FULL);
    if (code != SQLITE_OK)
        return std::unexpected(sqlError(m_connection, code));
    return {};
}

} // namespace linnet::store

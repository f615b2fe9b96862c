// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sqlite/statement.h"

#include "store/sqlite/sqlerror.h"

#include <QStringEncoder>

#include <sqlite3.h>

#include <utility>

namespace linnet::store {

namespace {

constexpr qsizetype BufferSize = 16 * 1024;
constexpr int MaxUtf8PerUnit = 3;

/// Gives the end of what was written.
char *encode(QStringView text, char *to)
{
    QStringEncoder encoder(QStringConverter::Utf8, QStringConverter::Flag::Stateless);
    return encoder.appendToBuffer(to, text);
}

struct Binder
{
    Statement &statement;
    int index;

    void operator()(std::monostate) const { statement.bindNull(index); }
    void operator()(const QString &text) const { statement.bind(index, QStringView(text)); }
    template <typename T> void operator()(T number) const { statement.bind(index, number); }
};

} // namespace

Utf8Text::Utf8Text(QStringView text)
    : m_bytes(std::make_unique_for_overwrite<char[]>(size_t(text.size() * MaxUtf8PerUnit)))
    , m_size(encode(text, m_bytes.get()) - m_bytes.get())
{
}

Statement::Statement(sqlite3_stmt *statement)
    : m_statement(statement)
{
}

Statement::Statement(Statement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
    , m_buffer(std::move(other.m_buffer))
    , m_used(std::exchange(other.m_used, 0))
    , m_overflow(std::move(other.m_overflow))
{
}

Statement &Statement::operator=(Statement &&other) noexcept
{
    std::swap(m_statement, other.m_statement);
    std::swap(m_buffer, other.m_buffer);
    std::swap(m_used, other.m_used);
    std::swap(m_overflow, other.m_overflow);
    return *this;
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

char *Statement::reserve(qsizetype bytes)
{
    if (bytes > BufferSize - m_used) {
        m_overflow.push_back(std::make_unique_for_overwrite<char[]>(size_t(bytes)));
        return m_overflow.back().get();
    }
    if (!m_buffer)
        m_buffer = std::make_unique_for_overwrite<char[]>(size_t(BufferSize));
    return m_buffer.get() + m_used;
}

void Statement::bind(int index, qint64 number)
{
    sqlite3_bind_int64(m_statement, index, number);
}

void Statement::bind(int index, double number)
{
    sqlite3_bind_double(m_statement, index, number);
}

void Statement::bind(int index, QStringView text)
{
    char *begin = reserve(text.size() * MaxUtf8PerUnit);
    const char *end = encode(text, begin);
    if (m_buffer && begin == m_buffer.get() + m_used)
        m_used += end - begin;
    // A null pointer would bind NULL.
    sqlite3_bind_text64(m_statement, index, begin ? begin : "", sqlite3_uint64(end - begin), SQLITE_STATIC,
                        SQLITE_UTF8);
}

void Statement::bindUtf8(int index, QByteArrayView text)
{
    sqlite3_bind_text64(m_statement, index, text.isEmpty() ? "" : text.data(), sqlite3_uint64(text.size()),
                        SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bindBytes(int index, QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement, index, bytes.isEmpty() ? "" : bytes.data(), sqlite3_uint64(bytes.size()),
                        SQLITE_STATIC);
}

void Statement::bindNull(int index)
{
    sqlite3_bind_null(m_statement, index);
}

void Statement::bind(int index, const table::Value &value)
{
    std::visit(Binder{*this, index}, value);
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE) {
        reset();
        return false;
    }
    const Error error = sqlError(sqlite3_db_handle(m_statement), code);
    reset();
    return std::unexpected(error);
}

Result<void> Statement::run()
{
    const Result<bool> row = step();
    if (!row)
        return std::unexpected(row.error());
    if (*row)
        reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement);
    m_used = 0;
    m_overflow.clear();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

bool Statement::isText(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_TEXT;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QByteArrayView Statement::utf8(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return {text, sqlite3_column_bytes(m_statement, column)};
}

QString Statement::text(int column) const
{
    // The blob of a text is its bytes as stored; asking for text would copy them once more.
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return table::fromUtf8({bytes, sqlite3_column_bytes(m_statement, column)});
}

bool Statement::isBytes(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_BLOB;
}

QByteArrayView Statement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

table::Value Statement::value(int column) const
{
    return table::toValue(view(column));
}

table::CellView Statement::view(int column) const
{
    table::CellView cell;
    view(column, cell);
    return cell;
}

/// A value is asked for once: what sqlite3_column_… does around each question takes longer than the question.
void Statement::view(int column, table::CellView &cell) const
{
    sqlite3_value *value = sqlite3_column_value(m_statement, column);
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        cell.emplace<qint64>(sqlite3_value_int64(value));
        break;
    case SQLITE_FLOAT:
        cell.emplace<double>(sqlite3_value_double(value));
        break;
    case SQLITE_TEXT: {
        // Asking for text would copy the bytes once more.
        const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
        cell.emplace<QByteArrayView>(bytes, sqlite3_value_bytes(value));
        break;
    }
    default:
        cell.emplace<std::monostate>();
    }
}

std::optional<qint64> Statement::number(int column) const
{
    sqlite3_value *value = sqlite3_column_value(m_statement, column);
    if (sqlite3_value_type(value) == SQLITE_NULL)
        return std::nullopt;
    return sqlite3_value_int64(value);
}

} // namespace linnet::store

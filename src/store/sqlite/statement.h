// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/cellview.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

struct sqlite3_stmt;

namespace linnet::store {

/// A text as SQLite stores it: UTF-8, with a replacement character for half a surrogate pair.
class Utf8Text
{
public:
    explicit Utf8Text(QStringView text);

    QByteArrayView view() const { return {m_bytes.get(), m_size}; }

private:
    std::unique_ptr<char[]> m_bytes;
    qsizetype m_size = 0;
};

/// A prepared statement. Bind (parameters count from 1), step until it gives false, reset; columns count from
/// 0. Used by one thread at a time and destroyed before its Database.
class Statement
{
public:
    Statement() = default;
    explicit Statement(sqlite3_stmt *statement);
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&other) noexcept;
    ~Statement();

    void bind(int index, qint64 number);
    void bind(int index, int number) { bind(index, qint64(number)); }
    void bind(int index, double number);
    void bind(int index, bool yes) { bind(index, qint64(yes)); }
    /// Copied as UTF-8 until reset(); a null string is stored as an empty one.
    void bind(int index, QStringView text);
    void bind(int index, const QString &text) { bind(index, QStringView(text)); }
    void bind(int index, QLatin1StringView text) { bind(index, QString(text)); }
    /// The bytes are not copied: they must stay as they are until reset().
    void bindUtf8(int index, QByteArrayView text);
    void bindBytes(int index, QByteArrayView bytes);
    void bindNull(int index);
    void bind(int index, const table::Value &value);

    /// True when there is a row to read. After an error or the last row the statement is reset.
    Result<bool> step();
    /// Calls `read` at every row that is left; ends reset.
    template <typename Read> Result<void> forEachRow(Read read);
    /// What `read` makes of every row that is left; ends reset.
    template <typename Read> Result<std::vector<std::invoke_result_t<Read>>> collect(Read read);
    /// Steps once and resets, for statements without rows.
    Result<void> run();
    void reset();

    bool isNull(int column) const;
    bool isText(int column) const;
    qint64 integer(int column) const;
    double real(int column) const;
    QString text(int column) const;
    /// Good until the next step() or reset().
    QByteArrayView utf8(int column) const;
    /// By what is stored: null, whole number, real number or text.
    table::Value value(int column) const;
    /// The same without a copy, good until the next step() or reset(); the UTF-8 is as stored, unchecked.
    table::CellView view(int column) const;
    /// The same into a cell: of millions of them, copies can be felt.
    void view(int column, table::CellView &cell) const;
    /// Nothing for null.
    std::optional<qint64> number(int column) const;
    bool isBytes(int column) const;
    QByteArrayView bytes(int column) const; ///< good as long as view() is

private:
    char *reserve(qsizetype bytes);

    sqlite3_stmt *m_statement = nullptr;
    std::unique_ptr<char[]> m_buffer; // bound texts; pointers into it stay good until reset()
    qsizetype m_used = 0;
    std::vector<std::unique_ptr<char[]>> m_overflow;
};

template <typename Read> Result<void> Statement::forEachRow(Read read)
{
    for (;;) {
        const Result<bool> row = step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        read();
    }
}

template <typename Read> Result<std::vector<std::invoke_result_t<Read>>> Statement::collect(Read read)
{
    std::vector<std::invoke_result_t<Read>> result;
    if (const Result<void> all = forEachRow([&] { result.push_back(read()); }); !all)
        return std::unexpected(all.error());
    return result;
}

} // namespace linnet::store

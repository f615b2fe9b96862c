// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace linnet::store {

class Statement;

/// A cell of a row as SQLite stores it.
struct StoredValue
{
    enum class Kind : quint8
    {
        Null,
        Integer,
        Real,
        Text,
        Bytes,
    };
    Kind kind = Kind::Null;
    qint64 integer = 0;
    double real = 0;
    QByteArray bytes = {}; ///< of Text: UTF-8 as stored, maybe damaged

    bool operator==(const StoredValue &) const = default;
    /// Text is bound as proper UTF-8. The value must stay until the statement is reset.
    void bindTo(Statement &statement, int index);
};

/// A row in SQLite's record format: first what kinds its cells have, then the cells.
namespace StoredRecord {

/// SQLite's number of 1 to 9 bytes; moves `at` behind it. Nothing when it is cut off.
std::optional<qint64> number(QByteArrayView bytes, qsizetype &at);

/// The kinds of the cells, from the beginning of a record of `size` bytes that may be cut off behind them.
/// Nothing when they contradict one another or the size.
std::optional<std::vector<StoredValue::Kind>> kinds(QByteArrayView begin, qint64 size);

/// Nothing for what is no record.
std::optional<std::vector<StoredValue>> read(QByteArrayView record);

} // namespace StoredRecord

} // namespace linnet::store

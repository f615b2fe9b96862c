// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/storedrecord.h"

#include "store/sqlite/statement.h"

#include <QString>
#include <QtEndian>

#include <array>
#include <bit>

namespace linnet::store {

namespace {

/// "Serial types" of SQLite's file format.
enum : qint64
{
    Null = 0,
    Real = 7,
    Zero = 8,
    One = 9,
    FirstBytes = 12, // even ones; odd ones are text
};

qint64 bytesOf(qint64 type)
{
    constexpr std::array<qint64, FirstBytes> Fixed{0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0};
    return type < FirstBytes ? Fixed[size_t(type)] : (type - FirstBytes) / 2;
}

StoredValue::Kind kindOf(qint64 type)
{
    if (type == Null)
        return StoredValue::Kind::Null;
    if (type == Real)
        return StoredValue::Kind::Real;
    if (type < FirstBytes)
        return StoredValue::Kind::Integer;
    return type % 2 == 0 ? StoredValue::Kind::Bytes : StoredValue::Kind::Text;
}

/// The types of a record's cells and where they begin.
struct Head
{
    std::vector<qint64> types;
    qsizetype size = 0;
};

std::optional<Head> readHead(QByteArrayView begin, qint64 size)
{
    Head head;
    qsizetype at = 0;
    const auto length = StoredRecord::number(begin, at);
    if (!length || *length < at || *length > size || *length > begin.size())
        return std::nullopt;
    head.size = qsizetype(*length);
    qint64 content = 0;
    while (at < head.size) {
        const auto type = StoredRecord::number(begin.first(head.size), at);
        if (!type || *type < 0 || *type == 10 || *type == 11)
            return std::nullopt;
        head.types.push_back(*type);
        content += bytesOf(*type);
        if (content > size)
            return std::nullopt;
    }
    if (head.types.empty() || head.size + content != size)
        return std::nullopt;
    return head;
}

qint64 integerOf(QByteArrayView bytes)
{
    qint64 result = !bytes.isEmpty() && qint8(bytes.front()) < 0 ? -1 : 0;
    for (const char byte : bytes)
        result = qint64((quint64(result) << 8) | quint8(byte));
    return result;
}

} // namespace

void StoredValue::bindTo(Statement &statement, int index)
{
    switch (kind) {
    case Kind::Null:
        statement.bindNull(index);
        break;
    case Kind::Integer:
        statement.bind(index, integer);
        break;
    case Kind::Real:
        statement.bind(index, real);
        break;
    case Kind::Text:
        bytes = QString::fromUtf8(bytes).toUtf8();
        statement.bindUtf8(index, bytes);
        break;
    case Kind::Bytes:
        statement.bindBytes(index, bytes);
        break;
    }
}

std::optional<qint64> StoredRecord::number(QByteArrayView bytes, qsizetype &at)
{
    quint64 result = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size())
            return std::nullopt;
        const auto byte = quint8(bytes[at++]);
        if (i == 8)
            return qint64((result << 8) | byte);
        result = (result << 7) | (byte & 0x7f);
        if (byte < 0x80)
            break;
    }
    return qint64(result);
}

std::optional<std::vector<StoredValue::Kind>> StoredRecord::kinds(QByteArrayView begin, qint64 size)
{
    const auto head = readHead(begin, size);
    if (!head)
        return std::nullopt;
    std::vector<StoredValue::Kind> result;
    result.reserve(head->types.size());
    for (const qint64 type : head->types)
        result.push_back(kindOf(type));
    return result;
}

std::optional<std::vector<StoredValue>> StoredRecord::read(QByteArrayView record)
{
    const auto head = readHead(record, record.size());
    if (!head)
        return std::nullopt;
    std::vector<StoredValue> result;
    result.reserve(head->types.size());
    qsizetype at = head->size;
    for (const qint64 type : head->types) {
        const QByteArrayView bytes = record.sliced(at, bytesOf(type));
        at += bytes.size();
        StoredValue &value = result.emplace_back();
        value.kind = kindOf(type);
        if (type == Zero || type == One)
            value.integer = type - Zero;
        else if (value.kind == StoredValue::Kind::Integer)
            value.integer = integerOf(bytes);
        else if (value.kind == StoredValue::Kind::Real)
            value.real = std::bit_cast<double>(integerOf(bytes));
        else
            value.bytes = bytes.toByteArray();
    }
    return result;
}

} // namespace linnet::store

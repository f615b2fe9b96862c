// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/tablelayout.h"

#include "store/sqlite/database.h"

#include <algorithm>

namespace linnet::store {

using namespace Qt::Literals::StringLiterals;

namespace {

using Type = TableLayout::Column::Type;

Type typeOf(const QString &declared)
{
    if (declared == "INTEGER"_L1)
        return Type::Integer;
    if (declared == "REAL"_L1)
        return Type::Real;
    if (declared.isEmpty())
        return Type::Any;
    return declared == "BLOB"_L1 ? Type::Bytes : Type::Text;
}

/// written: as SQL, a number or a text in quotation marks.
StoredValue fallbackOf(const TableLayout::Column &column, const QString &written)
{
    StoredValue value;
    if (written.isEmpty())
        return value;
    value.kind = column.type == Type::Integer ? StoredValue::Kind::Integer : StoredValue::Kind::Text;
    if (column.type == Type::Integer)
        value.integer = written.toLongLong();
    else
        value.bytes = written.sliced(1, std::max<qsizetype>(0, written.size() - 2)).toUtf8();
    return value;
}

bool mayHold(const TableLayout::Column &column, StoredValue::Kind kind)
{
    if (kind == StoredValue::Kind::Null)
        return !column.isRequired;
    switch (column.type) {
    case Type::Integer:
        return kind == StoredValue::Kind::Integer;
    case Type::Real: // whole ones are stored as integers
        return kind == StoredValue::Kind::Integer || kind == StoredValue::Kind::Real;
    case Type::Text:
        return kind == StoredValue::Kind::Text;
    case Type::Bytes:
        return kind == StoredValue::Kind::Bytes;
    case Type::Any:
        return true;
    }
    return false;
}

bool has(const TableLayout &layout, const QByteArray &name)
{
    return std::ranges::find(layout.columns(), name, &TableLayout::Column::name) != layout.columns().end();
}

} // namespace

Result<std::optional<TableLayout>> TableLayout::read(Database &database, const QByteArray &table)
{
    // The key of a table without row ids comes first in its records.
    auto statement =
        database.prepare("SELECT t.name, upper(t.type), t.\"notnull\" OR t.pk > 0, t.pk, (SELECT sql LIKE "
                         "'%WITHOUT ROWID%' FROM sqlite_schema WHERE type = 'table' AND name = ?1), "
                         "t.dflt_value FROM pragma_table_info(?1, 'main') AS t");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, QString::fromUtf8(table));
    TableLayout layout;
    layout.m_table = table;
    std::vector<std::pair<qint64, Column>> keys;
    const auto all = statement->forEachRow([&] {
        Column column{statement->text(0).toUtf8(), typeOf(statement->text(1)), statement->integer(2) != 0};
        column.fallback = fallbackOf(column, statement->text(5));
        const qint64 key = statement->integer(3);
        layout.m_hasRowIds = statement->integer(4) == 0;
        if (layout.m_hasRowIds && key > 0 && column.type == Type::Integer) {
            column.isRowId = true;
            column.isRequired = false;
        }
        if (!layout.m_hasRowIds && key > 0)
            keys.emplace_back(key, std::move(column));
        else
            layout.m_columns.push_back(std::move(column));
    });
    if (!all)
        return std::unexpected(all.error());
    std::ranges::sort(keys, {}, [](const auto &key) { return key.first; });
    layout.m_keys = keys.size();
    std::vector<Column> columns;
    for (auto &[place, column] : keys)
        columns.push_back(std::move(column));
    std::ranges::move(layout.m_columns, std::back_inserter(columns));
    layout.m_columns = std::move(columns);
    if (layout.m_columns.empty())
        return std::nullopt;
    return layout;
}

TableLayout TableLayout::ofContents()
{
    TableLayout layout;
    layout.m_table = "sqlite_schema";
    layout.m_columns = {{"type", Type::Text, true},
                        {"name", Type::Text, true},
                        {"tbl_name", Type::Text, true},
                        {"rootpage", Type::Integer},
                        {"sql", Type::Text}};
    return layout;
}

TableLayout TableLayout::fromSql(const QByteArray &sql, const TableLayout &now)
{
    // Only this one statement, in a database of its own: the file may come from anyone.
    if (!sql.startsWith("CREATE TABLE"))
        return now;
    auto database = Database::open(u":memory:"_s, Database::Mode::Write);
    auto statement = database ? database->prepare(sql) : std::unexpected(database.error());
    if (!statement || !statement->run())
        return now;
    *statement = Statement();
    auto read = TableLayout::read(*database, now.m_table);
    if (!read || !*read)
        return now;
    TableLayout layout = std::move(**read);
    // A name that is damaged is the one that is missing at its place.
    for (size_t i = 0; i < layout.m_columns.size() && i < now.m_columns.size(); ++i) {
        if (!has(now, layout.m_columns[i].name) && !has(layout, now.m_columns[i].name))
            layout.m_columns[i] = now.m_columns[i];
    }
    for (Column &column : layout.m_columns) {
        const auto same = std::ranges::find(now.m_columns, column.name, &Column::name);
        if (same != now.m_columns.end())
            column = *same;
    }
    layout.m_hasRowIds = now.m_hasRowIds;
    layout.m_keys = now.m_keys;
    return layout;
}

bool TableLayout::isLike(const std::vector<StoredValue::Kind> &kinds) const
{
    const auto isNumberOfAny = [&](size_t i) {
        return m_columns[i].type == Column::Type::Any && kinds[i] == StoredValue::Kind::Integer;
    };
    for (size_t i = 0; i < std::min(kinds.size(), m_columns.size()); ++i) {
        if (isNumberOfAny(i))
            return false;
    }
    return fits(kinds);
}

bool TableLayout::fits(const std::vector<StoredValue::Kind> &kinds) const
{
    if (kinds.empty() || kinds.size() > m_columns.size())
        return false;
    for (size_t i = 0; i < kinds.size(); ++i) {
        const Column &column = m_columns[i];
        if (column.isRowId ? kinds[i] != StoredValue::Kind::Null : !mayHold(column, kinds[i]))
            return false;
    }
    // What was added later may be empty, or has a value that stands for it. Rows of a table without row ids
    // have always been whole; those of indexes are shorter.
    for (size_t i = kinds.size(); i < m_columns.size(); ++i) {
        if (!m_hasRowIds ||
            (m_columns[i].isRequired && m_columns[i].fallback.kind == StoredValue::Kind::Null))
            return false;
    }
    return true;
}

} // namespace linnet::store

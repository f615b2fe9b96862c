// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/columnlookup.h"

#include "store/sqlite/database.h"

namespace linnet::store {

using table::CellView;

ColumnLookup::ColumnLookup(QByteArray from)
    : m_from(std::move(from))
{
}

ColumnLookup::ColumnLookup(QByteArray query, size_t values)
    : m_query(std::move(query))
    , m_count(values)
{
}

int ColumnLookup::add(const QByteArray &expression)
{
    qsizetype at = m_expressions.indexOf(expression);
    if (at < 0) {
        at = m_expressions.size();
        m_expressions.append(expression);
        m_count = size_t(m_expressions.size());
    }
    return int(at);
}

Result<void> ColumnLookup::prepare(Database &database)
{
    Result<Statement> statement =
        database.prepare(m_query.isEmpty() ? "SELECT " + m_expressions.join(", ") + m_from : m_query);
    if (!statement)
        return std::unexpected(statement.error());
    m_statement = std::move(*statement);
    return {};
}

Result<void> ColumnLookup::find(RunId run, qint64 number, Values &values)
{
    const std::pair key(run, number);
    if (m_last && m_lastKey == key) {
        values = m_last->values;
        return {};
    }
    m_lastKey = key;
    if (const auto known = m_known.constFind(key); known != m_known.cend()) {
        m_last = *known;
        values = m_last->values;
        return {};
    }
    m_last = nullptr;
    m_statement.bind(1, run);
    m_statement.bind(2, number);
    const Result<bool> found = m_statement.step();
    if (!found)
        return std::unexpected(found.error());
    Row &row = m_rows.emplace_back();
    row.values.resize(m_count);
    row.texts.reserve(m_count);
    for (size_t i = 0; *found && i < m_count; ++i) {
        row.values[i] = m_statement.view(int(i));
        if (m_statement.isBytes(int(i))) {
            row.texts.push_back(m_statement.bytes(int(i)).toByteArray());
            row.values[i] = QByteArrayView(row.texts.back());
        } else if (const auto *text = std::get_if<QByteArrayView>(&row.values[i])) {
            const bool isSound = QUtf8StringView(text->data(), text->size()).isValidUtf8();
            row.texts.push_back(isSound ? text->toByteArray() : table::fromUtf8(*text).toUtf8());
            row.values[i] = QByteArrayView(row.texts.back());
        }
    }
    m_statement.reset();
    for (const QByteArray &text : row.texts)
        m_bytes += text.size();
    m_bytes += qsizetype(sizeof(Row) + m_count * (sizeof(CellView) + sizeof(QByteArray)));
    m_known.insert(key, &row);
    m_last = &row;
    values = row.values;
    return {};
}

void ColumnLookup::clear()
{
    m_last = nullptr;
    m_known.clear();
    m_rows.clear();
    m_bytes = 0;
}

} // namespace linnet::store

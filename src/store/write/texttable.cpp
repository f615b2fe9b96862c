// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/texttable.h"

#include "store/sqlite/database.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace linnet::store {

TextTable::TextTable(Database &database)
    : m_database(&database)
{
}

Result<TextTable> TextTable::open(Database &database)
{
    TextTable result(database);
    Result<Statement> find = database.prepare("SELECT id FROM text WHERE hash = ? AND body = ?", true);
    if (!find)
        return std::unexpected(find.error());
    Result<Statement> insert = database.prepare("INSERT INTO text (hash, body) VALUES (?, ?)", true);
    if (!insert)
        return std::unexpected(insert.error());
    Result<Statement> use = database.prepare("DELETE FROM unused_text WHERE id = ?", true);
    if (!use)
        return std::unexpected(use.error());
    result.m_find = std::move(*find);
    result.m_use = std::move(*use);
    result.m_insert = std::move(*insert);
    return result;
}

Result<qint64> TextTable::store(const QString &body)
{
    const QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(body.utf16()), body.size() * 2);
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160);
    const auto hash = qFromLittleEndian<qint64>(digest.constData());
    m_find.bind(1, hash);
    m_find.bind(2, body);
    const Result<bool> found = m_find.step();
    if (!found)
        return std::unexpected(found.error());
    if (*found) {
        const qint64 id = m_find.integer(0);
        m_find.reset();
        // It may have been without a row.
        m_use.bind(1, id);
        if (const Result<void> used = m_use.run(); !used)
            return std::unexpected(used.error());
        return id;
    }
    m_insert.bind(1, hash);
    m_insert.bind(2, body);
    if (const Result<void> inserted = m_insert.run(); !inserted)
        return std::unexpected(inserted.error());
    return m_database->lastId();
}

} // namespace linnet::store

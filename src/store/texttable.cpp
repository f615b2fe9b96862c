// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/texttable.h"

#include "store/database.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace linnet::store {

Result<TextTable> TextTable::open(Database &database)
{
    TextTable result;
    Result<Statement> find = database.prepare("SELECT body = ?2 FROM text WHERE hash = ?1", true);
    if (!find)
        return std::unexpected(find.error());
    Result<Statement> insert = database.prepare("INSERT INTO text (hash, body) VALUES (?, ?)", true);
    if (!insert)
        return std::unexpected(insert.error());
    result.m_find = std::move(*find);
    result.m_insert = std::move(*insert);
    return result;
}

Result<qint64> TextTable::store(const QString &body)
{
    const QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(body.utf16()), body.size() * 2);
    const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160);
    // Positive, so that the next number always exists. Two texts of one hash lie side by side.
    qint64 hash = qFromLittleEndian<qint64>(digest.constData()) & 0x7fff'ffff'ffff'0000;
    for (;; ++hash) {
        m_find.bind(1, hash);
        m_find.bind(2, body);
        const Result<bool> found = m_find.step();
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            break;
        const bool same = m_find.integer(0) != 0;
        m_find.reset();
        if (same)
            return hash;
    }
    m_insert.bind(1, hash);
    m_insert.bind(2, body);
    if (const Result<void> inserted = m_insert.run(); !inserted)
        return std::unexpected(inserted.error());
    return hash;
}

} // namespace linnet::store

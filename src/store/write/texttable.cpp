// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/texttable.h"

#include "base/texthash.h"
#include "store/sqlite/database.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <algorithm>

namespace linnet::store {

namespace {

qint64 hashOf(QByteArrayView utf8)
{
    return qint64(textHash({utf8.data(), size_t(utf8.size())})[0]);
}

qint64 hashAsBefore(const QString &body)
{
    const QByteArray bytes =
        QByteArray::fromRawData(reinterpret_cast<const char *>(body.utf16()), body.size() * 2);
    return qFromLittleEndian<qint64>(
        QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160).constData());
}

} // namespace

TextTable::TextTable(Database &database)
    : m_database(&database)
{
}

Result<TextTable> TextTable::open(Database &database)
{
    TextTable result(database);
    const std::pair<Statement *, const char *> statements[] = {
        // Whoever writes texts of one hash on purpose gains nothing but texts that are stored twice.
        {&result.m_find, "SELECT id FROM (SELECT id, body FROM text WHERE hash = ? LIMIT 8) WHERE body = ?"},
        {&result.m_insert, "INSERT INTO text (id, hash, body) VALUES (?, ?, ?)"},
        {&result.m_use, "DELETE FROM unused_text WHERE id = ?"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = database.prepare(sql, true);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    if (const Result<void> found = result.findHashing(); !found)
        return std::unexpected(found.error());
    const Result<qint64> last = database.integer("SELECT max(id) FROM text");
    if (!last)
        return std::unexpected(last.error());
    result.m_last = *last;
    return result;
}

// The texts of a file are all hashed in one way.
Result<void> TextTable::findHashing()
{
    Result<Statement> first = m_database->prepare("SELECT hash, body FROM text ORDER BY id LIMIT 1");
    if (!first)
        return std::unexpected(first.error());
    const Result<bool> row = first->step();
    if (!row)
        return std::unexpected(row.error());
    m_hashesAsBefore = *row && first->integer(0) != hashOf(first->bytes(1));
    return {};
}

void TextTable::begin()
{
    m_texts.clear();
}

Result<qint64> TextTable::numberOf(const QString &body)
{
    Text text{.body = Utf8Text(body)};
    const auto same = std::ranges::find_if(
        m_texts, [&text](const Text &other) { return other.body.view() == text.body.view(); });
    if (same != m_texts.end())
        return same->number;
    text.hash = m_hashesAsBefore ? hashAsBefore(body) : hashOf(text.body.view());
    const Result<std::optional<qint64>> known = find(text.hash, text.body.view());
    if (!known)
        return std::unexpected(known.error());
    text.isNew = !*known;
    text.number = *known ? **known : ++m_last;
    return m_texts.emplace_back(std::move(text)).number;
}

Result<void> TextTable::keep()
{
    for (const Text &text : m_texts) {
        if (const Result<void> kept = keep(text); !kept)
            return kept;
    }
    m_texts.clear();
    return {};
}

Result<void> TextTable::keep(const Text &text)
{
    if (!text.isNew) {
        // It may have been without a row.
        m_use.bind(1, text.number);
        return m_use.run();
    }
    m_insert.bind(1, text.number);
    m_insert.bind(2, text.hash);
    m_insert.bindUtf8(3, text.body.view());
    return m_insert.run();
}

Result<std::optional<qint64>> TextTable::find(qint64 hash, QByteArrayView body)
{
    m_find.bind(1, hash);
    m_find.bindUtf8(2, body);
    const Result<bool> found = m_find.step();
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return std::nullopt;
    const qint64 id = m_find.integer(0);
    m_find.reset();
    return id;
}

} // namespace linnet::store

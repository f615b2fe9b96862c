// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/addressreader.h"

namespace linnet::store {

AddressReader::AddressReader(QString projectPath, RunId run)
    : m_path(std::move(projectPath))
    , m_run(run)
{
}

Result<void> AddressReader::open()
{
    if (m_database.isOpen())
        return {};
    Result<Database> database = Database::open(m_path, Database::Mode::Read);
    if (!database)
        return std::unexpected(database.error());
    Result<Statement> url =
        database->prepare("SELECT url FROM address WHERE run_id = ? AND number = ?", true);
    if (!url)
        return std::unexpected(url.error());
    m_database = std::move(*database);
    m_url = std::move(*url);
    return {};
}

Result<void>
AddressReader::each(const std::function<void(qint64 number, QByteArrayView url, bool listed)> &take)
{
    if (const Result<void> opened = open(); !opened)
        return opened;
    Result<Statement> statement =
        m_database.prepare("SELECT number, url, listed FROM address WHERE run_id = ? ORDER BY number");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return {};
        take(statement->integer(0), statement->utf8(1), statement->integer(2) != 0);
    }
}

Result<QByteArray> AddressReader::url(qint64 number)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    m_url.bind(1, m_run);
    m_url.bind(2, number);
    const Result<bool> row = m_url.step();
    if (!row)
        return std::unexpected(row.error());
    const QByteArray result = *row ? m_url.utf8(0).toByteArray() : QByteArray();
    m_url.reset();
    return result;
}

Result<std::vector<AddressReader::Hop>> AddressReader::redirects()
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Result<Statement> statement =
        m_database.prepare("SELECT url, redirect_to FROM page WHERE run_id = ? AND redirect_to IS NOT NULL");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    std::vector<Hop> result;
    for (;;) {
        const Result<bool> row = statement->step();
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return result;
        result.push_back({statement->integer(0), statement->integer(1)});
    }
}

Result<qint64> AddressReader::pages(QStringView state)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Result<Statement> statement =
        m_database.prepare("SELECT count(*) FROM page WHERE run_id = ? AND state = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    statement->bind(2, state);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0);
}

} // namespace linnet::store

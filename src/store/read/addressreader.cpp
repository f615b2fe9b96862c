// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/addressreader.h"

#include "store/sqlite/storednumber.h"

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

Result<void> AddressReader::each(const std::function<void(const Address &)> &take)
{
    if (const Result<void> opened = open(); !opened)
        return opened;
    // Work on an address has its number as key; see also CrawlRules on what is passed over for good.
    Result<Statement> statement = m_database.prepare(
        "SELECT a.number, a.url, a.listed, (p.url IS NULL OR p.why_not_fetched IN "
        "('depth', 'nofollow', 'reference')) AND NOT EXISTS (SELECT 1 FROM work AS w WHERE "
        "w.run_id = a.run_id AND w.key = CAST(a.number AS TEXT)) FROM address AS a LEFT JOIN page AS p ON "
        "p.run_id = a.run_id AND p.url = a.number WHERE a.run_id = ? ORDER BY a.number");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    return statement->forEachRow([&] {
        take({statement->integer(0), statement->utf8(1), statement->integer(2) != 0,
              statement->integer(3) != 0});
    });
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

Result<void> AddressReader::finders(const std::function<void(const Found &)> &take)
{
    if (const Result<void> opened = open(); !opened)
        return opened;
    const std::pair<bool, QByteArray> sources[] = {
        {true,
         "SELECT p.url, p.found_on, f.depth FROM page AS p CROSS JOIN page AS f ON f.run_id = p.run_id AND "
         "f.url = p.found_on WHERE p.run_id = ? AND p.found_on IS NOT NULL"},
        {false,
         "SELECT m.target, m.page, f.depth FROM work AS w CROSS JOIN mention AS m ON m.run_id = w.run_id "
         "AND m.target = w.address CROSS JOIN page AS f ON f.run_id = m.run_id AND f.url = m.page WHERE "
         "w.run_id = ? AND w.address > 0 AND w.state = " +
             storedSql(WorkState::Pending)}};
    for (const auto &[isTold, sql] : sources) {
        Result<Statement> statement = m_database.prepare(sql);
        if (!statement)
            return std::unexpected(statement.error());
        statement->bind(1, m_run);
        const Result<void> read = statement->forEachRow([&] {
            take({statement->integer(0), statement->integer(1), int(statement->integer(2)), isTold});
        });
        if (!read)
            return read;
    }
    return {};
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
    return statement->collect([&] { return Hop{statement->integer(0), statement->integer(1)}; });
}

Result<qint64> AddressReader::asked()
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Result<Statement> statement =
        m_database.prepare("SELECT count(*) FROM page WHERE run_id = ? AND state <> 'skipped'");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    const Result<bool> row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return statement->integer(0);
}

Result<std::vector<AddressReader::Pending>> AddressReader::pending()
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Result<Statement> statement = m_database.prepare(
        "SELECT kind, host, depth, count(*) FROM work WHERE state = " + storedSql(WorkState::Pending) +
        " AND run_id = ? GROUP BY kind, host, depth");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    return statement->collect([&] {
        return Pending{statement->text(0), statement->text(1), int(statement->integer(2)),
                       statement->integer(3)};
    });
}

Result<std::vector<QString>> AddressReader::keys(const QString &kind)
{
    if (const Result<void> opened = open(); !opened)
        return std::unexpected(opened.error());
    Result<Statement> statement = m_database.prepare("SELECT key FROM work WHERE run_id = ? AND kind = ?");
    if (!statement)
        return std::unexpected(statement.error());
    statement->bind(1, m_run);
    statement->bind(2, kind);
    return statement->collect([&] { return statement->text(0); });
}

} // namespace linnet::store

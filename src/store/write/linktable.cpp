// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/linktable.h"

#include "store/sqlite/database.h"

#include <utility>

namespace linnet::store {

namespace {

QByteArrayView bytes(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

void bindText(Statement &statement, int index, std::string_view text)
{
    if (text.empty())
        statement.bindNull(index);
    else
        statement.bindUtf8(index, bytes(text));
}

} // namespace

Result<LinkTable> LinkTable::open(Database &database)
{
    LinkTable result;
    const Result<qint64> last = database.integer("SELECT max(row_id) FROM link");
    if (!last)
        return std::unexpected(last.error());
    result.m_lastId = *last;
    const QByteArray row = "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    const QByteArray insert =
        "INSERT INTO link (row_id, run_id, source_url, parsed_url, element, anchor, rel, "
        "fragment, line, nofollow, internal, area) VALUES " +
        row;
    const std::pair<Statement *, QByteArray> statements[] = {
        {&result.m_add, insert},
        {&result.m_addMany, insert + (", " + row).repeated(Together - 1)},
        {&result.m_span,
         "INSERT INTO link_span (run_id, page, first_row, last_row) VALUES (?, ?, ?, ?) ON CONFLICT (run_id, "
         "page) DO UPDATE SET last_row = excluded.last_row"},
        {&result.m_mention,
         "INSERT INTO mention (run_id, target, page, links) VALUES (?, ?, ?, ?) ON CONFLICT "
         "(run_id, target, page) DO UPDATE SET links = links + excluded.links"},
    };
    for (const auto &[statement, sql] : statements) {
        Result<Statement> prepared = database.prepare(sql, true);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return result;
}

Result<void> LinkTable::add(RunId run, const LinkRows &links, qint64 firstId)
{
    qint64 id = firstId;
    qint64 rest = links.count();
    for (LinkRows::Reader reader(links); rest > 0;) {
        const int together = rest >= Together ? Together : 1;
        Statement &statement = together > 1 ? m_addMany : m_add;
        int index = 0;
        for (int i = 0; i < together; ++i)
            bind(statement, index, id++, run, links, reader.next());
        if (const Result<void> done = statement.run(); !done)
            return done;
        rest -= together;
    }
    if (links.count() == 0)
        return {};
    m_span.bind(1, run);
    m_span.bind(2, links.page);
    m_span.bind(3, firstId);
    m_span.bind(4, id - 1);
    if (const Result<void> done = m_span.run(); !done)
        return done;
    return addMentions(run, links);
}

void LinkTable::bind(Statement &statement, int &index, qint64 id, RunId run, const LinkRows &links,
                     const LinkRows::Link &link)
{
    statement.bind(++index, id);
    statement.bind(++index, run);
    statement.bind(++index, links.page);
    statement.bind(++index, links.targets[link.target]);
    statement.bindUtf8(++index, bytes({link.element.data(), size_t(link.element.size())}));
    bindText(statement, ++index, link.anchor);
    bindText(statement, ++index, link.rel);
    ++index;
    if (link.fragment)
        statement.bindUtf8(index, bytes(*link.fragment));
    else
        statement.bindNull(index);
    statement.bind(++index, link.line);
    statement.bind(++index, link.nofollow);
    statement.bind(++index, link.internal);
    bindText(statement, ++index, {link.area.data(), size_t(link.area.size())});
}

Result<void> LinkTable::addMentions(RunId run, const LinkRows &links)
{
    m_counts.assign(links.targets.size(), 0);
    for (LinkRows::Reader reader(links); !reader.atEnd();)
        ++m_counts[reader.next().target];
    for (size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0)
            continue;
        m_mention.bind(1, run);
        m_mention.bind(2, links.targets[i]);
        m_mention.bind(3, links.page);
        m_mention.bind(4, m_counts[i]);
        if (const Result<void> done = m_mention.run(); !done)
            return done;
    }
    return {};
}

} // namespace linnet::store

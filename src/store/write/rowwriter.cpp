// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/write/rowwriter.h"

#include "store/schema/relation.h"
#include "store/schema/rowwordsql.h"
#include "store/schema/sortedbeginning.h"
#include "store/sqlite/database.h"
#include "store/write/foundby.h"
#include "store/write/texttable.h"
#include "table/vacancyschema.h"

#include <utility>

namespace linnet::store {

using table::Column;
using table::ColumnType;
using table::Identity;
using table::Storage;
using table::Value;

namespace {

bool isLong(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return text && text->size() > TextTable::InlineLimit;
}

bool isNumeric(ColumnType type)
{
    return type == ColumnType::Integer || type == ColumnType::Real || type == ColumnType::Bool;
}

void bindCell(Statement &statement, int index, const Column &column, const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    // In a group an empty text only says that there is nothing.
    const bool isNothing = text && (column.group.isEmpty() ? text->isNull() : text->isEmpty());
    if (table::isNull(value) || isNothing)
        statement.bindNull(index);
    else if (text || isNumeric(column.type) || column.storage == Storage::Address)
        statement.bind(index, value);
    else
        statement.bind(index, QStringView(table::toText(value)));
}

} // namespace

RowWriter::RowWriter(Database &database, TextTable &texts, const table::Schema &schema)
    : m_database(&database)
    , m_texts(&texts)
    , m_schema(&schema)
{
}

Result<RowWriter> RowWriter::open(Database &database, TextTable &texts, const table::Schema &schema)
{
    RowWriter result(database, texts, schema);
    const Relation relation(schema);
    const Result<qint64> last = database.integer("SELECT max(row_id) FROM " + relation.table());
    if (!last)
        return std::unexpected(last.error());
    result.m_lastId = *last;
    result.m_groups = relation.groups();
    const RowWordSql words(schema);
    result.m_isIndexed = words.isKept();
    const std::pair<Statement *, QByteArray> statements[] = {
        {&result.m_keep, relation.insertOrKeep()},
        {&result.m_merge, relation.insertOrMerge()},
        {&result.m_replace, relation.insertOrReplace()},
        {&result.m_add, relation.gathers() ? relation.insertOrGather() : QByteArray()},
        {&result.m_gathered, relation.gathers() ? relation.gathered() : QByteArray()},
        {&result.m_setGathered, relation.gathers() ? relation.setGathered() : QByteArray()},
        {&result.m_reindex, "INSERT OR IGNORE INTO " + words.changed() +
                                " (row_id) SELECT ?1 WHERE ?1 <= (SELECT through FROM " + words.state() +
                                ')'},
    };
    for (const auto &[statement, sql] : statements) {
        if (sql.isEmpty() || (statement == &result.m_reindex && !result.m_isIndexed))
            continue;
        Result<Statement> prepared = database.prepare(sql, true);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return result;
}

Result<RowWriter::Written> RowWriter::write(RunId run, const RowWrite &row, qint64 newId)
{
    if (row.cells.size() != m_schema->columns.size())
        return fail(Reason::BadValue, QStringLiteral("%1 cells for %2 columns of %3")
                                          .arg(row.cells.size())
                                          .arg(m_schema->columns.size())
                                          .arg(m_schema->key));
    m_texts->begin();
    const Result<Written> written = writeRow(run, row, newId);
    // The texts of a row that stays out would be stored for nothing.
    if (written && written->outcome != Outcome::Unchanged) {
        if (const Result<void> kept = m_texts->keep(); !kept)
            return std::unexpected(kept.error());
    }
    return written;
}

Result<RowWriter::Written> RowWriter::writeRow(RunId run, const RowWrite &row, qint64 newId)
{
    if (row.mode == RowMode::Gather)
        return gather(run, row, newId);
    const bool keep = row.mode == RowMode::Keep;
    Statement &statement = keep ? m_keep : row.mode == RowMode::Merge ? m_merge : m_replace;
    const Result<int> bound = bind(statement, run, row, newId);
    if (!bound)
        return std::unexpected(bound.error());
    if (row.mode == RowMode::Merge)
        bindGroups(statement, *bound, row.cells);
    const Result<bool> returned = statement.step();
    if (!returned)
        return std::unexpected(returned.error());
    if (keep)
        return m_database->changes() > 0 ? Written{Outcome::Added, newId} : Written{};
    if (!*returned)
        return Written{};
    const qint64 id = statement.integer(0);
    statement.reset();
    if (id == newId)
        return Written{Outcome::Added, id};
    if (const Result<void> noted = changed(id); !noted)
        return std::unexpected(noted.error());
    return Written{Outcome::Changed, id};
}

/// The row is written once; who finds it again adds only himself.
Result<RowWriter::Written> RowWriter::gather(RunId run, const RowWrite &row, qint64 newId)
{
    using table::VacancyColumn;
    if (!Relation(*m_schema).gathers() || row.place <= 0)
        return fail(Reason::BadValue, QStringLiteral("a row of %1 that no query found").arg(m_schema->key));
    const auto cell = [&row](VacancyColumn column) {
        return table::toText(row.cells[size_t(std::to_underlying(column))]);
    };
    const Result<int> bound = bind(m_add, run, row, newId);
    if (!bound)
        return std::unexpected(bound.error());
    m_add.bind(*bound + 1, QString::number(row.place));
    if (const Result<bool> done = m_add.step(); !done)
        return std::unexpected(done.error());
    if (m_database->changes() > 0)
        return Written{Outcome::Added, newId};
    m_gathered.bind(1, run);
    m_gathered.bind(2, QStringView(row.key));
    const Result<bool> there = m_gathered.step();
    if (!there)
        return std::unexpected(there.error());
    const qint64 id = m_gathered.integer(0);
    FoundBy found{m_gathered.text(1), m_gathered.text(2), m_gathered.text(3)};
    m_gathered.reset();
    if (!found.add(row.place, cell(VacancyColumn::Query), cell(VacancyColumn::Queries)))
        return Written{};
    m_setGathered.bind(1, found.first);
    m_setGathered.bind(2, found.all);
    m_setGathered.bind(3, found.numbers);
    m_setGathered.bind(4, id);
    if (const Result<void> done = m_setGathered.run(); !done)
        return std::unexpected(done.error());
    if (const Result<void> noted = changed(id); !noted)
        return std::unexpected(noted.error());
    return Written{Outcome::Changed, id};
}

Result<void> RowWriter::changed(qint64 id)
{
    if (!m_isIndexed)
        return {};
    m_reindex.bind(1, id);
    return m_reindex.run();
}

Result<int> RowWriter::bind(Statement &statement, RunId run, const RowWrite &row, qint64 newId)
{
    int index = 0;
    statement.bind(++index, newId);
    statement.bind(++index, run);
    if (m_schema->identity == Identity::Key)
        statement.bind(++index, QStringView(row.key));
    for (size_t i = 0; i < row.cells.size(); ++i) {
        const Column &column = m_schema->columns[i];
        const Value &value = row.cells[i];
        if (!column.isStored())
            continue;
        if (column.type != ColumnType::LongText) {
            bindCell(statement, ++index, column, value);
        } else if (isLong(value)) {
            const Result<qint64> reference = m_texts->numberOf(std::get<QString>(value));
            if (!reference) {
                statement.reset();
                return std::unexpected(reference.error());
            }
            statement.bindNull(++index);
            statement.bind(++index, *reference);
            statement.bind(++index, SortedBeginning::of(std::get<QString>(value)));
        } else {
            bindCell(statement, ++index, column, value);
            statement.bindNull(++index);
            statement.bindNull(++index);
        }
    }
    return index;
}

void RowWriter::bindGroups(Statement &statement, int index, const table::Cells &cells) const
{
    for (const QLatin1StringView group : m_groups) {
        bool says = false;
        for (size_t i = 0; i < cells.size(); ++i)
            says = says || (m_schema->columns[i].group == group && !table::isNull(cells[i]));
        statement.bind(++index, says);
    }
}

} // namespace linnet::store

// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/rowtransfer.h"

#include "store/sqlite/database.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace linnet::store {

namespace {

/// Other rows name the rows of these by their number, or the number says where they belong.
bool needsItsNumber(const QByteArray &table)
{
    constexpr std::array Tables{"run", "text", "link", "work"};
    return std::ranges::any_of(Tables, [&](const char *name) { return table == name; });
}

/// Whether an insertion failed because of the row alone.
bool isOfTheRow(const Error &error)
{
    return error.reason == Reason::BadValue;
}

} // namespace

RowTransfer::RowTransfer(PageFile &file, Database &target)
    : m_file(file)
    , m_target(target)
{
}

Result<RowTransfer::Counts> RowTransfer::bring(const PageOwners::Table &table, const Course &course)
{
    m_layout = &table.layout;
    m_counts = {};
    m_doubts.clear();
    if (const auto prepared = prepare(table.layout); !prepared)
        return std::unexpected(prepared.error());
    qint64 done = 0;
    for (const PageOwners::Page &page : table.pages) {
        if (course.isStopped())
            return fail(Reason::Cancelled);
        course.at(done++, std::ssize(table.pages));
        if (const auto brought = bringPage(page); !brought)
            return std::unexpected(brought.error());
    }
    for (const Doubt &doubt : m_doubts) {
        if (const auto brought = bringDoubt(doubt); !brought)
            return std::unexpected(brought.error());
    }
    m_insert = Statement();
    return m_counts;
}

// Columns that there are no more are left behind.
Result<void> RowTransfer::prepare(const TableLayout &layout)
{
    const auto now = TableLayout::read(m_target, layout.table());
    if (!now)
        return std::unexpected(now.error());
    m_parameters.assign(layout.columns().size(), std::nullopt);
    m_rowIdParameter.reset();
    QByteArray names;
    QByteArray places;
    int next = 1;
    for (size_t i = 0; i < layout.columns().size(); ++i) {
        const TableLayout::Column &column = layout.columns()[i];
        if (*now && std::ranges::find((*now)->columns(), column.name, &TableLayout::Column::name) ==
                        (*now)->columns().end())
            continue;
        names += (names.isEmpty() ? "\"" : ", \"") + column.name + '"';
        places += places.isEmpty() ? "?" : ", ?";
        if (column.isRowId)
            m_rowIdParameter = next++;
        else
            m_parameters[i] = next++;
    }
    auto statement = m_target.prepare(
        "INSERT OR IGNORE INTO \"" + layout.table() + "\" (" + names + ") VALUES (" + places + ')', true);
    if (!statement)
        return std::unexpected(statement.error());
    m_insert = std::move(*statement);
    return {};
}

Result<void> RowTransfer::bringPage(const PageOwners::Page &page)
{
    const auto tree = TreePage::read(m_file.page(page.number), page.number, page.kind);
    if (!tree)
        return {};
    struct Found
    {
        int cell = 0;
        std::vector<StoredValue> row;
        qint64 rowId = 0;
    };
    std::vector<Found> rows;
    std::vector<RowKey> keys;
    QSet<int> seen; // a damaged place may name a cell once more
    for (int i = 0; i < tree->count(); ++i) {
        const auto cell = tree->cell(i);
        if (cell && seen.contains(cell->begin))
            continue;
        if (cell)
            seen.insert(cell->begin);
        auto row = cell ? rowOf(*cell) : std::nullopt;
        if (!row) {
            ++m_counts.lost;
            continue;
        }
        keys.push_back(m_layout->hasRowIds() ? RowKey{{StoredValue::Kind::Integer, cell->rowId}}
                                             : keyOf(*row));
        rows.push_back({i, std::move(*row), cell->rowId});
    }
    const std::vector<bool> good = inOrder(keys, page.low, page.high);
    for (size_t i = 0; i < rows.size(); ++i) {
        if (!good[i]) {
            m_doubts.push_back({page, rows[i].cell});
            continue;
        }
        const auto inserted = insert(std::move(rows[i].row), rows[i].rowId);
        if (!inserted)
            return std::unexpected(inserted.error());
        ++(*inserted ? m_counts.kept : m_counts.lost);
    }
    return {};
}

Result<void> RowTransfer::bringDoubt(const Doubt &doubt)
{
    const auto tree = TreePage::read(m_file.page(doubt.page.number), doubt.page.number, doubt.page.kind);
    const auto cell = tree ? tree->cell(doubt.cell) : std::nullopt;
    auto row = cell ? rowOf(*cell) : std::nullopt;
    if (!row)
        return {};
    auto inserted = insert(*row, cell->rowId);
    if (inserted && !*inserted && m_layout->hasRowIds() && !needsItsNumber(m_layout->table()))
        inserted = insert(std::move(*row), std::nullopt);
    if (!inserted)
        return std::unexpected(inserted.error());
    ++(*inserted ? m_counts.kept : m_counts.lost);
    return {};
}

std::optional<std::vector<StoredValue>> RowTransfer::rowOf(const TreePage::Cell &cell)
{
    const auto kinds = StoredRecord::kinds(cell.local, cell.size);
    if (!kinds || !m_layout->fits(*kinds))
        return std::nullopt;
    const auto bytes = TreePage::record(cell, m_file);
    return bytes ? StoredRecord::read(*bytes) : std::nullopt;
}

RowKey RowTransfer::keyOf(const std::vector<StoredValue> &row) const
{
    return RowKey(row.begin(), row.begin() + std::min(row.size(), m_layout->keys()));
}

Result<bool> RowTransfer::insert(std::vector<StoredValue> row, std::optional<qint64> rowId)
{
    for (size_t i = row.size(); i < m_parameters.size(); ++i)
        row.push_back(m_layout->columns()[i].fallback);
    for (size_t i = 0; i < m_parameters.size(); ++i) {
        if (m_parameters[i])
            row[i].bindTo(m_insert, *m_parameters[i]);
    }
    if (m_rowIdParameter && rowId)
        m_insert.bind(*m_rowIdParameter, *rowId);
    else if (m_rowIdParameter)
        m_insert.bindNull(*m_rowIdParameter);
    if (const auto done = m_insert.run(); !done) {
        if (isOfTheRow(done.error()))
            return false;
        return std::unexpected(done.error());
    }
    return m_target.changes() > 0;
}

} // namespace linnet::store

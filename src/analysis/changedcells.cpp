// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/changedcells.h"

#include "store/read/rowreader.h"
#include "table/changes/changeschema.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linnet::analysis {

using namespace Qt::Literals::StringLiterals;
using store::RowReader;
using table::Cells;
using table::Column;
using table::ColumnType;
using table::Value;

namespace {

/// So many rows of each run are in memory at once.
constexpr size_t Together = 256;

bool isEmpty(const Value &value)
{
    const auto *text = std::get_if<QString>(&value);
    return table::isNull(value) || (text && text->isEmpty());
}

QStringList itemsOf(const Value &list)
{
    QStringList items = table::toText(list).split(u';');
    items.sort();
    return items;
}

QJsonValue jsonOf(const Value &value)
{
    return std::visit(
        [](const auto &it) {
            if constexpr (std::is_same_v<std::decay_t<decltype(it)>, std::monostate>)
                return QJsonValue();
            else
                return QJsonValue(it);
        },
        value);
}

/// Reads chosen columns of rows in any order.
class Cursor
{
public:
    static Result<Cursor> open(const QString &path, const table::Schema &schema, const QList<int> &columns,
                               store::RowCursor::LongTexts longTexts, const std::stop_token &stop)
    {
        auto reader = RowReader::open(path);
        if (!reader)
            return std::unexpected(reader.error());
        (*reader)->stopOn(stop);
        auto cursor = (*reader)->cursor(schema, columns, longTexts);
        if (!cursor)
            return std::unexpected(cursor.error());
        Cursor result;
        result.m_reader = std::move(*reader);
        result.m_cursor = std::move(*cursor);
        return result;
    }

    /// No cells of a row that is gone.
    Result<std::vector<Cells>> read(std::span<const qint64> rows)
    {
        std::vector<Cells> result(rows.size());
        const Result<void> read = m_cursor->read(rows, [&result](size_t place, table::CellViews cells) {
            result[place] = table::toCells(cells);
            return true;
        });
        if (!read)
            return std::unexpected(read.error());
        return result;
    }

private:
    std::unique_ptr<RowReader> m_reader; // outlives the cursor
    std::unique_ptr<store::RowCursor> m_cursor;
};

/// Compares the rows of pairs.
class Comparer
{
public:
    Comparer(const ComparedColumns &columns, const MovedAddresses &moved)
        : m_schema(*columns.schema)
        , m_columns(columns.counted)
        , m_moved(moved)
    {
        if (columns.number >= 0)
            m_columns.prepend(columns.number);
        m_hasNumber = columns.number >= 0;
    }

    Result<void> open(const QString &path, const std::stop_token &stop)
    {
        using enum store::RowCursor::LongTexts;
        auto older = Cursor::open(path, m_schema, m_columns, ByNumber, stop);
        auto newer = Cursor::open(path, m_schema, m_columns, ByNumber, stop);
        QList<int> longColumns;
        std::ranges::copy_if(m_columns, std::back_inserter(longColumns),
                             [this](int column) { return columnAt(column).type == ColumnType::LongText; });
        auto texts = Cursor::open(path, m_schema, longColumns, Whole, stop);
        for (const auto *cursor : {&older, &newer, &texts}) {
            if (!*cursor)
                return std::unexpected(cursor->error());
        }
        m_older.emplace(std::move(*older));
        m_newer.emplace(std::move(*newer));
        m_texts.emplace(std::move(*texts));
        m_longColumns = longColumns;
        return {};
    }

    Result<void> compare(std::span<const RowPair> pairs, std::vector<ChangedRow> &found)
    {
        std::vector<qint64> rows;
        std::ranges::transform(pairs, std::back_inserter(rows), &RowPair::older);
        const auto older = m_older->read(rows);
        if (!older)
            return std::unexpected(older.error());
        rows.clear();
        std::ranges::transform(pairs, std::back_inserter(rows), &RowPair::newer);
        const auto newer = m_newer->read(rows);
        if (!newer)
            return std::unexpected(newer.error());
        for (size_t i = 0; i < pairs.size(); ++i) {
            if ((*older)[i].empty() || (*newer)[i].empty())
                continue; // removed meanwhile
            if (const Result<void> done = compare(pairs[i], (*older)[i], (*newer)[i], found); !done)
                return done;
        }
        return {};
    }

private:
    Result<void> compare(const RowPair &pair, const Cells &older, const Cells &newer,
                         std::vector<ChangedRow> &found)
    {
        ChangedRow row{.row = pair.newer, .change = pair.change};
        QStringList fields;
        QJsonObject was;
        for (size_t i = 0; i < older.size(); ++i) {
            const int index = m_columns[qsizetype(i)];
            const Column &column = columnAt(index);
            const bool isNumber = m_hasNumber && i == 0;
            if (isNumber && !pair.isOther)
                continue;
            // Of an address that was only known there is no more to say than why it was not asked.
            if ((pair.marks & ComparedColumns::Unasked) != 0 && column.key != "why_not_fetched"_L1)
                continue;
            if (!differs(pair, column, older[i], newer[i]))
                continue;
            Value before = older[i];
            if (column.type == ColumnType::LongText) {
                auto whole = m_texts->read(std::span(&pair.older, 1));
                if (!whole)
                    return std::unexpected(whole.error());
                if (!whole->front().empty())
                    before = std::move(whole->front()[size_t(m_longColumns.indexOf(index))]);
            }
            fields.append(column.key);
            was.insert(column.key, jsonOf(before));
            row.isOfPay = row.isOfPay || column.group == "pay"_L1;
        }
        if (fields.isEmpty() && pair.change == "changed"_L1)
            return {};
        if (!fields.isEmpty()) {
            row.fields = fields.join(u';');
            row.was = QString::fromUtf8(QJsonDocument(was).toJson(QJsonDocument::Compact));
        }
        found.push_back(std::move(row));
        return {};
    }

    bool differs(const RowPair &pair, const Column &column, const Value &older, const Value &newer)
    {
        const bool isOlderEmpty = isEmpty(older);
        const bool isNewerEmpty = isEmpty(newer);
        if (isOlderEmpty && isNewerEmpty)
            return false;
        if ((pair.marks & ComparedColumns::Partial) != 0 &&
            (isOlderEmpty || isNewerEmpty || column.type == ColumnType::LongText))
            return false;
        if (older == newer)
            return false;
        if (column.type == ColumnType::List)
            return itemsOf(older) != itemsOf(newer);
        if (column.type == ColumnType::Url && !m_moved.isEmpty()) {
            const QByteArray before = table::toText(older).toUtf8();
            QByteArray buffer;
            return m_moved.now(before, buffer) != QByteArrayView(table::toText(newer).toUtf8());
        }
        return true;
    }

    const Column &columnAt(int index) const { return m_schema.columns[size_t(index)]; }

    const table::Schema &m_schema;
    QList<int> m_columns;
    QList<int> m_longColumns;
    const MovedAddresses &m_moved;
    bool m_hasNumber = false;
    std::optional<Cursor> m_older;
    std::optional<Cursor> m_newer;
    std::optional<Cursor> m_texts;
};

} // namespace

Result<std::vector<ChangedRow>> changedCells(const QString &projectPath, const ComparedColumns &columns,
                                             const MovedAddresses &moved, std::span<const RowPair> pairs,
                                             const std::stop_token &stop)
{
    Comparer comparer(columns, moved);
    if (const Result<void> opened = comparer.open(projectPath, stop); !opened)
        return std::unexpected(opened.error());
    std::vector<ChangedRow> found;
    while (!pairs.empty()) {
        if (stop.stop_requested())
            return fail(Reason::Cancelled);
        const auto some = pairs.first(std::min(Together, pairs.size()));
        if (const Result<void> done = comparer.compare(some, found); !done)
            return std::unexpected(done.error());
        pairs = pairs.subspan(some.size());
    }
    return found;
}

} // namespace linnet::analysis

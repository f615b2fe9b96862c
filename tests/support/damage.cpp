// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/damage.h"

#include "store/rescue/pagefile.h"
#include "store/rescue/storedrecord.h"
#include "store/rescue/tablelayout.h"
#include "store/rescue/treepage.h"
#include "store/sqlite/database.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

namespace linnet::test {

using namespace store;
using namespace Qt::Literals::StringLiterals;

namespace {

/// What a rescue brings over. The others follow from these.
constexpr const char *Tables[] = {"run",     "text", "address", "attachment", "vacancy", "left_out",
                                  "listing", "page", "link",    "url_check",  "proxy",   "work",
                                  "attempt", "memo", "mark",    "hreflang"};

QByteArray textOf(const StoredValue &value)
{
    switch (value.kind) {
    case StoredValue::Kind::Null:
        return "null";
    case StoredValue::Kind::Integer:
        return QByteArray::number(value.integer);
    case StoredValue::Kind::Real:
        return QByteArray::number(value.real, 'g', 17);
    case StoredValue::Kind::Text:
        return "t" + value.bytes;
    case StoredValue::Kind::Bytes:
        return "b" + value.bytes.toHex();
    }
    return {};
}

QByteArray idOf(const TableLayout &layout, const RowPlaces::Cells &cells)
{
    QByteArray id;
    size_t keys = layout.keys();
    for (const TableLayout::Column &column : layout.columns()) {
        if (layout.hasRowIds() ? column.isRowId : keys > 0 && keys-- > 0)
            id += cells.value(column.name) + '/';
    }
    // Attachments have neither.
    return id.isEmpty() ? cells.value("run_id") + '/' + cells.value("number") + '/' + cells.value("kind")
                        : id;
}

/// Adds the rows of a tree whose every page is as it should be.
void addTree(PageFile &file, const TableLayout &layout, quint32 number, std::vector<RowPlaces::Row> &rows)
{
    const auto page = TreePage::read(file.page(number), number);
    if (!page)
        qFatal("page %u is none", number);
    const qint64 start = qint64(number - 1) * file.size();
    const qint64 header = start + (number == 1 ? 100 : 0);
    const int headerSize = page->isLeaf() ? 8 : 12;
    for (int i = 0; i < page->count(); ++i) {
        const auto cell = page->cell(i);
        if (!cell)
            qFatal("a cell of page %u is none", number);
        if (!page->isLeaf())
            addTree(file, layout, cell->child, rows);
        if (cell->size < 0)
            continue;
        const auto bytes = TreePage::record(*cell, file);
        const auto record = bytes ? StoredRecord::read(*bytes) : std::nullopt;
        if (!record)
            qFatal("a record of page %u is none", number);
        RowPlaces::Row row{.table = layout.table(), .id = {}, .cells = {}, .bytes = {}};
        for (size_t c = 0; c < layout.columns().size(); ++c) {
            const TableLayout::Column &column = layout.columns()[c];
            row.cells.insert(column.name, column.isRowId       ? QByteArray::number(cell->rowId)
                                          : c < record->size() ? textOf((*record)[c])
                                                               : textOf(column.fallback));
        }
        row.id = idOf(layout, row.cells);
        const qint64 pointer = header + headerSize + 2 * i;
        row.bytes = {
            {header, header + headerSize}, {pointer, pointer + 2}, {start + cell->begin, start + cell->end}};
        for (const quint32 next : TreePage::overflowOf(*cell, file))
            row.bytes.emplace_back(qint64(next - 1) * file.size(), qint64(next) * file.size());
        rows.push_back(std::move(row));
    }
    if (!page->isLeaf())
        addTree(file, layout, page->lastChild(), rows);
}

} // namespace

std::set<qint64> damageFile(const QString &path, int count, quint32 seed)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadWrite))
        qFatal("no file to damage");
    QRandomGenerator random(seed);
    std::set<qint64> places;
    while (places.size() < size_t(count)) {
        const qint64 place = random.bounded(file.size());
        char before = 0;
        file.seek(place);
        file.getChar(&before);
        const char after = char(before ^ (1 + random.bounded(255)));
        file.seek(place);
        file.putChar(after);
        places.insert(place);
    }
    return places;
}

std::vector<RowPlaces::Row> RowPlaces::of(const QString &path)
{
    std::vector<Row> rows;
    auto file = PageFile::open(path);
    auto database = Database::open(path, Database::Mode::Read);
    const auto known = stored(path);
    for (const char *table : Tables) {
        const auto layout = TableLayout::read(*database, table);
        if (!layout || !*layout)
            continue;
        const auto root =
            database->integer("SELECT rootpage FROM sqlite_schema WHERE name = '" + QByteArray(table) + '\'');
        const size_t before = rows.size();
        addTree(*file, **layout, quint32(*root), rows);
        if (rows.size() - before != size_t(known[table].size()))
            qFatal("%s: %zu rows, but %zu", table, rows.size() - before, size_t(known[table].size()));
        for (size_t i = before; i < rows.size(); ++i) {
            if (known[table].value(rows[i].id) != rows[i].cells)
                qFatal("%s: a row is read otherwise: %s", table, rows[i].id.constData());
        }
    }
    return rows;
}

QHash<QByteArray, QHash<QByteArray, RowPlaces::Cells>> RowPlaces::stored(const QString &path)
{
    QHash<QByteArray, QHash<QByteArray, Cells>> result;
    auto database = Database::open(path, Database::Mode::Read);
    for (const char *table : Tables) {
        const auto layout = TableLayout::read(*database, table);
        if (!layout || !*layout)
            continue;
        QByteArray columns;
        for (const TableLayout::Column &column : (*layout)->columns())
            columns += (columns.isEmpty() ? "\"" : ", \"") + column.name + '"';
        auto statement = database->prepare("SELECT " + columns + " FROM \"" + table + '"');
        const auto read = statement->forEachRow([&] {
            Cells cells;
            int place = 0;
            for (const TableLayout::Column &column : (*layout)->columns()) {
                const int c = place++;
                StoredValue value;
                if (statement->isBytes(c))
                    value = {StoredValue::Kind::Bytes, 0, 0, statement->bytes(c).toByteArray()};
                else if (statement->isText(c))
                    value = {StoredValue::Kind::Text, 0, 0, statement->utf8(c).toByteArray()};
                else if (!statement->isNull(c) && std::holds_alternative<qint64>(statement->value(c)))
                    value = {StoredValue::Kind::Integer, statement->integer(c)};
                else if (!statement->isNull(c))
                    value = {StoredValue::Kind::Real, 0, statement->real(c)};
                // Whole numbers in columns of real ones are stored as the former.
                if (value.kind == StoredValue::Kind::Real && value.real == qint64(value.real))
                    value = {StoredValue::Kind::Integer, qint64(value.real)};
                cells.insert(column.name, textOf(value));
            }
            result[table].insert(idOf(**layout, cells), cells);
        });
        if (!read)
            qFatal("%s: %s", table, qPrintable(read.error().detail));
    }
    return result;
}

bool RowPlaces::isTouched(const Row &row, const std::set<qint64> &places)
{
    return std::ranges::any_of(row.bytes, [&places](const auto &span) {
        const auto first = places.lower_bound(span.first);
        return first != places.end() && *first < span.second;
    });
}

} // namespace linnet::test

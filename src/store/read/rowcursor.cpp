// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/rowcursor.h"

#include "store/read/columnlookup.h"
#include "store/read/markreader.h"
#include "store/schema/columnsql.h"
#include "store/schema/relation.h"
#include "store/sqlite/database.h"
#include "store/sqlite/fragmentset.h"

#include <algorithm>
#include <optional>

namespace linnet::store {

using table::CellView;
using table::Column;
using table::ColumnType;

namespace {

// Rows in the order of arrival, few of them missing in between: an export of the unsorted table.
bool isNearlyAll(std::span<const qint64> ids)
{
    return ids.size() > 16 && std::is_sorted(ids.begin(), ids.end()) &&
           quint64(ids.back() - ids.front()) < 2 * ids.size();
}

/// Where the cell of a column comes from.
struct Source
{
    enum class Kind : quint8
    {
        Here,     ///< the statement's column `place`
        Lookup,   ///< value `part` of the lookup for the number in column `place`
        Fragment, ///< whether the target in column `place` has what column `part` names
    };
    Kind kind = Kind::Here;
    int place = 0;
    int part = 0;
    ColumnLookup *lookup = nullptr;
    bool isYesNo = false;
};

} // namespace

class RowCursor::Private
{
public:
    Private(Database &opened, const table::Schema &of, LongTexts texts, Transaction moment)
        : database(opened)
        , schema(of)
        , longTexts(texts)
        , reading(std::move(moment))
    {
    }

    Result<void> prepare(const QList<int> &columns);
    Result<void> readRange(std::span<const qint64> ids, const Visit &visit);
    Result<void> readSingly(std::span<const qint64> ids, const Visit &visit);

    Database &database;

private:
    static constexpr int FirstPlace = 2; // behind row_id and run_id

    Result<Source> sourceOf(const Column &column);
    Result<QByteArray> markOf(const Column &column);
    int select(const QByteArray &expression);
    ColumnLookup *lookupFor(const ColumnSql::Home &home);
    Result<void> fill();
    Result<void> fillFrom(const Source &source, RunId run, qint64 number, CellView &cell);
    void forgetTooMuch();
    void makeSound(CellView &cell);

    const table::Schema &schema;
    const LongTexts longTexts;
    Transaction reading;
    QList<QByteArray> selected;
    QByteArray joins;
    std::optional<bool> hasMarks;
    std::vector<Source> sources;
    std::vector<std::unique_ptr<ColumnLookup>> lookups;
    std::unique_ptr<ColumnLookup> places; // of targets, for Fragment
    Statement range;
    Statement single;
    Statement *row = nullptr; // the one of both that stands at a row
    std::vector<CellView> cells;
    std::vector<QByteArray> repaired; // texts of the row that were no UTF-8
};

RowCursor::RowCursor(std::unique_ptr<Private> priv)
    : d(std::move(priv))
{
}

RowCursor::~RowCursor() = default;

Result<std::unique_ptr<RowCursor>> RowCursor::open(Database &database, const table::Schema &schema,
                                                   const QList<int> &columns, LongTexts longTexts)
{
    Result<Transaction> moment = Transaction::begin(database, Transaction::Mode::Read);
    if (!moment)
        return std::unexpected(moment.error());
    auto priv = std::make_unique<Private>(database, schema, longTexts, std::move(*moment));
    if (const Result<void> prepared = priv->prepare(columns); !prepared)
        return std::unexpected(prepared.error());
    return std::unique_ptr<RowCursor>(new RowCursor(std::move(priv)));
}

Result<void> RowCursor::read(std::span<const qint64> ids, const Visit &visit)
{
    if (ids.empty())
        return {};
    return isNearlyAll(ids) ? d->readRange(ids, visit) : d->readSingly(ids, visit);
}

Result<qint64> RowCursor::writes()
{
    return d->database.integer("SELECT writes FROM moment");
}

Result<void> RowCursor::Private::prepare(const QList<int> &columns)
{
    for (const int index : columns) {
        const Result<Source> source = sourceOf(schema.columns[size_t(index)]);
        if (!source)
            return std::unexpected(source.error());
        sources.push_back(*source);
    }
    for (const std::unique_ptr<ColumnLookup> &lookup : lookups) {
        if (const Result<void> prepared = lookup->prepare(database); !prepared)
            return prepared;
    }
    const Relation relation(schema);
    QByteArray sql = "SELECT r.row_id, r.run_id";
    for (const QByteArray &expression : std::as_const(selected))
        sql += ", " + expression;
    sql += " FROM " + (relation.isRecord() ? relation.view() : relation.table()) + " AS r" + joins;
    for (auto &[statement, rest] : {std::pair(&range, " WHERE r.row_id BETWEEN ? AND ? ORDER BY r.row_id"),
                                    std::pair(&single, " WHERE r.row_id = ?")}) {
        Result<Statement> prepared = database.prepare(sql + rest);
        if (!prepared)
            return std::unexpected(prepared.error());
        *statement = std::move(*prepared);
    }
    return {};
}

Result<Source> RowCursor::Private::sourceOf(const Column &column)
{
    const Relation relation(schema);
    const ColumnSql sql(schema);
    Source source{.isYesNo = column.type == ColumnType::Bool};
    if (column.storage == table::Storage::Mark) {
        const Result<QByteArray> mark = markOf(column);
        if (!mark)
            return std::unexpected(mark.error());
        source.place = select(*mark);
    } else if (const std::optional<ColumnSql::Home> home = sql.home(column)) {
        source.kind = Source::Kind::Lookup;
        source.place = select("r." + home->via);
        source.lookup = lookupFor(*home);
        source.part = source.lookup->add(home->value);
    } else if (sql.isFragmentFound(column)) {
        source.kind = Source::Kind::Fragment;
        source.place = select("r.parsed_url");
        source.part = select("r.fragment");
        places = std::make_unique<ColumnLookup>(ColumnSql::placesOfTarget(), 2);
        if (const Result<void> prepared = places->prepare(database); !prepared)
            return std::unexpected(prepared.error());
    } else if (column.type == ColumnType::LongText && longTexts == LongTexts::ByNumber) {
        const QByteArray name(column.key.data(), column.key.size());
        source.place = select("coalesce(r." + Relation::quoted(column.key) + ", r.\"" + name + "_ref\")");
    } else if (column.type == ColumnType::LongText && !relation.isRecord()) {
        const QByteArray alias = "t" + QByteArray::number(selected.size());
        const QByteArray name(column.key.data(), column.key.size());
        joins += " LEFT JOIN text AS " + alias + " ON " + alias + ".id = r.\"" + name + "_ref\"";
        source.place = select("coalesce(r." + Relation::quoted(column.key) + ", " + alias + ".body)");
    } else {
        source.place =
            select(relation.isRecord() ? "r." + Relation::quoted(column.key) : sql.expression(column, "r"));
    }
    return source;
}

/// Nothing is looked for in a project without marks.
Result<QByteArray> RowCursor::Private::markOf(const Column &column)
{
    if (!hasMarks) {
        const Result<bool> any = MarkReader(database, schema).hasAny();
        if (!any)
            return std::unexpected(any.error());
        hasMarks = *any;
        const ColumnSql sql(schema);
        if (*any)
            joins += " LEFT JOIN mark AS m ON " + sql.isMarkOf("m") + " AND m.key = " + sql.markKey("r");
    }
    return *hasMarks ? "m." + Relation::quoted(column.key) : QByteArray("NULL");
}

int RowCursor::Private::select(const QByteArray &expression)
{
    qsizetype at = selected.indexOf(expression);
    if (at < 0) {
        at = selected.size();
        selected.append(expression);
    }
    return FirstPlace + int(at);
}

ColumnLookup *RowCursor::Private::lookupFor(const ColumnSql::Home &home)
{
    const QByteArray from = " FROM " + home.table + " AS h WHERE h.run_id = ?1 AND h." + home.key + " = ?2";
    const auto known = std::ranges::find_if(
        lookups, [&](const std::unique_ptr<ColumnLookup> &lookup) { return lookup->from() == from; });
    if (known != lookups.end())
        return known->get();
    lookups.push_back(std::make_unique<ColumnLookup>(from));
    return lookups.back().get();
}

Result<void> RowCursor::Private::readRange(std::span<const qint64> ids, const Visit &visit)
{
    row = &range;
    range.bind(1, ids.front());
    range.bind(2, ids.back());
    size_t at = 0;
    for (;;) {
        const Result<bool> found = range.step();
        if (!found)
            return std::unexpected(found.error());
        if (!*found)
            return {};
        const qint64 id = range.integer(0);
        while (at < ids.size() && ids[at] < id)
            ++at;
        if (at == ids.size() || ids[at] != id)
            continue;
        if (const Result<void> filled = fill(); !filled) {
            range.reset();
            return filled;
        }
        for (; at < ids.size() && ids[at] == id; ++at) {
            if (!visit(at, cells)) {
                range.reset();
                return {};
            }
        }
    }
}

Result<void> RowCursor::Private::readSingly(std::span<const qint64> ids, const Visit &visit)
{
    row = &single;
    for (size_t i = 0; i < ids.size(); ++i) {
        single.bind(1, ids[i]);
        const Result<bool> found = single.step();
        if (!found)
            return std::unexpected(found.error());
        bool goOn = true;
        if (*found) {
            if (const Result<void> filled = fill(); !filled) {
                single.reset();
                return filled;
            }
            goOn = visit(i, cells);
        }
        single.reset();
        if (!goOn)
            return {};
    }
    return {};
}

Result<void> RowCursor::Private::fill()
{
    const RunId run = row->integer(1);
    repaired.clear();
    forgetTooMuch();
    cells.resize(sources.size());
    for (size_t i = 0; i < sources.size(); ++i) {
        const Source &source = sources[i];
        CellView &cell = cells[i];
        if (source.kind == Source::Kind::Here) {
            row->view(source.place, cell);
            makeSound(cell);
        } else if (const std::optional<qint64> number = row->number(source.place)) {
            if (const Result<void> found = fillFrom(source, run, *number, cell); !found)
                return found;
        } else {
            cell.emplace<std::monostate>();
        }
        if (const auto *number = source.isYesNo ? std::get_if<qint64>(&cell) : nullptr)
            cell.emplace<bool>(*number != 0);
    }
    return {};
}

Result<void> RowCursor::Private::fillFrom(const Source &source, RunId run, qint64 number, CellView &cell)
{
    ColumnLookup &lookup = source.lookup ? *source.lookup : *places;
    ColumnLookup::Values values;
    if (const Result<void> found = lookup.find(run, number, values); !found)
        return found;
    if (source.lookup) {
        cell = values[size_t(source.part)];
        return {};
    }
    const auto *packed = std::get_if<QByteArrayView>(&values[0]);
    if (!packed || row->isNull(source.part)) {
        cell.emplace<std::monostate>();
        return {};
    }
    const auto *instead = std::get_if<QByteArrayView>(&values[1]);
    cell.emplace<bool>(FragmentSet::contains(*packed, instead ? *instead : row->utf8(source.part)));
    return {};
}

void RowCursor::Private::forgetTooMuch()
{
    qsizetype kept = places ? places->bytes() : 0;
    for (const std::unique_ptr<ColumnLookup> &lookup : lookups)
        kept += lookup->bytes();
    if (kept <= MostKept)
        return;
    for (const std::unique_ptr<ColumnLookup> &lookup : lookups)
        lookup->clear();
    if (places)
        places->clear();
}

/// Files of others may hold texts that are no UTF-8.
void RowCursor::Private::makeSound(CellView &cell)
{
    const auto *text = std::get_if<QByteArrayView>(&cell);
    if (!text || QUtf8StringView(text->data(), text->size()).isValidUtf8())
        return;
    repaired.push_back(table::fromUtf8(*text).toUtf8());
    cell.emplace<QByteArrayView>(repaired.back());
}

} // namespace linnet::store

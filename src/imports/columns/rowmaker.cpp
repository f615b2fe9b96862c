// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns/rowmaker.h"

#include "imports/columns/columnnames.h"
#include "imports/workbook/sheetreader.h"
#include "table/checkschema.h"
#include "table/listvalue.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QSet>

#include <utility>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;
using table::CheckColumn;
using table::PageColumn;
using table::VacancyColumn;
using table::Value;

namespace {

template <typename Column> Value &at(table::Cells &cells, Column column)
{
    return cells[size_t(std::to_underlying(column))];
}

template <typename Column> QString textAt(const table::Cells &cells, Column column)
{
    return table::toText(cells[size_t(std::to_underlying(column))]);
}

/// What a cell says, short enough to be named.
QString named(const Value &cell)
{
    constexpr qsizetype Most = 60;
    const QString text = table::toText(cell).simplified();
    return text.size() > Most ? text.left(Most) + u'…' : text;
}

} // namespace

RowMaker::RowMaker(const table::Schema &schema, CellReader cells, QString title, bool isSheet)
    : m_schema(schema)
    , m_cells(cells)
    , m_title(std::move(title))
    , m_isSheet(isSheet)
{
}

QString RowMaker::placeOf(const SourceRow &row) const
{
    if (row.line == 0)
        return tr("before byte %1").arg(row.byte);
    return m_isSheet ? tr("row %1").arg(row.line) : tr("line %1").arg(row.line);
}

/// "Total" and numbers, at the end of tables that people made.
bool RowMaker::isTotals(const SourceRow &row) const
{
    static const QSet<QString> words{u"итого"_s, u"всего"_s,      u"total"_s, u"totals"_s,
                                     u"sum"_s,   u"grandtotal"_s, u"итоги"_s};
    bool isFirst = true;
    for (const Value &cell : row.cells) {
        if (table::isNull(cell))
            continue;
        const QString text = table::toText(cell);
        if (isFirst ? !words.contains(ColumnNames::folded(text)) : !m_cells.number(text).has_value())
            return false;
        isFirst = false;
    }
    return !isFirst;
}

void RowMaker::complete(table::Cells &cells, const ColumnMap &map, const SourceRow &row,
                        const QString &fetchedAt) const
{
    const auto fills = [&map](auto column) { return map.fills(std::to_underlying(column)); };
    if (&m_schema == &table::vacancySchema()) {
        if (table::isNull(at(cells, VacancyColumn::Source)))
            at(cells, VacancyColumn::Source) = u"file"_s;
        if (!fills(VacancyColumn::FetchedAt))
            at(cells, VacancyColumn::FetchedAt) = fetchedAt;
        if (!fills(VacancyColumn::Query))
            at(cells, VacancyColumn::Query) = m_title;
        if (!fills(VacancyColumn::Queries))
            at(cells, VacancyColumn::Queries) =
                table::listValue({table::toText(at(cells, VacancyColumn::Query))});
        if (!fills(VacancyColumn::State))
            at(cells, VacancyColumn::State) = fills(VacancyColumn::Description) ? u"complete"_s : u"listed"_s;
        if (!fills(VacancyColumn::Url) && fills(VacancyColumn::AlternateUrl))
            at(cells, VacancyColumn::Url) = at(cells, VacancyColumn::AlternateUrl);
    } else if (&m_schema == &table::checkSchema()) {
        if (!fills(CheckColumn::FetchedAt))
            at(cells, CheckColumn::FetchedAt) = fetchedAt;
        if (!fills(CheckColumn::Line) && row.line > 0)
            at(cells, CheckColumn::Line) = row.line;
    } else if (&m_schema == &table::pageSchema()) {
        if (!fills(PageColumn::FetchedAt))
            at(cells, PageColumn::FetchedAt) = fetchedAt;
    }
}

/// The source's number, else the address, else the place in the file.
QString RowMaker::keyOf(const table::Cells &cells, const SourceRow &row) const
{
    if (&m_schema == &table::vacancySchema()) {
        if (const QString id = textAt(cells, VacancyColumn::Id); !id.isEmpty())
            return textAt(cells, VacancyColumn::Source) + u':' + id;
        if (const QString url = textAt(cells, VacancyColumn::Url); !url.isEmpty())
            return u"url:"_s + url;
    } else if (const QString url = table::toText(cells.front()); !url.isEmpty()) {
        return url;
    }
    return u"%1#%2"_s.arg(m_title).arg(row.line > 0 ? row.line : row.byte);
}

RowMaker::Made RowMaker::make(const SourceRow &row, const ColumnMap &map, qsizetype cellsOfHeader,
                              const QString &fetchedAt) const
{
    Made made;
    const auto say = [&](const QString &what) { made.problems.append(placeOf(row) + u": "_s + what); };
    if (!row.fault.isEmpty()) {
        say(row.fault);
        return made;
    }
    for (size_t i = size_t(cellsOfHeader); i < row.cells.size(); ++i) {
        if (table::isNull(row.cells[i]))
            continue;
        say(tr("it has more cells than the header has columns (%1 instead of %2)")
                .arg(row.cells.size())
                .arg(cellsOfHeader));
        return made;
    }
    if (isTotals(row)) {
        made.isTotals = true;
        say(tr("these are totals, no row"));
        return made;
    }
    if (!row.remark.isEmpty())
        say(row.remark);
    table::Cells cells(m_schema.columns.size());
    bool hasAny = false;
    for (size_t i = 0; i < std::min(map.sources.size(), row.cells.size()); ++i) {
        const ColumnMap::Source &source = map.sources[i];
        if (source.column == ColumnMap::None || table::isNull(row.cells[i]))
            continue;
        auto value = m_cells.read(row.cells[i], m_schema.columns[size_t(source.column)]);
        if (!value) {
            ++made.unreadCells;
            const QString column =
                m_isSheet ? tr("column %1 (%2)").arg(SheetReader::columnName(int(i)), source.name)
                          : source.name;
            say(tr("%1: \"%2\" cannot be read and was left empty").arg(column, named(row.cells[i])));
            continue;
        }
        hasAny = hasAny || !table::isNull(*value);
        cells[size_t(source.column)] = std::move(*value);
    }
    if (!hasAny) {
        say(tr("nothing of it belongs to the table"));
        return made;
    }
    if (&m_schema != &table::vacancySchema() && table::isNull(cells.front())) {
        say(tr("it has no address"));
        return made;
    }
    complete(cells, map, row, fetchedAt);
    QString key = keyOf(cells, row);
    made.row = store::RowWrite{&m_schema, std::move(key), std::move(cells), store::RowMode::Keep};
    return made;
}

} // namespace linnet::imports

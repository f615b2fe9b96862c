// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/findingsheet.h"

#include "exports/table/xlsxwriter.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;
using exports::XlsxSheet;

namespace {

constexpr size_t FindingRowsAtOnce = 500;

} // namespace

FindingSheet::FindingSheet(store::RowReader &reader, store::RunId run, Tell tell)
    : m_reader(reader)
    , m_run(run)
    , m_tell(std::move(tell))
{
}

/// First which page, then what the rule is about, then where it leads or stands.
void FindingSheet::choose(const audit::AuditRule &rule, const table::Schema &schema)
{
    m_shown.clear();
    m_read.clear();
    const auto add = [&](const QString &key) {
        const auto index = schema.indexOf(key);
        if (!index || m_read.contains(*index))
            return;
        m_shown.push_back({&schema.columns[size_t(*index)], int(m_read.size())});
        m_read.append(*index);
    };
    const QStringList behind = m_isOfLinks
                                   ? QStringList{u"anchor"_s, u"parsed_url"_s, u"target_status"_s, u"line"_s}
                                   : QStringList{u"status"_s, u"inlinks"_s, u"found_on"_s};
    add(schema.columns.front().key);
    if (!m_isOfLinks)
        add(u"title"_s);
    else
        m_shown.push_back({&table::pageSchema().columns[size_t(table::PageColumn::Title)], -1});
    for (const QString &key : rule.columns + behind)
        add(key);
}

Result<FindingSheet::Rows> FindingSheet::write(XlsxSheet &sheet, const audit::Finding &finding,
                                               const QString &name)
{
    m_isOfLinks = &audit::schemaOf(finding.rule.set) == &table::linkSchema();
    const auto schema = m_reader.withJoined(audit::schemaOf(finding.rule.set));
    if (!schema)
        return std::unexpected(schema.error());
    choose(finding.rule, **schema);
    const auto header = writeHeader(sheet);
    const auto ids = header ? m_reader.ids({*schema, {m_run}, finding.filter, audit::shownSort(finding.rule)})
                            : std::unexpected(header.error());
    if (!ids)
        return std::unexpected(ids.error());
    const std::span<const qint64> fit =
        std::span<const qint64>(*ids).first(std::min(ids->size(), size_t(exports::XlsxWriter::MaxSheetRows)));
    m_row = 0;
    for (size_t from = 0; from < fit.size(); from += FindingRowsAtOnce) {
        if (m_tell && m_tell(m_row))
            return fail(Reason::Cancelled);
        const auto part = fit.subspan(from, std::min(FindingRowsAtOnce, fit.size() - from));
        if (const auto written = writeRows(sheet, part, **schema); !written)
            return std::unexpected(written.error());
    }
    sheet.freezeHeader();
    if (const auto made = sheet.makeTable(name, *header, m_row); !made)
        return std::unexpected(made.error());
    return Rows{qint64(ids->size()), m_row};
}

Result<QStringList> FindingSheet::writeHeader(XlsxSheet &sheet)
{
    QStringList header;
    for (const Shown &shown : m_shown)
        header.append(table::columnTitle(*shown.column));
    header = exports::uniqueNames(header);
    exports::SheetTable named{.title = {}};
    for (size_t i = 0; i < m_shown.size(); ++i) {
        named.columns.append({header[qsizetype(i)]});
        sheet.width(qint64(i), m_shown[i].column->width);
    }
    const Result<void> written = sheet.header(0, named);
    return written ? Result<QStringList>(header) : std::unexpected(written.error());
}

Result<void> FindingSheet::writeRows(XlsxSheet &sheet, std::span<const qint64> ids,
                                     const table::Schema &schema)
{
    std::vector<table::Cells> rows;
    {
        const auto cursor = m_reader.cursor(schema, m_read);
        if (!cursor)
            return std::unexpected(cursor.error());
        const auto read = (*cursor)->read(ids, [&rows](size_t, table::CellViews cells) {
            rows.push_back(table::toCells(cells));
            return true;
        });
        if (!read)
            return read;
    }
    Result<void> done = m_isOfLinks ? findTitles(rows) : Result<void>();
    for (size_t i = 0; done && i < rows.size(); ++i)
        done = writeRow(sheet, rows[i]);
    return done ? sheet.checkRows() : done;
}

Result<void> FindingSheet::findTitles(const std::vector<table::Cells> &rows)
{
    table::Condition among{u"url"_s, table::FilterOp::OneOf, {}, false};
    m_titles.clear();
    for (const table::Cells &row : rows) {
        if (!among.operands.contains(row.front()))
            among.operands.append(row.front());
    }
    const table::Schema &pages = table::pageSchema();
    const auto ids = m_reader.ids({&pages, {m_run}, {{among}}, {}});
    if (!ids)
        return std::unexpected(ids.error());
    const auto cursor = m_reader.cursor(pages, {int(table::PageColumn::Url), int(table::PageColumn::Title)});
    if (!cursor)
        return std::unexpected(cursor.error());
    return (*cursor)->read(*ids, [this](size_t, table::CellViews cells) {
        m_titles.insert(table::toText(table::toValue(cells[0])), table::toText(table::toValue(cells[1])));
        return true;
    });
}

Result<void> FindingSheet::writeRow(XlsxSheet &sheet, const table::Cells &cells)
{
    ++m_row;
    const table::ViewedCells viewed(cells);
    Result<void> done;
    for (size_t i = 0; done && i < m_shown.size(); ++i) {
        const Shown &shown = m_shown[i];
        done = shown.place < 0
                   ? sheet.text(m_row, qint64(i), m_titles.value(table::toText(cells.front())))
                   : sheet.shown(m_row, qint64(i), *shown.column, viewed.views()[size_t(shown.place)]);
    }
    return done;
}

} // namespace linnet::session

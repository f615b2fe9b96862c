// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxwriter.h"

#include "exports/file/atomicfile.h"
#include "exports/table/cnumericlocale.h"
#include "exports/table/rowpump.h"
#include "exports/table/xlsxsummary.h"
#include "table/schema.h"

#include <QFileInfo>

#include <cerrno>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<ExportReport> writeWorkbook(const ExportSpec &spec, const PumpHooks &hooks)
{
    AtomicFile file(spec.path);
    XlsxWriter::Options options{.sheetName = XlsxWriter::tr("Data"),
                                .tableName = QString(spec.schema->key),
                                .about = spec.about,
                                .asShown = spec.asShown};
    if (spec.furtherSheets)
        options.further = [&] { return spec.furtherSheets(hooks); };
    XlsxWriter sink(file.temporaryPath(), std::move(options));
    Result<ExportReport> report = pumpRows(spec, sink, hooks);
    if (!report)
        return report;
    if (const Result<void> committed = file.commit(); !committed)
        return std::unexpected(committed.error());
    return report;
}

} // namespace

constinit const ExportFormat formats::Xlsx{
    .id = "xlsx"_L1,
    .ending = "xlsx"_L1,
    .title = QT_TRANSLATE_NOOP("linnet::exports", "Excel"),
    .hint = QT_TRANSLATE_NOOP("linnet::exports", "Workbook (.xlsx): numbers stay numbers, texts stay texts, "
                                                 "with a summary and a sheet about the data"),
    .hasShownForm = true,
    .hasFurtherSheets = true,
    .file = &writeWorkbook,
};

XlsxWriter::XlsxWriter(const QString &path, Options options)
    : m_options(std::move(options))
    , m_book(path, tr("… (full text in the project)"))
{
}

Result<void> XlsxWriter::begin(const QList<const table::Column *> &columns)
{
    m_columns = columns;
    for (const table::Column *column : columns)
        m_header.append(m_options.asShown ? columnTitle(*column) : QString(column->key));
    m_header = uniqueNames(m_header);
    const Result<void> opened = m_book.open();
    return opened ? addSheet() : opened;
}

Result<void> XlsxWriter::addSheet()
{
    const QString name = m_options.sheetName;
    ++m_rowSheets;
    const auto added = m_book.addSheet(m_rowSheets == 1 ? name : name + u' ' + QString::number(m_rowSheets));
    if (!added)
        return std::unexpected(added.error());
    m_sheet = *added;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        m_sheet->width(i, m_columns.at(i)->width);
        if (const auto written = m_sheet->text(0, i, m_header.at(i), m_book.shared().bold); !written)
            return written;
    }
    m_sheet->freezeHeader();
    m_sheetRow = 1;
    return {};
}

Result<void> XlsxWriter::finishSheet()
{
    const QString name = m_options.tableName.isEmpty() ? u"data"_s : m_options.tableName;
    return m_sheet->makeTable(m_rowSheets == 1 ? name : name + u'_' + QString::number(m_rowSheets), m_header,
                              m_sheetRow - 1);
}

Result<void> XlsxWriter::row(table::CellViews cells)
{
    const CNumericLocale pointsInNumbers;
    if (m_sheetRow > m_options.sheetRows) {
        const Result<void> finished = finishSheet();
        if (const Result<void> added = finished ? addSheet() : finished; !added)
            return added;
    }
    errno = 0;
    for (size_t i = 0; i < cells.size(); ++i) {
        if (const Result<void> written = writeCell(qint64(i), cells[i]); !written)
            return written;
    }
    ++m_sheetRow;
    return m_sheet->checkRows();
}

Result<void> XlsxWriter::writeCell(qint64 column, const table::CellView &value)
{
    const auto *utf8 = std::get_if<QByteArrayView>(&value);
    if (m_options.asShown || !utf8)
        return m_sheet->shown(m_sheetRow, column, *m_columns.at(column), value);
    return m_sheet->text(m_sheetRow, column, table::fromUtf8(*utf8));
}

Result<void> XlsxWriter::end()
{
    const CNumericLocale pointsInNumbers;
    Result<void> done = finishSheet();
    if (done && m_options.further) {
        auto further = m_options.further();
        if (!further)
            return std::unexpected(further.error());
        m_further = std::move(*further);
    }
    if (done)
        done = addSummary();
    XlsxSheet *about = nullptr;
    if (done && !(m_options.about.isEmpty() && notices().isEmpty())) {
        const auto added = m_book.addSheet(tr("About this data"));
        if (!added)
            return std::unexpected(added.error());
        about = *added;
    }
    if (done)
        done = addFailures();
    if (done && about)
        done = writeAbout(*about); // last, since it says what could not be held
    if (done)
        done = m_book.close();
    if (done)
        m_bytes = QFileInfo(m_book.shared().path).size();
    return done;
}

Result<void> XlsxWriter::addSummary()
{
    if (m_further.summary.empty())
        return {};
    const QString name = tr("Summary");
    const auto added = m_book.addSheet(name, XlsxBook::Rows::InMemory);
    if (!added)
        return std::unexpected(added.error());
    XlsxSummary summary(m_book, **added, name);
    for (const SheetTable &table : m_further.summary) {
        if (const Result<void> done = summary.add(table); !done)
            return done;
    }
    return {};
}

Result<void> XlsxWriter::addFailures()
{
    const SheetTable &failures = m_further.failures;
    if (failures.rows.empty())
        return {};
    const auto added = m_book.addSheet(tr("Failures"));
    if (!added)
        return std::unexpected(added.error());
    XlsxSheet &sheet = **added;
    QStringList header;
    for (qsizetype i = 0; i < failures.columns.size(); ++i) {
        sheet.width(i, failures.columns[i].width);
        header.append(failures.columns[i].title);
    }
    Result<void> done = sheet.header(0, failures);
    for (size_t i = 0; done && i < failures.rows.size(); ++i)
        done = sheet.line(qint64(i) + 1, failures, int(i));
    sheet.freezeHeader();
    return done ? sheet.makeTable(u"failures"_s, header, qint64(failures.rows.size())) : done;
}

Result<void> XlsxWriter::writeAbout(XlsxSheet &sheet)
{
    QList<QPair<QString, QString>> lines = m_options.about;
    for (const QString &notice : notices())
        lines.append({tr("Notice"), notice});
    constexpr int NamesWidth = 200;
    constexpr int TextsWidth = 640;
    sheet.width(0, NamesWidth);
    sheet.width(1, TextsWidth);
    Result<void> done;
    for (qsizetype i = 0; done && i < lines.size(); ++i) {
        done = sheet.text(i, 0, lines.at(i).first, m_book.shared().bold);
        if (done)
            done = sheet.text(i, 1, lines.at(i).second, m_book.shared().wrapped);
    }
    return done;
}

qint64 XlsxWriter::bytes() const
{
    return m_bytes;
}

QStringList XlsxWriter::notices() const
{
    QStringList result;
    if (m_book.shared().cutCells > 0)
        result.append(
            tr("%n text(s) longer than the 32,767 characters of an Excel cell were cut; the project keeps "
               "them whole, and CSV and JSON can hold them.",
               nullptr, int(m_book.shared().cutCells)));
    if (m_rowSheets > 1)
        result.append(tr("The rows stand on %n sheet(s), because one sheet of Excel cannot hold them all.",
                         nullptr, m_rowSheets));
    if (m_book.shared().cleanedCells > 0)
        result.append(tr("In %n cell(s) characters that an Excel file cannot hold were left out or replaced.",
                         nullptr, int(m_book.shared().cleanedCells)));
    return result + m_further.notices;
}

} // namespace linnet::exports
